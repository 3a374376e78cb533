import { describe, expect, test } from 'vitest'
import { money } from '#kernel/money'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { testDatabase } from '#test/database'
import { aCategory, aDraft, aPicture, aProduct, aShop, asHouse, aVariantDraft, holding } from '#test/goods'
import {
  attributesOf,
  categoryPath,
  categoryTree,
  changeCategory,
  changeProduct,
  createProduct,
  ensureBrands,
  findProducts,
  isBarcode,
  loadProduct,
  productBySlug,
  productCardsOf,
  safeHtml,
  saleItemByCode,
  saleItemsOf,
  slugOf,
} from './index.ts'

const { db } = await testDatabase()
const shop = await aShop(db)

describe('products', () => {
  test('CAT-01 a product with no more than a name is saved as a draft', async () => {
    const product = await createProduct(shop, { texts: { zh: { name: ' 青瓷杯 ' } } })

    expect(product).toMatchObject({
      status: 'draft',
      texts: { zh: { name: '青瓷杯', title: '青瓷杯' } },
      variants: [],
      slug: '青瓷杯',
    })
  })

  test('CAT-01 name, title, description, selling points, price and pictures come back as they were given', async () => {
    const pictureIds = [await aPicture(shop), await aPicture(shop)]
    const text = {
      name: '壶',
      title: '老岩泥侧把壶',
      description: '<p>一壶两杯</p>',
      sellingPoints: ['手工', '断水利落'],
      optionNames: [],
    }
    const price = { list: money(16_800), was: money(19_900), cost: money(7_000) }
    const { id } = await createProduct(shop, {
      slug: 'pot',
      texts: { zh: text },
      variants: [{ sku: 'POT-1', price }],
      pictureIds,
    })

    const stored = await loadProduct(shop, id)

    expect(stored.texts).toEqual({ zh: text })
    expect(stored.variants[0]).toMatchObject({ sku: 'POT-1', price })
    expect(stored.pictures.map((picture) => picture.id)).toEqual(pictureIds)
  })

  test('a product shows pictures of its own shop only', async () => {
    const theirs = await aPicture(await aShop(db))
    const foreign = { code: 'media.not_found', details: { pictureId: theirs } }
    const texts = { zh: { name: '壶' } }

    await expect(createProduct(shop, { texts, pictureIds: [theirs] })).rejects.toMatchObject(foreign)
    const { id, pictures } = await aProduct(shop)
    const both = [pictures[0]!.id, theirs]
    await expect(changeProduct(shop, id, { pictureIds: both })).rejects.toMatchObject(foreign)
    expect((await loadProduct(shop, id)).pictures).toEqual(pictures)
  })

  test('a product without any name is refused with the field', async () => {
    await expect(createProduct(shop, { texts: { zh: { name: ' ' } } })).rejects.toMatchObject({
      code: 'catalog.name_missing',
      details: { field: 'texts.zh.name' },
    })
  })

  test('scripts and event handlers do not survive in a description', () => {
    const html = safeHtml(
      '<p onclick="x()">茶<script>steal()</script><img src="javascript:x" alt="a"><a href="https://a.cn">b</a></p>',
    )

    expect(html).toBe('<p>茶<img alt="a" /><a href="https://a.cn">b</a></p>')
  })

  test('an address that is taken is refused, and one made of a name is readable', async () => {
    await createProduct(shop, { slug: 'taken', texts: { zh: { name: '甲' } } })

    await expect(createProduct(shop, { slug: 'taken', texts: { zh: { name: '乙' } } })).rejects.toMatchObject({
      code: 'catalog.slug_taken',
      details: { slug: 'taken' },
    })
    expect(slugOf("Clay Pot – Grandma's №1")).toBe('clay-pot-grandmas-no1')
  })

  test('a change is written with before and after, and changing nothing writes nothing', async () => {
    const product = await aDraft(shop, { tags: ['茶'] })
    await changeProduct(shop, product.id, { tags: ['茶', '礼物'] })
    const again = await changeProduct(shop, product.id, { tags: ['茶', '礼物'] })

    const changes = (await historyOf(shop, product.id)).filter((event) => event.type === 'product.changed')

    expect(changes.map((event) => event.data)).toEqual([{ before: { tags: ['茶'] }, after: { tags: ['茶', '礼物'] } }])
    expect(again.version).toBe(product.version + 1)
  })

  test('two people changing the same product: the second is told to reload', async () => {
    const { id, version } = await aDraft(shop)
    await changeProduct(shop, id, { tags: ['甲'], version })

    await expect(changeProduct(shop, id, { tags: ['乙'], version })).rejects.toMatchObject({
      code: 'catalog.changed_meanwhile',
    })
  })

  test('a product on sale cannot lose what a buyer must know', async () => {
    const product = await aProduct(shop)

    await expect(changeProduct(shop, product.id, { pictureIds: [] })).rejects.toMatchObject({
      code: 'catalog.not_fit_for_sale',
      details: { field: 'pictureIds' },
    })
    expect((await loadProduct(shop, product.id)).pictures).toHaveLength(1)
  })

  test('who may write products but not change prices cannot change them on the way', async () => {
    const product = await aDraft(shop, { variants: [aVariantDraft({ price: 900, sku: 'PRICED' })] })
    const writer = holding(shop, 'products.write')
    const cheaper = [aVariantDraft({ price: 100, sku: 'PRICED' })]

    await expect(changeProduct(writer, product.id, { variants: cheaper })).rejects.toMatchObject({
      code: 'catalog.prices_not_yours',
    })
    await changeProduct(holding(shop, 'products.write', 'prices.change'), product.id, { variants: cheaper })
    expect((await loadProduct(shop, product.id)).variants[0]?.price?.list).toEqual(money(100))
  })
})

