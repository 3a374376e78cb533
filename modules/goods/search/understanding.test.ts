import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBrands } from '#goods/catalog'
import type { Product } from '#model/goods/catalog'
import { transaction } from '#platform/database'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aCategory, aProduct, aShop, asHouse } from '#test/goods'
import { fold } from './fold.ts'
import { learnWords, searchProducts, takeStarterSynonyms } from './index.ts'
import { renewDocuments } from './renew-documents.ts'
import { distanceOf } from './spell.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))
const now = later(shop, { days: 1 })
const search = (text: string, ctx = now) => searchProducts(ctx, { text })
const found = async (text: string) => (await search(text)).hits.map(({ productId }) => productId)

let cream: Product
let mask: Product
let dress: Product
let eyes: Product

beforeAll(async () => {
  const categoryId = await aCategory(shop, { name: { zh: '护理', en: 'Care' } })
  const brands = await transaction(shop, (tx) => ensureBrands(tx, [{ zh: '雅诗兰黛', en: 'Estee Lauder' }]))
  const brandId = brands.get('estee-lauder') ?? [...brands.values()][0]
  const named = (name: string, more = {}) => aProduct(shop, { name, nameEn: name, categoryId, ...more })
  cream = await named('玫瑰护手霜50ml')
  mask = await named('雪莲补水面膜')
  dress = await named('碎花连衣裙')
  eyes = await named('EsteeLauder小棕瓶眼霜', { brandId })
  await named('雅诗兰黛小棕瓶精华', { brandId })
  await takeStarterSynonyms(shop)
  await learnWords(now)
})

describe('what is written alike', () => {
  test.each([
    ['護手霜', 'cream'],
    ['护手霜５０ＭＬ', 'cream'],
    ['玫瑰 50 毫升', 'cream'],
    ['estee lauder 眼霜', 'eyes'],
    ['手霜', 'cream'],
    ['裙子', 'dress'],
  ] as const)('STO-04 "%s" finds the %s', async (text, what) => {
    expect((await found(text))[0]).toBe({ cream, mask, dress, eyes }[what].id)
  })

  test('full width, capitals, traditional characters and units come to one form', () => {
    expect(fold('ＳＫ－II 護膚 ５０ 毫升 L’Oréal')).toBe('sk-ii 护肤 50ml loréal')
  })
})

describe('what is typed otherwise', () => {
  test.each([
    ['lyq', '连衣裙', 'dress'],
    ['lianyiqun', '连衣裙', 'dress'],
    ['hu shou shuang', '护手霜', 'cream'],
    ['meiguihushoushuang', '玫瑰护手霜', 'cream'],
    ['面摸', '面膜', 'mask'],
    ['xuelian面膜', '雪莲 面膜', 'mask'],
  ] as const)('STO-04 "%s" is read as %s', async (text, meant, what) => {
    const result = await search(text)

    expect(result.corrected).toBe(meant)
    expect(result.hits[0]?.productId).toBe({ cream, mask, dress, eyes }[what].id)
  })

  test.each(['雅思兰黛', 'yashilandai', 'ysld'])('STO-04 "%s" finds the brand', async (text) => {
    expect((await search(text)).corrected).toBe('雅诗兰黛')
  })

  test('STO-04 letters changed, left out or swapped are counted up to a limit', () => {
    expect([
      distanceOf('maybeline', 'maybelline', 1),
      distanceOf('shisedo', 'shiseido', 1),
      distanceOf('lacnome', 'lancome', 1),
      distanceOf('abc', 'xyz', 2),
    ]).toEqual([1, 1, 1, 3])
  })

  test('STO-04 what the shop has nothing of is not read as something else', async () => {
    for (const text of ['手机壳', 'qwertzuiop', '奶粉'])
      expect({ corrected: undefined, ...(await search(text)) }).toMatchObject({ total: 0, corrected: undefined })
  })
})

test('STO-04 where few suit all the words, those that suit the thing itself are shown apart', async () => {
  const { hits, total, alike } = await search('婴儿 面膜')

  expect([hits, total]).toEqual([[], 0])
  expect(alike?.map(({ productId }) => productId)).toEqual([mask.id])
  expect((await searchProducts(now, { text: '婴儿 面膜', inStock: true })).alike).toBeUndefined()
})

test('STO-04 a question asked as people talk finds the thing', async () => {
  expect((await found('适合妈妈用的补水面膜哪个好用'))[0]).toBe(mask.id)
})

test('STO-04 what others sell is neither suggested nor found', async () => {
  const other = asHouse(await aShop(db))
  const result = await search('lyq', later(other, { days: 1 }))
  expect({ corrected: undefined, ...result }).toMatchObject({ total: 0, corrected: undefined })
})

test('STO-04 what the job has learnt anew is understood at once', async () => {
  const other = asHouse(await aShop(db))
  const tomorrow = later(other, { days: 1 })
  expect((await search('liandao', tomorrow)).total).toBe(0)

  const categoryId = await aCategory(other, { name: { zh: '园艺', en: 'Garden' } })
  for (const name of ['花园镰刀', '短柄镰刀', '长柄镰刀']) await aProduct(other, { name, nameEn: name, categoryId })
  await learnWords(tomorrow)

  expect(await search('liandao', tomorrow)).toMatchObject({ corrected: '镰刀', total: 3 })
})

test('STO-04 every page of a list says the same total, whether it is full, the last or beyond it', async () => {
  const other = asHouse(await aShop(db))
  const categoryId = await aCategory(other, { name: { zh: '厨具', en: 'Kitchen' } })
  for (const name of ['铁锅', '砂锅', '汤锅']) await aProduct(other, { name, nameEn: name, categoryId })
  const totals = await Promise.all(
    [1, 2, 3].map((page) => searchProducts(later(other, { days: 1 }), { categoryId, page, size: 2 })),
  )

  expect(totals.map(({ hits, total }) => [hits.length, total])).toEqual([
    [2, 3],
    [1, 3],
    [0, 3],
  ])
})

test('documents of an earlier release are made anew by the job', async () => {
  await db.updateTable('goods.search_documents').set({ ranked: '' }).where('product_id', '=', mask.id).execute()
  await db.insertInto('goods.search_outdated').values({ shop_id: shop.shopId, product_id: mask.id }).execute()

  await Promise.all([renewDocuments(now), renewDocuments(now)])

  const rows = await db
    .selectFrom('goods.search_documents')
    .select('ranked')
    .where('product_id', '=', mask.id)
    .execute()
  expect(rows.map(({ ranked }) => ranked.includes("'面膜':1A"))).toEqual([true, true])
  expect(await db.selectFrom('goods.search_outdated').selectAll().execute()).toEqual([])
})
