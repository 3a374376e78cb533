import { type KyselyPlugin, sql } from 'kysely'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { changeCategory, changeProduct, ensureBrands, finishProducts } from '#goods/catalog'
import { delist } from '#goods/listing'
import { announcePictures, describePicture, supplyPicture } from '#goods/media'
import { changePrice } from '#goods/prices'
import { type DocumentState, documentStates, keepDocuments, pushSold, pushStock } from '#goods/search'
import { money } from '#kernel/money'
import type { Product } from '#model/goods/catalog'
import { loadShop } from '#office/shops'
import { transaction } from '#platform/database'
import { aBrowser, anApi } from '#test/api'
import { testDatabase } from '#test/database'
import { aCategory, aProduct, aShop, asHouse, pictureBytes } from '#test/goods'
import { catalogRoutes, ListJson, ProductJson } from './catalog.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))
const { code } = await loadShop(shop)
const shopper = aBrowser(await anApi(db, { routes: [catalogRoutes] }), { 'x-shop': code })
const look = async (url: string, language = 'zh') =>
  (await shopper.call('GET', url, undefined, { 'x-locale': language })).body

const colour = {
  code: 'colour',
  kind: 'choice',
  required: false,
  name: { zh: '颜色', en: 'Colour' },
  options: [{ code: 'white', zh: '白', en: 'White' }],
} as const
const top = await aCategory(shop, { slug: 'table', name: { zh: '餐桌', en: 'Table' } })
const cups = await aCategory(shop, { slug: 'cups', parentId: top, attributes: [colour] })
const brands = await transaction(shop, (tx) => ensureBrands(tx, [{ zh: '山岚', en: 'Shanlan' }]))

const aCup = async (given: Parameters<typeof aProduct>[1] = {}): Promise<Product> =>
  aProduct(shop, {
    name: '带“引号”的\\杯',
    nameEn: 'A "quoted" cup, "available":"x"',
    categoryId: cups,
    brandId: brands.get('shanlan'),
    attributes: { colour: 'white' },
    tags: ['礼物'],
    colours: ['白', '青'],
    ...given,
  })

/** Whether the product's finished texts are there to be answered with. */
async function isFinished({ id }: Product): Promise<boolean> {
  const rows = await db
    .selectFrom('goods.search_documents')
    .select(['card', 'page'])
    .where('product_id', '=', id)
    .execute()
  return rows.length === 2 && rows.every(({ card, page }) => card !== null && page !== null)
}

const urlsOf = ({ slug }: Product) => [
  `/api/v1/store/products/${slug}`,
  '/api/v1/store/products?category=cups&size=5',
  '/api/v1/store/products?category=table&size=5',
  `/api/v1/store/products?text=${encodeURIComponent('礼物')}&size=5`,
]

/** What the shopper sees at once, what is answered when it was seen once, and what is composed without anything finished. */
async function threeWays(product: Product, url: string, language: string) {
  const atOnce = await look(url, language)
  await look(url, language)
  expect(await isFinished(product)).toBe(true)
  const finished = await look(url, language)
  await db.updateTable('goods.search_documents').set({ card: null, page: null }).execute()
  return { atOnce, finished, anew: await look(url, language) }
}

/** The same in both languages at every address; and the whole of what is answered is what the API declares. */
async function allAgree(product: Product): Promise<void> {
  for (const language of ['zh', 'en'])
    for (const url of urlsOf(product)) {
      const { atOnce, finished, anew } = await threeWays(product, url, language)
      expect(finished).toEqual(anew)
      expect(atOnce).toEqual(anew)
      const schema = url.includes('?') ? ListJson : ProductJson
      expect([...Value.Errors(schema, finished)]).toEqual([])
      expect(Value.Clean(schema, structuredClone(finished))).toEqual(finished)
    }
}

