import { expect, test } from 'vitest'
import { transaction } from '#platform/database'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse } from '#test/goods'
import {
  hotWords,
  hotWordsInvalid,
  learnWords,
  missedSearches,
  noteMissed,
  pushSold,
  setHotWords,
  suggestWords,
} from './index.ts'
import { forgetMissed } from './missed-searches.ts'

const { db } = await testDatabase()
const timeZone = 'Asia/Shanghai'

test('STO-04 a search field goes on from Chinese, pinyin, initials and the last of several words', async () => {
  const shop = asHouse(await aShop(db))
  await aProduct(shop, { name: '青瓷茶杯', nameEn: 'Celadon teacup' })
  await aProduct(shop, { name: '白瓷茶杯', nameEn: 'White teacup' })
  await aProduct(shop, { name: '茶叶罐', nameEn: 'Tea caddy' })
  await learnWords(later(shop, { days: 1 }))

  expect((await suggestWords(shop, '茶'))[0]).toBe('茶杯')
  expect((await suggestWords(shop, 'chab'))[0]).toBe('茶杯')
  expect((await suggestWords(shop, 'cb'))[0]).toBe('茶杯')
  expect((await suggestWords(shop, '青瓷 茶'))[0]).toBe('青瓷 茶杯')
  expect(await suggestWords({ ...shop, locale: 'en' }, 'Tea')).toEqual(['tea', 'teacup'])
  expect(await suggestWords(shop, '%')).toEqual([])
  expect(await suggestWords(asHouse(await aShop(db)), '茶')).toEqual([])
})

test('STO-04 words are learnt again only when goods have changed', async () => {
  const shop = asHouse(await aShop(db))
  const now = later(shop, { days: 1 })
  const cup = await aProduct(shop, { name: '紫砂壶' })
  await learnWords(now)
  await transaction(shop, (tx) => pushSold(tx, [{ productId: cup.id, quantity: 1 }]))
  await db.deleteFrom('goods.search_words').where('shop_id', '=', shop.shopId).execute()
  await learnWords(now)
  expect(await suggestWords(shop, '紫砂')).toEqual([])

  await aProduct(shop, { name: '紫砂杯' })
  await learnWords(now)
  expect(await suggestWords(shop, '紫砂')).not.toEqual([])
})

test('STO-04 staff choose the hot words of each language, in their order', async () => {
  const shop = asHouse(await aShop(db))
  await setHotWords(shop, { locale: 'zh', words: ['茶杯', ' 茶叶 ', '茶杯', ''] })
  await setHotWords(shop, { locale: 'en', words: ['teapot'] })
  expect(await hotWords(shop)).toEqual({ zh: ['茶杯', '茶叶'], en: ['teapot'] })

  await setHotWords(shop, { locale: 'zh', words: [] })
  expect(await hotWords(shop)).toEqual({ zh: [], en: ['teapot'] })
  expect(() => setHotWords(shop, { locale: 'zh', words: ['长'.repeat(41)] })).toThrow(
    hotWordsInvalid({ field: 'words', most: 20 }).message,
  )
})

test('STO-05 searches in vain are counted by word over the days, without what was nobody’s business', async () => {
  const shop = asHouse(await aShop(db))
  const tomorrow = later(shop, { days: 1 })
  await Promise.all(['滑板', '滑板', '冲浪板'].map((text) => noteMissed(shop, { text, timeZone })))
  await noteMissed(tomorrow, { text: '滑板', timeZone })
  for (const text of ['13800138000', 'ann@example.com', ' ']) await noteMissed(shop, { text, timeZone })

  const since = shop.now.toZonedDateTimeISO(timeZone).toPlainDate()
  expect((await missedSearches(shop, since)).map(({ word, days, times }) => [word, days, times])).toEqual([
    ['滑板', 2, 3],
    ['冲浪板', 1, 1],
  ])
  await forgetMissed(later(shop, { days: 91 }))
  expect((await missedSearches(shop, since)).map(({ word }) => word)).toEqual(['滑板'])
})