describe('variants', () => {
  test('CAT-02 each variant has its own code, barcode, option values and price', async () => {
    const variants = [
      {
        sku: 'CUP-R',
        barcode: '6901234567892',
        optionValues: { zh: ['红'], en: ['Red'] },
        price: { list: money(4_900) },
      },
      {
        sku: 'CUP-B',
        barcode: '6901234567908',
        optionValues: { zh: ['蓝'], en: ['Blue'] },
        price: { list: money(5_900) },
      },
    ]
    const product = await aDraft(shop, {
      texts: { zh: { name: '杯', optionNames: ['颜色'] }, en: { name: 'Cup', optionNames: ['Colour'] } },
      variants,
    })

    const items = await saleItemsOf(
      shop,
      product.variants.map((variant) => variant.id),
    )

    expect(
      [...items.values()].map(({ sku, specification, price, active }) => ({ sku, specification, price, active })),
    ).toEqual([
      { sku: 'CUP-R', specification: { zh: '红', en: 'Red' }, price: money(4_900), active: false },
      { sku: 'CUP-B', specification: { zh: '蓝', en: 'Blue' }, price: money(5_900), active: false },
    ])
    expect(await saleItemByCode(shop, '6901234567908')).toMatchObject({ sku: 'CUP-B' })
  })

  test('CAT-02 a code or barcode belongs to one variant of the shop, whoever comes first', async () => {
    const draft = (name: string) =>
      createProduct(shop, { texts: { zh: { name } }, variants: [{ sku: 'RACE', barcode: null }] })
    const results = await Promise.allSettled([draft('甲'), draft('乙')])

    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      code: 'catalog.sku_taken',
      details: { sku: 'RACE' },
    })
  })

  test('CAT-02 wrong option values, twins and bad barcodes are refused with the variant they are in', async () => {
    const two = (second: object) =>
      createProduct(shop, {
        texts: { zh: { name: '杯', optionNames: ['颜色'] } },
        variants: [
          { sku: 'T-1', optionValues: { zh: ['红'] } },
          { sku: 'T-2', optionValues: { zh: ['蓝'] }, ...second },
        ],
      })

    await expect(two({ optionValues: { zh: [] } })).rejects.toMatchObject({
      code: 'catalog.options_mismatch',
      details: { field: 'variants.1.optionValues' },
    })
    await expect(two({ optionValues: { zh: ['红'] } })).rejects.toMatchObject({ code: 'catalog.variant_twice' })
    await expect(two({ sku: 'T-1' })).rejects.toMatchObject({ code: 'catalog.sku_twice' })
    await expect(two({ barcode: '6901234567890' })).rejects.toMatchObject({
      code: 'catalog.barcode_invalid',
      details: { field: 'variants.1.barcode' },
    })
  })

  test('CAT-02 a variant that is left out retires and keeps its code; it comes back by its code', async () => {
    const product = await aProduct(shop, { colours: ['红', '蓝'] })
    const [red, blue] = product.variants
    const only = await changeProduct(asHouse(shop), product.id, { variants: [red!] })
    const both = await changeProduct(asHouse(shop), product.id, { variants: [red!, { ...blue!, id: undefined }] })

    expect(only.variants.map(({ status }) => status)).toEqual(['active', 'retired'])
    expect(both.variants.map(({ id, status }) => [id, status])).toEqual([
      [red!.id, 'active'],
      [blue!.id, 'active'],
    ])
  })

  test('barcodes are checked by their last digit where they have one', () => {
    const judged = ['6901234567892', '6901234567890', '96385074', 'LOCAL-7', '12345', '6.90E+12', ''].map(isBarcode)

    expect(judged).toEqual([true, false, true, true, true, false, false])
  })

  test('another shop sees nothing of it', async () => {
    const { id, variants } = await aProduct(shop)
    const other = await aShop(db)

    await expect(loadProduct(other, id)).rejects.toMatchObject({ code: 'catalog.product_not_found' })
    expect((await saleItemsOf(other, [variants[0]!.id])).size).toBe(0)
  })
})

