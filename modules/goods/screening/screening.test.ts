import { expect, test } from 'vitest'
import { changeProduct } from '#goods/catalog'
import { checkListing, submitListing } from '#goods/listing'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { testDatabase } from '#test/database'
import { aDraft, aProduct, aShop, asHouse } from '#test/goods'
import { dictionary } from './dictionary.ts'
import { listRules, resetRule, rulesFor, screenTexts, setRule } from './index.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))
const found = (text: string) => screenTexts(dictionary, [{ field: 'name', text }]).map(({ rule }) => rule.word)

test('CAT-13 a listing with a banned word cannot be submitted, and is told which word stands where', async () => {
  const { id } = await aDraft(shop, { name: '全国第一青瓷杯' })
  const { passed, findings } = await checkListing(shop, id)

  expect(passed).toBe(false)
  expect(findings.find(({ code }) => code === 'catalog.finding.word_blocked')).toMatchObject({
    field: 'texts.zh.name',
    blocking: true,
    details: { word: '全国第一', snippet: '全国第一青瓷杯' },
  })
  await expect(submitListing(shop, id)).rejects.toMatchObject({ code: 'listing.incomplete' })
})

test('CAT-13 a product on sale cannot get a banned word later, in whichever text', async () => {
  const { id } = await aProduct(shop)
  const change = (description: string) => changeProduct(shop, id, { texts: { zh: { name: '青瓷杯', description } } })

  await expect(change('<p>降 血&#8203;压，<b>治</b>疗失眠</p>')).rejects.toMatchObject({
    code: 'catalog.not_fit_for_sale',
  })
  await expect(changeProduct(shop, id, { tags: ['处方药'] })).rejects.toMatchObject({
    code: 'catalog.not_fit_for_sale',
    details: { field: 'tags' },
  })
  expect((await change('<p>第一次用前先温杯。</p>')).texts.zh?.description).toContain('温杯')
})

test('CAT-13 a word in a harmless phrase is none; blanks, width and case do not hide one; the longest counts', () => {
  expect(found('第一次用，第一泡倒掉')).toEqual([])
  expect(found('喝第一次就知道它是第一')).toEqual(['第一'])
  expect(found('顶 级 茶 具')).toEqual(['顶级'])
  expect(found('１００％有效')).toEqual(['100%有效'])
  expect(found('全网第一')).toEqual(['全网第一'])
  expect(found('一缕香烟升起')).toEqual([])
  expect(found('手工拉坯，一只一色')).toEqual([])
})

test('CAT-13 staff soften, silence and add words with a reason, and take it back', async () => {
  const own = asHouse(await aShop(db))
  await setRule(own, { word: '顶级', kind: 'absolute', severity: 'warn', reason: '有检测报告' })
  await setRule(own, { word: '特供', kind: 'privilege', severity: 'off', reason: '商标名' })
  await setRule(own, { word: 'Replica', kind: 'own', severity: 'block', reason: '不卖仿品' })
  const severityOf = async (word: string) => (await rulesFor(own)).find((rule) => rule.word === word)?.severity

  expect([await severityOf('顶级'), await severityOf('特供'), await severityOf('replica')]).toEqual([
    'warn',
    undefined,
    'block',
  ])
  const hits = screenTexts(await rulesFor(own), [{ field: 'name', text: 'A REPLICA cup, replicated' }])
  expect(hits.map(({ snippet }) => snippet)).toEqual(['a replica cup, re'])

  await resetRule(own, '顶级')
  expect([await severityOf('顶级'), (await listRules(own)).filter(({ changedBy }) => changedBy).length]).toEqual([
    'block',
    2,
  ])
  await expect(resetRule(own, '顶级')).rejects.toMatchObject({ code: 'screening.not_ours' })
  await expect(setRule(own, { word: '好', kind: 'own', severity: 'warn', reason: ' ' })).rejects.toMatchObject({
    code: 'screening.reason_missing',
  })
})

test('CAT-13 the rule of one marketplace counts for shops that sell there', async () => {
  const own = asHouse(await aShop(db))
  await setRule(own, { word: '微信', kind: 'own', severity: 'block', platform: 'taobao', reason: '不得站外引流' })
  const counts = async () => (await rulesFor(own)).some(({ word }) => word === '微信')
  const before = await counts()
  await transaction(own, (tx) => changeSetting(tx, 'screening.platforms', 'shop,taobao'))

  expect([before, await counts()]).toEqual([false, true])
})

test('CAT-05 a title without the core keywords is warned of, and both are found by them', async () => {
  const { id } = await aDraft(shop, { name: '青瓷杯', keywords: ['青瓷', '品茗杯'] })
  const { passed, findings } = await checkListing(shop, id)

  expect(passed).toBe(true)
  expect(findings.filter(({ code }) => code === 'catalog.finding.keyword_missing')).toMatchObject([
    { field: 'keywords', blocking: false, details: { word: '品茗杯' } },
  ])
})