describe('a finished answer', () => {
  test('STO-04 is what would be composed anew, in both languages, and what the API declares', async () => {
    await allAgree(await aCup())
  })

  const changes: Record<string, (cup: Product) => Promise<unknown>> = {
    'its name': (cup) =>
      changeProduct(shop, cup.id, { texts: { ...cup.texts, zh: { ...cup.texts.zh!, name: '新名字' } } }),
    'its tags': (cup) => changeProduct(shop, cup.id, { tags: ['礼物', '春天'] }),
    'its address': (cup) => changeProduct(shop, cup.id, { slug: `${cup.slug}-anew` }),
    'its brand': (cup) => changeProduct(shop, cup.id, { brandId: null }),
    'its variants': (cup) => changeProduct(shop, cup.id, { variants: cup.variants.slice(0, 1) }),
    'a price': (cup) =>
      changePrice(shop, { variantId: cup.variants[0]!.id, list: money(9), was: money(12), cost: money(1) }),
    'a picture’s words': (cup) => describePicture(shop, cup.pictures[0]!.id, { alt: '另一张', altEn: 'Another' }),
    'the brand’s name': () => sql`update goods.brands set name = name || '+'`.execute(db),
    'the category’s name': () => changeCategory(shop, top, { name: { zh: '桌上', en: 'On the table' } }),
    'what the category asks for': () =>
      changeCategory(shop, cups, {
        attributes: [{ ...colour, options: [{ code: 'white', zh: '月白', en: 'Moon white' }] }],
      }),
    'what was sold and is left': (cup) =>
      transaction(shop, async (tx) => {
        await pushSold(tx, [{ productId: cup.id, quantity: 3 }])
        await pushStock(tx, new Map([[cup.id, true]]))
      }),
  }

  test.each(Object.keys(changes))('STO-04 tells at once of a change of %s', async (what) => {
    const cup = await aCup()
    await finishProducts(shop, [cup.id])
    const before = await Promise.all(urlsOf(cup).map((url) => look(url)))

    await changes[what]!(cup)

    const { slug } = await productOf(cup)
    const after = await Promise.all(urlsOf({ ...cup, slug }).map((url) => look(url)))
    expect(after).not.toEqual(before)
    await allAgree({ ...cup, slug })
  })

  test('STO-04 shows a picture as soon as its file has come', async () => {
    const announced = await transaction(shop, (tx) =>
      announcePictures(tx, [{ url: 'https://pictures.example/1.png', alt: '等' }]),
    )
    const pictureId = [...announced.values()][0]!
    const cup = await aCup()
    await changeProduct(shop, cup.id, { pictureIds: [pictureId, cup.pictures[0]!.id] })
    await finishProducts(shop, [cup.id])
    expect((await look(urlsOf(cup)[0]!)).pictures).toHaveLength(1)

    await supplyPicture(shop, pictureId, await pictureBytes())

    expect((await look(urlsOf(cup)[0]!)).pictures).toHaveLength(2)
    await allAgree(cup)
  })

  test('STO-04 what is delisted leaves the lists at once and says so on its page', async () => {
    const cup = await aCup()
    await finishProducts(shop, [cup.id])
    const total = (await look(urlsOf(cup)[1]!)).total

    await delist(shop, cup.id)

    const list = await look(urlsOf(cup)[1]!)
    expect(list.rows.map((row: { productId: string }) => row.productId)).not.toContain(cup.id)
    expect(list.total).toBe(total - 1)
    expect((await look(urlsOf(cup)[0]!)).onSale).toBe(false)
  })

  test('what was made from the state before a change is not kept, and nobody waits for who is changing it', async () => {
    const cup = await aCup()
    const seen = await documentStates(shop, [cup.id])
    await changeProduct(shop, cup.id, { tags: ['礼物', '后来'] })

    await keepDocuments(shop, made(seen))
    expect(await isFinished(cup)).toBe(false)

    await db.transaction().execute(async (changing) => {
      await sql`update goods.products set tags = '{}' where id = ${cup.id}`.execute(changing)
      await keepDocuments(shop, made(await documentStates(shop, [cup.id])))
    })
    expect(await isFinished(cup)).toBe(false)
  })

  test.each([1, 2, 3])('a change after answer %i to who makes the texts leaves none of them', async (nth) => {
    const cup = await aCup()
    let answers = 0
    const between: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (++answers === nth) await changeProduct(shop, cup.id, { tags: ['礼物', '其间'] })
        return result
      },
    }

    await finishProducts({ ...shop, db: db.withPlugin(between) }, [cup.id])

    expect(answers).toBeGreaterThan(nth)
    expect(await isFinished(cup)).toBe(false)
  })
})

const made = (states: readonly DocumentState[]) =>
  states.map((state) => ({ ...state, card: '{"card":true', page: '{"page":true' }))

/** The product's slug as it is now. */
const productOf = ({ id }: Product) =>
  db.selectFrom('goods.products').select('slug').where('id', '=', id).executeTakeFirstOrThrow()
