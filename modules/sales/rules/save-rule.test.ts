import { expect, test } from 'vitest'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { testDatabase } from '#test/database'
import { aProduct, aSellingShop } from '#test/orders'
import { arrangeRules, changeRule, createRule, findRules, removeRule, rulesInForce } from './index.ts'
import type { Condition, RuleAction } from './model.ts'

const { db } = await testDatabase()
const hold: RuleAction = { kind: 'review', decision: 'hold', reason: '先别发' }
const draft = (name: string, action: RuleAction = hold, conditions: readonly Condition[] = []) => ({
  name,
  enabled: true,
  conditions,
  action,
})

test('ORD-03 rules are kept in their order, changed and taken away, each change with before and after', async () => {
  const { ctx } = await aSellingShop(db)
  const [first, second, third] = [
    await createRule(ctx, draft(' 一 ')),
    await createRule(ctx, draft('二')),
    await createRule(ctx, draft('三')),
  ]
  await arrangeRules(ctx, { kind: 'review', ids: [third.id, first.id, second.id] })
  await changeRule(ctx, { ...first, enabled: false })
  await removeRule(ctx, second.id)

  expect((await findRules(ctx)).map(({ name, enabled, hits }) => [name, enabled, hits])).toEqual([
    ['三', true, 0],
    ['一', false, 0],
  ])
  expect((await rulesInForce(ctx)).map(({ name }) => name)).toEqual(['三'])
  expect((await historyOf(ctx, first.id)).map(({ type }) => type)).toContain('order_rule.changed')
  expect((await historyOf(ctx, third.id)).at(-1)).toMatchObject({
    type: 'order_rule.arranged',
    data: { before: ['一', '二', '三'], after: ['三', '一', '二'] },
  })
  await expect(removeRule(ctx, second.id)).rejects.toMatchObject({ code: 'rules.not_found' })
  const fourth = await createRule(ctx, draft('四'))
  expect((await findRules(ctx)).at(-1)?.id).toBe(fourth.id)
})

test('two people who arrange the rules at the same moment leave an order that one of them meant, and a forgotten rule is refused', async () => {
  const { ctx } = await aSellingShop(db)
  const ids = []
  for (const name of ['一', '二', '三']) ids.push((await createRule(ctx, draft(name))).id)
  await Promise.all([
    arrangeRules(ctx, { kind: 'review', ids: ids.toReversed() }),
    arrangeRules(ctx, { kind: 'review', ids: [ids[1]!, ids[2]!, ids[0]!] }),
  ])
  expect(['三二一', '二三一']).toContain((await findRules(ctx)).map(({ name }) => name).join(''))
  const short = arrangeRules(ctx, { kind: 'review', ids: ids.slice(1) })
  await expect(short).rejects.toMatchObject({ code: 'rules.differ', details: { field: 'ids' } })
})

test('a rule is another shop’s business nowhere', async () => {
  const [one, other] = [await aSellingShop(db), await aSellingShop(db)]
  const rule = await createRule(one.ctx, draft('一'))
  expect(await findRules(other.ctx)).toEqual([])
  await expect(changeRule(other.ctx, rule)).rejects.toMatchObject({ code: 'rules.not_found' })
  expect(await transaction(other.ctx, (tx) => rulesInForce(tx))).toEqual([])
})

test.each<[string, RuleAction | Condition, string, string]>([
  ['no reason', { kind: 'review', decision: 'ask', reason: ' ' }, 'rules.reason_missing', 'action.reason'],
  ['an unknown carrier', { kind: 'carrier', carrier: 'NOPE' }, 'rules.carrier_unknown', 'action.carrier'],
  ['an unknown gift', { kind: 'gift', sku: 'NOPE', quantity: 1, stop: false }, 'rules.gift_unknown', 'action.sku'],
  [
    'a window without hours',
    { kind: 'merging', decision: 'merge', withinHours: 0 },
    'rules.action_invalid',
    'action.withinHours',
  ],
  ['a range without an end', { field: 'amount', from: null, to: null }, 'rules.condition_invalid', 'conditions.0.from'],
  ['a range backwards', { field: 'pieces', from: 3, to: 2 }, 'rules.condition_invalid', 'conditions.0.to'],
  ['an empty list', { field: 'words', any: ['  '], not: false }, 'rules.condition_invalid', 'conditions.0.any'],
  [
    'a day that no week has',
    { field: 'weekday', any: ['8'], not: false },
    'rules.condition_invalid',
    'conditions.0.any',
  ],
])('a rule with %s is refused by the name of its field', async (_, part, code, field) => {
  const { ctx } = await aSellingShop(db)
  const wrong = 'kind' in part ? draft('规则', part) : draft('规则', hold, [part])
  await expect(createRule(ctx, wrong)).rejects.toMatchObject({ code, details: { field } })
})

test('what needs no parcel cannot be a gift, and a rule keeps its kind', async () => {
  const shop = await aSellingShop(db)
  const course = await aProduct(shop, { requiresShipping: false })
  const gift = createRule(shop.ctx, draft('送课', { kind: 'gift', sku: course.sku, quantity: 1, stop: false }))
  await expect(gift).rejects.toMatchObject({ code: 'rules.gift_unknown' })
  const rule = await createRule(shop.ctx, draft('一'))
  const other = changeRule(shop.ctx, { ...rule, action: { kind: 'carrier', carrier: 'ZTO' } })
  await expect(other).rejects.toMatchObject({ code: 'rules.kind_fixed' })
})
