import { beforeAll, describe, expect, test } from 'vitest'
import { changeProduct, ensureBrands } from '#goods/catalog'
import { delist } from '#goods/listing'
import type { Product } from '#model/goods/catalog'
import { transaction } from '#platform/database'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aCategory, aProduct, aShop, asHouse } from '#test/goods'
import { pushSold, pushStock, searchProducts } from './index.ts'
import { priceSteps } from './model.ts'
import { rankedOf, termsOf } from './terms.ts'
import { mustHold, understand } from './understand.ts'
import { stem, wordsToIndex } from './words.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))
const english = { ...shop, locale: 'en' as const }

const colour = {
  code: 'colour',
  kind: 'choice',
  required: false,
  name: { zh: '颜色', en: 'Colour' },
  options: [
    { code: 'white', zh: '白', en: 'White' },
    { code: 'blue', zh: '蓝', en: 'Blue' },
  ],
} as const

let flask: Product
let mug: Product
let bowl: Product

beforeAll(async () => {
  const kitchen = await aCategory(shop, { slug: 'kitchen', name: { zh: '厨房', en: 'Kitchen' }, attributes: [colour] })
  const cups = await aCategory(shop, { slug: 'drinkware', parentId: kitchen, name: { zh: '饮具', en: 'Drinkware' } })
  const brands = await transaction(shop, (tx) => ensureBrands(tx, [{ zh: '山岚', en: 'Shanlan' }]))
  const brandId = brands.get('shanlan')
  flask = await aProduct(shop, {
    name: '不锈钢保温杯500ml',
    nameEn: 'Steel vacuum flask 500ml',
    price: 12_900,
    categoryId: cups,
    brandId,
    attributes: { colour: 'white' },
    tags: ['礼物'],
  })
  mug = await aProduct(later(shop, { hours: 1 }), {
    name: '马克杯',
    nameEn: 'Glazed mugs',
    price: 4_900,
    categoryId: cups,
    attributes: { colour: 'blue' },
  })
  bowl = await aProduct(later(shop, { hours: 2 }), {
    name: '白瓷汤碗',
    nameEn: 'White soup bowl',
    price: 3_900,
    categoryId: kitchen,
    attributes: { colour: 'white' },
    tags: ['礼物', '新房'],
  })
})

const now = later(shop, { days: 1 })
const found = async (query: object, ctx = now) =>
  (await searchProducts(ctx, query)).hits.map(({ productId }) => productId)

describe('words', () => {
  test.each(['保温杯', '保温', '温杯', '杯', '不锈钢', '不锈钢保', '500ml', '山岚'])(
    'STO-04 a shopper who types %s finds the flask',
    async (text) => {
      expect(await found({ text })).toContain(flask.id)
    },
  )

  test.each([
    ['flask', 'flask'],
    ['Flasks', 'flask'],
    ['vacuum FLASK', 'flask'],
    ['mug', 'mug'],
    ['bowls', 'bowl'],
    ['shanlan', 'flask'],
    ['flas', 'flask'],
    ['drinkware glaz', 'mug'],
  ])('STO-04 in English "%s" finds the %s', async (text, what) => {
    expect(await found({ text }, { ...english, now: now.now })).toContain({ flask, mug, bowl }[what]!.id)
  })

  test('STO-04 every word must be there; nonsense, quotes and operators find nothing and break nothing', async () => {
    expect(await found({ text: '保温杯 汤碗' })).toEqual([])
    for (const text of ["'; drop table", '& | ! :* <->', '\\', '＂保温＂ ', '😀', "it's"])
      await expect(found({ text })).resolves.toBeDefined()
  })

  test('CAT-04 a code and a tag are words too', async () => {
    expect(await found({ text: flask.variants[0]!.sku })).toEqual([flask.id])
    expect(await found({ text: '新房' })).toEqual([bowl.id])
  })

  test('STO-04 a word in the name counts more than one in the description', async () => {
    const other = await aProduct(shop, {
      name: '杯垫',
      texts: { zh: { name: '茶垫', description: '<p>放马克杯</p>' } },
    })

    expect(await found({ text: '马克杯' })).toEqual([mug.id, other.id])
    await delist(shop, other.id)
  })

  test('Chinese is cut every way, singular meets plural, and tokens are quoted', () => {
    expect([...wordsToIndex('保温杯')]).toEqual(['保温', '保温杯', '~保温', '~温杯', '~保', '~温', '~杯'])
    expect(['pots', 'boxes', 'box', 'berries', 'berry', 'glasses', 'glass', 'iris', '500'].map(stem)).toEqual([
      'pot',
      'box',
      'box',
      'berry',
      'berry',
      'glass',
      'glass',
      'iris',
      '500',
    ])
    expect(termsOf([{ kind: 'name', text: "O'Neill" }])).toBe("'oneill'")
    expect(mustHold(understand('保温杯 pot', new Map()).wishes)).toContain("'pot':*")
  })

  test('STO-05 the last word of a part of the name names the goods; what is given with them does not', () => {
    const weighed = rankedOf([
      { kind: 'name', text: '山岚 不锈钢保温杯500ml 送茶叶' },
      { kind: 'said', text: '礼物' },
    ])

    expect(weighed.split(' ')).toEqual(
      expect.arrayContaining(["'保温杯':1A", "'不锈钢':1B", "'500ml':1B", "'茶叶':1D", "'礼物':1C"]),
    )
  })
})

