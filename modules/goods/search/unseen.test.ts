import { beforeAll, describe, expect, test } from 'vitest'
import type { Product } from '#model/goods/catalog'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aCategory, aProduct, aShop, asHouse } from '#test/goods'
import { fold } from './fold.ts'
import { explainRanking, learnWords, searchProducts, takeStarterSynonyms } from './index.ts'
import { leadOf, marksOf } from './naming.ts'
import { priceIn } from './price-words.ts'
import { runsOf, stem } from './words.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))
const now = later(shop, { days: 1 })
const goods: Record<string, Product> = {}
const search = (text: string) => searchProducts(now, { text })
const named = (hits: readonly { readonly productId: string }[] | undefined) =>
  hits?.map(({ productId }) => Object.keys(goods).find((key) => goods[key]!.id === productId))

beforeAll(async () => {
  const categoryId = await aCategory(shop, { name: { zh: '生活', en: 'Living' } })
  const add = async (key: string, name: string, price = 9_900) => {
    goods[key] = await aProduct(shop, { name, nameEn: name, categoryId, price })
  }
  await add('lid', '青瓷 快客杯 旅行茶具')
  await add('cream', '云雀 修护面霜50g 淡化色斑', 5_900)
  await add('dear', '云雀 金粹面霜50g', 45_900)
  await add('set', '云雀 面霜套装 洁面+面霜')
  await add('serum', '云雀 焕亮精华30ml 面霜前使用')
  await add('mask', '云雀 雪莲面膜5片装')
  await add('brow', '云雀 防水眉笔')
  await add('men', '云雀 男士洗面奶')
  await add('child', '云雀 儿童润肤露')
  await takeStarterSynonyms(shop)
  await learnWords(now)
})

describe('what a name says of the goods', () => {
  test.each([
    ['【预售】山岚 不锈钢保温杯500ml 送茶叶', ['山岚'], ['^保温杯', '$杯']],
    ['山岚/Shanlan 官方旗舰店 修护霜', ['山岚 Shanlan'], ['^修护霜', '$霜']],
    ['Glazed Mugs with Lid, 350 ml', [], ['^mug']],
    ['Set of 6 soup bowls', [], ['^bowl']],
  ])('STO-05 "%s" leads with the thing itself', (name, signs, words) => {
    expect(leadOf(name, signs)).toEqual(expect.arrayContaining(words))
    expect(leadOf(name, signs).some((word) => word.includes('茶叶') || word.includes('lid'))).toBe(false)
  })

  test('STO-05 sets and spare parts are told by the name, plus signs of strengths and packs of one thing are not', () => {
    expect(['护肤套装', '洁面+面霜', 'Tea set', '气垫替换装', 'Filter refill'].map(marksOf)).toEqual([
      ['=set'],
      ['=set'],
      ['=set'],
      ['=spare'],
      ['=spare'],
    ])
    expect(['防晒霜SPF30+ PA+++', '面霜50g*2瓶', 'settee'].flatMap(marksOf)).toEqual([])
  })

  test('a number and what it counts is one word, however it is written', () => {
    expect(['五片装', '5P装', '5 贴', '5pcs'].map(fold)).toEqual(['5片', '5片', '5片', '5片'])
    expect(runsOf(fold('护肤三件套两瓶装 5000毫安时'))).toEqual(['护肤', '3件套', '2瓶', '5000mah'])
  })
})

test('STO-05 one and several of a thing are one word, and what only looks like it is another', () => {
  const alike = [
    'boxes box',
    'glasses glass',
    'berries berry',
    'mugs mug',
    'candles candle',
    'watches watch',
    'houses house',
  ]
  for (const [several, one] of alike.map((words) => words.split(' '))) expect(stem(several!)).toBe(stem(one!))
  expect(stem('muge')).not.toBe(stem('mug'))
})