describe('categories, brands, tags', () => {
  test('CAT-03 sub-categories inherit the facts of those above, and each product states the required ones', async () => {
    const top = await aCategory(shop, { slug: 'tea', name: { zh: '茶', en: 'Tea' }, attributes: [origin] })
    const leaf = await aCategory(shop, {
      slug: 'green-tea',
      parentId: top,
      name: { zh: '绿茶', en: 'Green tea' },
      attributes: [harvest],
    })
    const product = await aDraft(shop, {
      categoryId: leaf,
      attributes: { harvest: 'spring', origin: { zh: '杭州', en: 'Hangzhou' } },
    })

    expect((await attributesOf(shop, [leaf])).get(leaf)?.map(({ code }) => code)).toEqual(['origin', 'harvest'])
    expect((await categoryPath(shop, leaf)).map(({ slug }) => slug)).toEqual(['tea', 'green-tea'])
    expect(product.attributes).toEqual({ harvest: 'spring', origin: { zh: '杭州', en: 'Hangzhou' } })
    expect((await categoryTree(shop)).find(({ id }) => id === top)?.children.map(({ id }) => id)).toEqual([leaf])
  })

  test('CAT-03 facts the category does not know and choices it does not offer are refused', async () => {
    const categoryId = await aCategory(shop, { attributes: [harvest] })

    await expect(aDraft(shop, { categoryId, attributes: { smell: 'good' } })).rejects.toMatchObject({
      code: 'catalog.attribute_unknown',
      details: { field: 'attributes.smell' },
    })
    await expect(aDraft(shop, { categoryId, attributes: { harvest: 'winter' } })).rejects.toMatchObject({
      code: 'catalog.attribute_invalid',
    })
  })

  test('CAT-03 a category cannot be moved below itself', async () => {
    const top = await aCategory(shop)
    const leaf = await aCategory(shop, { parentId: top })

    await expect(changeCategory(shop, top, { parentId: leaf })).rejects.toMatchObject({
      code: 'catalog.category_below_itself',
    })
  })

  test('CAT-04 brand and tags stand on the product and find it in the console', async () => {
    const brands = await transaction(shop, (tx) => ensureBrands(tx, [{ zh: '山岚', en: 'Shanlan' }]))
    const again = await transaction(shop, (tx) => ensureBrands(tx, [{ zh: '山岚', en: 'Shanlan' }]))
    const brandId = brands.get('shanlan')!
    const product = await aProduct(shop, { brandId, tags: ['礼物', '春天'] })
    await aProduct(shop, { tags: ['礼物'] })

    expect(again).toEqual(brands)
    expect((await findProducts(shop, { brandId })).rows.map(({ id }) => id)).toEqual([product.id])
    expect((await findProducts(shop, { tag: '春天' })).rows.map(({ id }) => id)).toEqual([product.id])
    expect(await productCardsOf(shop, [product.id])).toMatchObject([{ brand: { zh: '山岚', en: 'Shanlan' } }])
  })

  test('CAT-21 the flags other processes need travel with every variant', async () => {
    const product = await aProduct(shop, {
      flags: { food: true, perishable: true },
      shelfLifeDays: 30,
      licence: 'food',
      warrantyMonths: 12,
    })

    const [item] = [...(await saleItemsOf(shop, [product.variants[0]!.id])).values()]

    expect(item).toMatchObject({
      shelfLifeDays: 30,
      flags: { food: true, perishable: true, valuableSmall: false, oversize: false, nonStandard: false },
    })
    expect(product).toMatchObject({ licence: 'food', warrantyMonths: 12 })
  })
})

describe('lists and pages', () => {
  test('the console pages through products, last changed first, and finds them by name or code', async () => {
    const own = await aShop(db)
    const made = [
      await aDraft(own, { name: '白瓷盘' }),
      await aDraft(own, { name: '青花碗' }),
      await aDraft(own, { name: '青花盘' }),
    ]

    const first = await findProducts(own, { limit: 2 })
    const rest = await findProducts(own, { limit: 2, cursor: first.next })

    expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(
      made
        .map(({ id }) => id)
        .sort()
        .reverse(),
    )
    expect(rest.next).toBeUndefined()
    expect((await findProducts(own, { text: '青花' })).rows).toHaveLength(2)
    expect((await findProducts(own, { text: made[0]!.variants[0]!.sku })).rows.map(({ name }) => name)).toEqual([
      '白瓷盘',
    ])
  })

  test('the page of a product says its facts in words; drafts have no page', async () => {
    const categoryId = await aCategory(shop, { attributes: [harvest] })
    const product = await aProduct(shop, { categoryId, attributes: { harvest: 'spring' } })
    const draft = await aDraft(shop)

    expect((await productBySlug(shop, product.slug)).facts).toEqual([
      { code: 'harvest', name: harvest.name, value: { zh: '春', en: 'Spring' } },
    ])
    await expect(productBySlug(shop, draft.slug)).rejects.toMatchObject({ code: 'catalog.product_not_found' })
  })
})

const origin = {
  code: 'origin',
  kind: 'text',
  required: true,
  name: { zh: '产地', en: 'Origin' },
  options: [],
} as const
const harvest = {
  code: 'harvest',
  kind: 'choice',
  required: true,
  name: { zh: '采摘季', en: 'Harvest' },
  options: [
    { code: 'spring', zh: '春', en: 'Spring' },
    { code: 'autumn', zh: '秋', en: 'Autumn' },
  ],
} as const
