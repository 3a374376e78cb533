import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { listCarriers, saveCarrier } from '#supply/shipping'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { addSf, aProduct, aSellingShop } from '#test/orders'
import { arrangeRules, changeRule, createRule, findRules, removeRule, rulesInForce } from './index.ts'
import type { Condition, ListField, RuleAction, RuleId } from './model.ts'

const { db } = await testDatabase()
const hold: RuleAction = { kind: 'review', decision: 'hold', reason: '先别发' }
const draft = (name: string, action: RuleAction = hold, conditions: readonly Condition[] = []) => ({
  name,
  enabled: true,
  conditions,
  action,
})

const of = (field: ListField, ...any: string[]) => ({ field, any, not: false })

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
  expect((await historyOf(ctx, ctx.shopId)).at(-1)).toMatchObject({
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

test('ORD-03 SEC-09 of ten who change one rule as they saw it one does; the others hear who was faster and when, and nothing of theirs is kept', async () => {
  const { ctx } = await aSellingShop(db)
  const rule = await createRule(ctx, draft('一'))
  const version = (await findRules(ctx))[0]!.version
  const seen = () => ({ id: rule.id, version })
  const names = Array.from({ length: 10 }, (_, index) => `第 ${index} 个`)
  const answers = await Promise.allSettled(
    names.map((name) => changeRule({ ...as(ctx, mei), origin: name, seen: seen() }, { ...rule, name })),
  )

  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({
        code: 'request.changed_meanwhile',
        details: { by: 'Mei', at: ctx.now.toString(), version: version + 1 },
      })
  const [now] = await findRules(ctx)
  expect(now).toMatchObject({ name: names[answers.findIndex(({ status }) => status === 'fulfilled')], version: 2 })
  const late = removeRule({ ...ctx, seen: seen() }, rule.id)
  await expect(late).rejects.toMatchObject({ code: 'request.changed_meanwhile' })
  expect(await findRules(ctx)).toHaveLength(1)
})

test('of two who arrange the rules as both saw them one does: nobody’s order is put back unseen', async () => {
  const { ctx } = await aSellingShop(db)
  const ids: RuleId[] = []
  for (const name of ['一', '二', '三']) ids.push((await createRule(ctx, draft(name))).id)
  const version = (await historyOf(ctx, ctx.shopId)).length
  const arrange = (wanted: RuleId[]) =>
    arrangeRules({ ...ctx, seen: { id: ctx.shopId, version } }, { kind: 'review', ids: wanted })
  const answers = await Promise.allSettled([
    arrange(ids.toReversed()),
    arrange([ids[1]!, ids[2]!, ids[0]!]),
    arrange([ids[1]!, ids[0]!, ids[2]!]),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
  const won = answers.findIndex(({ status }) => status === 'fulfilled')
  expect((await findRules(ctx)).map(({ name }) => name).join('')).toBe(['三二一', '二三一', '二一三'][won])
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
  ['a place that is none', of('region', '33', '99'), 'rules.code_unknown', 'conditions.0.any'],
  ['a country that is none', of('region', 'XX'), 'rules.code_unknown', 'conditions.0.any'],
  ['an area that its country has not', of('region', 'US-ZZ'), 'rules.code_unknown', 'conditions.0.any'],
  ['goods that nobody has', of('sku', 'NO-SUCH'), 'rules.code_unknown', 'conditions.0.any'],
  ['a product that nobody has', of('product', newId()), 'rules.code_unknown', 'conditions.0.any'],
  ['a category that is none', of('category', newId()), 'rules.code_unknown', 'conditions.0.any'],
  ['a brand that is none', of('brand', newId()), 'rules.code_unknown', 'conditions.0.any'],
  ['an id that is none', of('brand', 'x'.repeat(36)), 'rules.condition_invalid', 'conditions.0.any'],
  ['a tag that no product bears', of('tag', '没有的标签'), 'rules.code_unknown', 'conditions.0.any'],
  ['a way of paying that is none', of('payment', 'shells'), 'rules.code_unknown', 'conditions.0.any'],
  ['a message of nobody', of('message', 'ghost'), 'rules.condition_invalid', 'conditions.0.any'],
])('ORD-03 a rule with %s is refused by the name of its field', async (_, part, code, field) => {
  const { ctx } = await aSellingShop(db)
  const wrong = 'kind' in part ? draft('规则', part) : draft('规则', hold, [part])
  await expect(createRule(ctx, wrong)).rejects.toMatchObject({ code, details: { field } })
})

test('what conditions name belongs to the shop: goods and tags of another are refused, its own are taken in whatever case the tag is typed', async () => {
  const [one, other] = [await aSellingShop(db), await aSellingShop(db)]
  const { sku, productId } = await aProduct(one)
  await db
    .updateTable('goods.products')
    .set({ tags: ['易碎', 'Glass'] })
    .where('shop_id', '=', one.ctx.shopId)
    .where('id', '=', productId)
    .execute()
  const named = [of('sku', sku), of('product', productId), of('tag', '易碎', 'glass')]
  const rule = await createRule(one.ctx, draft('一', hold, [...named, of('region', '33', '330106', 'US-CA', 'abroad')]))
  expect(rule.conditions).toHaveLength(4)
  for (const condition of named)
    await expect(createRule(other.ctx, draft('二', hold, [condition]))).rejects.toMatchObject({
      code: 'rules.code_unknown',
    })
})

test('a rule whose goods or carrier are gone meanwhile can still be renamed and switched off, but names nothing new that is unknown', async () => {
  const shop = await aSellingShop(db)
  const { ctx } = shop
  await addSf(shop, money(1_000))
  const sf = (await listCarriers(ctx)).find(({ code }) => code === 'SF')!
  const rule = await createRule(ctx, draft('走顺丰', { kind: 'carrier', carrier: 'SF' }, [of('region', '33')]))
  await db
    .updateTable('sales.order_rules')
    .set({ conditions: JSON.stringify([of('region', '3399')]) })
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', rule.id)
    .execute()
  await transaction(ctx, (tx) => saveCarrier(tx, { ...sf, enabled: false }))

  const stale = { ...rule, conditions: [of('region', '3399')] }
  await changeRule(ctx, { ...stale, name: '停用', enabled: false })
  expect(await findRules(ctx)).toMatchObject([{ name: '停用', enabled: false }])
  const more = changeRule(ctx, { ...stale, conditions: [of('region', '3399', '3398')] })
  await expect(more).rejects.toMatchObject({ code: 'rules.code_unknown', details: { value: '3398' } })
})

test('ORD-03 a list may be asked for more than once, a number has one range, and nothing is asked twice', async () => {
  const { ctx } = await aSellingShop(db)
  const within = [of('region', '33'), { ...of('region', '3309'), not: true }]
  expect((await createRule(ctx, draft('浙江，不含舟山', hold, within))).conditions).toEqual(within)
  const amount = (from: number): Condition => ({ field: 'amount', from, to: null })
  for (const twice of [
    [amount(1), amount(2)],
    [of('region', '33'), of('region', ' 33 ')],
  ])
    await expect(createRule(ctx, draft('二', hold, twice))).rejects.toMatchObject({
      code: 'rules.condition_invalid',
      details: { field: 'conditions.1.field' },
    })
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