describe('prices said in words', () => {
  test.each([
    ['100元以下 面膜', '面膜', { toMinor: 10_000 }],
    ['200以内的精华', '的精华', { toMinor: 20_000 }],
    ['300到500元的眼霜', '的眼霜', { fromMinor: 30_000, toMinor: 50_000 }],
    ['低于80块 护手霜', '护手霜', { toMinor: 8_000 }],
    ['1000元以上 礼盒', '礼盒', { fromMinor: 100_000 }],
    ['100元左右口红', '口红', { fromMinor: 7_500, toMinor: 12_500 }],
    ['mug under $20', 'mug', { toMinor: 2_000 }],
    ['一百五十元以内的礼物', '的礼物', { toMinor: 15_000 }],
    ['两千以上 礼盒', '礼盒', { fromMinor: 200_000 }],
    ['三十到五十块的茶杯', '的茶杯', { fromMinor: 3_000, toMinor: 5_000 }],
  ])('STO-04 "%s" asks for "%s" at a price', (text, rest, price) => {
    expect(priceIn(text)).toEqual({ rest, price })
  })

  test.each(['50ml面霜', '3岁以下 玩具', '精华 30', 'spf50 防晒', 'iphone 15', '三到五岁 玩具', '一千零一夜'])(
    'STO-04 "%s" names no price',
    (text) => {
      expect(priceIn(text)).toEqual({ rest: text })
    },
  )

  test('STO-04 the price narrows what is found and is told; a price of the form counts instead of it', async () => {
    const { hits, price } = await search('100元以下的面霜')
    expect([named(hits), price]).toEqual([expect.not.arrayContaining(['dear']), { toMinor: 10_000 }])
    expect(named(hits)).toContain('cream')
    const chosen = await searchProducts(now, { text: '100元以下的面霜', fromMinor: 20_000 })
    expect([named(chosen.hits), chosen.price]).toEqual([['dear'], undefined])
  })
})

test('STO-05 the thing itself stands before a set with it and what only mentions it; who asks for a set finds sets first', async () => {
  const order = named((await search('面霜')).hits)!
  expect(order.slice(0, 2).sort()).toEqual(['cream', 'dear'])
  expect(order.indexOf('set')).toBeGreaterThan(1)
  expect(named((await search('面霜套装')).hits)![0]).toBe('set')

  const { hits } = await explainRanking(now, '面霜')
  const held = hits.find(({ productId }) => productId === goods.set!.id)!.passed
  expect(held.map(({ holds }) => holds)).toEqual(expect.arrayContaining(['names', 'set']))
  for (const { passed, words } of hits) expect(words).toBeCloseTo(passed.reduce((sum, { value }) => sum + value, 0))
})

test('STO-04 a compound that no name says finds what says its parts, shown apart', async () => {
  expect((await search('茶杯')).total).toBe(0)
  expect(named((await search('茶杯')).alike)).toEqual(['lid'])
  expect(named((await search('祛斑霜')).alike)).toEqual(['cream'])
})

test('STO-04 a single syllable is read as the thing of that sound that most goods are', async () => {
  expect(named((await search('mo')).hits)).toEqual(['mask'])
  expect((await search('shuang')).corrected).toBe('霜')
  expect((await search('jiemianru')).corrected).toBe('洁面乳')
  expect(named((await search('jiemianru')).hits)![0]).toBe('men')
  expect((await search('qun')).corrected).toBeUndefined()
})

test('STO-04 a slip beside a known word is mended, and what is another thing is not', async () => {
  expect((await search('眉毛笔')).corrected).toBe('眉笔')
  expect((await search('面双')).corrected).toBe('面霜')
  expect((await search('洗面皂')).corrected).toBeUndefined()
})

test('STO-04 a single character that means something counts, sizes are found however written, and what only says how a thing is stands for no thing', async () => {
  expect(named((await search('男 洗面奶')).hits)).toEqual(['men'])
  expect(named((await search('面膜 五片')).hits)).toEqual(['mask'])
  expect(named((await search('儿童书包')).alike)).toBeUndefined()
  expect(named((await search('雪莲 面霜')).alike)).toEqual(expect.arrayContaining(['cream', 'dear']))
})
