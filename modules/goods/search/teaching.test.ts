import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Product } from '#model/goods/catalog'
import { transaction } from '#platform/database'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse } from '#test/goods'
import {
  addDictionaryWords,
  dictionaryWordInvalid,
  explainRanking,
  importSynonyms,
  listDictionary,
  listSynonyms,
  pushSold,
  removeDictionaryWord,
  removeSynonyms,
  saveSynonyms,
  searchProducts,
  setRankingFacts,
  synonymsInvalid,
  synonymsNotFound,
  takeStarterSynonyms,
  weighProducts,
} from './index.ts'
import { renewDocuments } from './renew-documents.ts'

const { db } = await testDatabase()

const aShopWith = async (...names: readonly string[]) => {
  const shop = asHouse(await aShop(db))
  const products: Product[] = []
  for (const name of names) products.push(await aProduct(shop, { name }))
  const now = later(shop, { days: 1 })
  const found = async (text: string) =>
    (await searchProducts(now, { text })).hits.map(({ productId }) => products.findIndex(({ id }) => id === productId))
  return { shop, now, products, found }
}

test('STO-05 staff teach synonyms both ways or one way, and what is found by another word stands behind', async () => {
  const { shop, found } = await aShopWith('玻璃公道杯', '玻璃茶海')
  expect(await found('公道杯')).toEqual([0])

  await saveSynonyms(shop, { words: ['公道杯', '茶海'], oneWay: false, weightPercent: 60 })
  expect([await found('公道杯'), await found('茶海')]).toEqual([
    [0, 1],
    [1, 0],
  ])

  const [group] = await listSynonyms(shop)
  await saveSynonyms(shop, { ...group!, oneWay: true })
  expect([await found('公道杯'), await found('茶海')]).toEqual([[0, 1], [1]])

  await removeSynonyms(shop, group!.id)
  expect(await found('公道杯')).toEqual([0])
})

test('STO-05 a synonym that consists of signs alone adds nothing and breaks no search', async () => {
  const { shop, found } = await aShopWith('玻璃公道杯', '玻璃茶海')
  await saveSynonyms(shop, { words: ['公道杯', '（；）', 'x_;'], oneWay: false, weightPercent: 60 })
  expect(await found('公道杯')).toEqual([0])
})

test('STO-05 synonyms come as lines, once, and a line that is no group is named', async () => {
  const { shop } = await aShopWith()
  const lines = '# 茶具\n公道杯 茶海 分茶器 70\n杯子 > 马克杯, 茶杯\nsk_ii sk2'

  expect([await importSynonyms(shop, lines), await importSynonyms(shop, lines)]).toEqual([3, 0])
  const groups = await listSynonyms(shop)
  expect(groups.map(({ words }) => words)).toEqual(
    expect.arrayContaining([
      ['公道杯', '茶海', '分茶器'],
      ['杯子', '马克杯', '茶杯'],
      ['sk ii', 'sk2'],
    ]),
  )
  expect(groups.find(({ words }) => words[0] === '杯子')).toMatchObject({ oneWay: true, weightPercent: 80 })
  expect(() => importSynonyms(shop, '茶 茗\n孤零零')).toThrow(
    synonymsInvalid({ field: 'lines', most: 20, line: 2 }).message,
  )
  expect([(await takeStarterSynonyms(shop)) > 100, await takeStarterSynonyms(shop)]).toEqual([true, 0])
})

test('STO-05 synonyms of another shop are neither seen nor changed', async () => {
  const [one, other] = [await aShopWith(), await aShopWith()]
  await importSynonyms(one.shop, '公道杯 茶海')
  const [{ id, ...group }] = (await listSynonyms(one.shop)) as [Awaited<ReturnType<typeof listSynonyms>>[number]]

  expect(await listSynonyms(other.shop)).toEqual([])
  await expect(removeSynonyms(other.shop, id)).rejects.toThrow(synonymsNotFound({ id }).message)
  await expect(saveSynonyms(other.shop, { ...group, id })).rejects.toThrow(synonymsNotFound({ id }).message)
  await expect(removeSynonyms(one.shop, newId())).rejects.toThrow('no synonyms')
})

test('STO-05 a word added to the dictionary is no longer cut apart, as soon as the job has been there', async () => {
  const { shop, now, products } = await aShopWith('建水紫陶杯')
  const ranked = async () => {
    const row = await db
      .selectFrom('goods.search_documents')
      .select('ranked')
      .where('product_id', '=', products[0]!.id)
      .where('locale', '=', 'zh')
      .executeTakeFirstOrThrow()
    return row.ranked.includes("'紫陶杯'")
  }
  expect(await ranked()).toBe(false)

  await addDictionaryWords(shop, ['紫陶杯', '紫陶杯'])
  await renewDocuments(now)
  expect([await ranked(), (await listDictionary(shop)).map(({ word }) => word)]).toEqual([true, ['紫陶杯']])

  await removeDictionaryWord(shop, '紫陶杯')
  await renewDocuments(now)
  expect(await ranked()).toBe(false)
  expect(() => addDictionaryWords(shop, ['cup'])).toThrow(
    dictionaryWordInvalid({ field: 'words', word: 'cup' }).message,
  )
  await expect(removeDictionaryWord(shop, '紫陶杯')).rejects.toThrow('was not added')
})

test('STO-05 staff see every factor of a result, and that the score is their product', async () => {
  const { shop, now, products } = await aShopWith('青瓷茶杯', '茶杯青瓷小碟')
  const [cup, dish] = products
  await transaction(shop, async (tx) => {
    await pushSold(tx, [{ productId: cup!.id, quantity: 12 }])
    await setRankingFacts(tx, new Map([[cup!.id, { seen: 80, bought: 4, rated: 3, ratingHundredths: 480 }]]))
  })
  await weighProducts(now)

  const { hits, total, wishes } = await explainRanking(now, '茶杯')

  expect([total, wishes]).toEqual([2, [{ text: '茶杯', others: [] }]])
  expect(hits.map(({ productId }) => productId)).toEqual([cup!.id, dish!.id])
  expect(hits.map(({ passed }) => passed.map(({ holds }) => holds))).toEqual([
    ['leads', 'names', 'in_name', 'said'],
    ['in_name', 'said'],
  ])
  const [first] = hits
  expect(first?.factors).toMatchObject({ sold: 12, seen: 80, bought: 4, rated: 3, ratingHundredths: 480 })
  const { sales, conversion, rating, freshness } = first!.factors
  expect(first!.boost).toBeCloseTo(sales.lift * conversion.lift * rating.lift * freshness.lift, 2)
  expect(first!.score).toBeCloseTo((first!.words + 0.01) * first!.boost, 5)
  expect(hits[0]!.score).toBeGreaterThan(hits[1]!.score)
})