describe('filters and sorting', () => {
  test('STO-04 a category holds what lies below it', async () => {
    const cups = (await searchProducts(now, { facets: true })).facets!.categories
    const [kitchen, drinkware] = Object.entries(cups)
      .sort((a, b) => b[1] - a[1])
      .map(([id]) => id as never)

    expect(await found({ categoryId: kitchen })).toEqual([bowl.id, mug.id, flask.id])
    expect(await found({ categoryId: drinkware })).toEqual([mug.id, flask.id])
  })

  test('STO-04 attribute, tag, brand and price filters hold together', async () => {
    expect(await found({ attributes: { colour: ['white'] } })).toEqual([bowl.id, flask.id])
    expect(await found({ attributes: { colour: ['white', 'blue'] } })).toHaveLength(3)
    expect(await found({ attributes: { colour: ['white'] }, toMinor: 10_000 })).toEqual([bowl.id])
    expect(await found({ fromMinor: 4_000, toMinor: 5_000 })).toEqual([mug.id])
    expect(await found({ tags: ['礼物'], brandIds: [flask.brandId!] })).toEqual([flask.id])
  })

  test('STO-04 each facet counts what choosing it would leave, its own group aside', async () => {
    const { facets } = await searchProducts(now, { attributes: { colour: ['white'] }, facets: true })

    expect(facets?.attributes.colour).toEqual({ white: 2, blue: 1 })
    expect(facets?.tags).toEqual({ 礼物: 2, 新房: 1 })
    expect([facets?.lowest, facets?.highest]).toEqual([3_900, 12_900])
    expect(facets?.inStock).toBe(
      (await searchProducts(now, { attributes: { colour: ['white'] }, inStock: true })).total,
    )
    for (const [step, count] of Object.entries(facets!.prices)) {
      const [fromMinor, end] = [Number(step), priceSteps.find((each) => each > Number(step))!]
      const chosen = { attributes: { colour: ['white'] }, fromMinor, toMinor: end - 1, facets: true }
      const narrowed = await searchProducts(now, chosen)
      expect([narrowed.total, narrowed.facets!.prices]).toEqual([count, facets!.prices])
    }
  })

  test('STO-04 sorted by price either way, by sales, or newest first', async () => {
    await transaction(shop, (tx) =>
      pushSold(tx, [
        { productId: mug.id, quantity: 5 },
        { productId: flask.id, quantity: 2 },
        { productId: mug.id, quantity: -1 },
      ]),
    )

    expect(await found({ sort: 'price_up' })).toEqual([bowl.id, mug.id, flask.id])
    expect(await found({ sort: 'price_down' })).toEqual([flask.id, mug.id, bowl.id])
    expect(await found({ sort: 'sales' })).toEqual([mug.id, flask.id, bowl.id])
    expect(await found({ sort: 'newest' })).toEqual([bowl.id, mug.id, flask.id])
  })

  test('STO-04 in stock only, as inventory has told', async () => {
    await transaction(shop, (tx) =>
      pushStock(
        tx,
        new Map([
          [flask.id, true],
          [mug.id, false],
        ]),
      ),
    )

    expect(await found({ inStock: true })).toEqual([flask.id])
  })

  test('STO-04 pages follow each other and say how many there are', async () => {
    const [first, second] = await Promise.all([1, 2].map((page) => searchProducts(now, { size: 2, page })))

    expect([...first!.hits, ...second!.hits].map(({ productId }) => productId)).toEqual([bowl.id, mug.id, flask.id])
    expect([first!.total, first!.more]).toEqual([3, false])
  })

  test('a changed product is found by its new words in the same moment, and keeps its sales', async () => {
    await changeProduct(shop, mug.id, {
      texts: { ...mug.texts, zh: { name: '搪瓷缸', description: '<p>旧时样子</p>' } },
    })

    expect(await found({ text: '搪瓷' })).toEqual([mug.id])
    expect(await found({ text: '马克杯' })).toEqual([])
    expect((await searchProducts(now, { text: '搪瓷' })).hits[0]?.sold).toBe(4)
  })

  test('another shop finds nothing of it', async () => {
    const other = await aShop(db)

    expect(await found({}, later(other, { days: 1 }))).toEqual([])
  })
})
