import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { deciding, judgeRule } from './judge.ts'
import type { Condition, OrderFacts, Rule, RuleAction } from './model.ts'

const facts: OrderFacts = {
  numbers: { amount: 12_000, weight: 900, pieces: 3, level: 2, refunds: 0, time: 23 * 60 },
  lists: {
    sku: ['TEA-1', 'CUP-2'],
    product: [],
    category: ['c-leaf', 'c-top'],
    brand: [],
    tag: ['易碎'],
    region: ['330106'],
    buyer: ['first'],
    words: ['周末送，不要发票', ''],
    message: ['memo'],
    payment: ['wechat'],
    channel: ['shop'],
    weekday: ['1'],
  },
}
const range = (field: 'amount' | 'time' | 'pieces', from: number | null, to: number | null): Condition => ({
  field,
  from,
  to,
})
const list = (field: 'sku' | 'region' | 'words' | 'message' | 'tag', any: string[], not = false): Condition => ({
  field,
  any,
  not,
})
const holds = (...conditions: Condition[]) => judgeRule({ conditions }, facts).map((each) => each.holds)
const rule = (name: string, action: RuleAction, given: Partial<Rule> = {}): Rule => ({
  id: newId<'OrderRule'>(),
  name,
  enabled: true,
  conditions: [],
  action,
  ...given,
})
const ask: RuleAction = { kind: 'review', decision: 'ask', reason: '看一眼' }
const gift = (sku: string, stop = false): RuleAction => ({ kind: 'gift', sku, quantity: 1, stop })

test('both ends of a range belong to it, an open end has no limit, and hours may pass midnight', () => {
  expect(holds(range('amount', 12_000, 12_000), range('amount', 12_001, null), range('amount', null, 11_999))).toEqual([
    true,
    false,
    false,
  ])
  expect(holds(range('time', 22 * 60, 6 * 60), range('time', 6 * 60, 22 * 60), range('time', 0, 23 * 60))).toEqual([
    true,
    false,
    true,
  ])
})

test('a list is met by one of it, a turned one by none; regions by what they lie in, words anywhere and in any case', () => {
  expect(
    holds(list('sku', ['cup-2', 'X']), list('sku', ['X']), list('sku', ['X'], true), list('tag', ['易碎'], true)),
  ).toEqual([true, false, true, false])
  expect(
    holds(list('region', ['33']), list('region', ['3301']), list('region', ['abroad']), list('region', ['65'], true)),
  ).toEqual([true, true, false, true])
  expect(judgeRule({ conditions: [list('words', ['发票', '加急'])] }, facts)).toMatchObject([
    { holds: true, actual: ['发票'] },
  ])
})

test('ORD-03 several conditions on one list all hold: this place but not that part of it, this SKU and that one too', () => {
  expect(holds(list('region', ['33']), list('region', ['3309'], true))).toEqual([true, true])
  expect(holds(list('region', ['33']), list('region', ['3301'], true))).toEqual([true, false])
  expect(holds(list('sku', ['TEA-1']), list('sku', ['CUP-2']))).toEqual([true, true])
  expect(holds(list('message', ['memo', 'note']), list('message', ['note'], true))).toEqual([true, true])
})

test('ORD-03 of a kind the first rule that meets an order decides; one that is switched off, or asks for more, decides nothing', () => {
  const rules = [
    rule('关着', ask, { enabled: false }),
    rule('太贵', ask, { conditions: [range('amount', 99_999, null)] }),
    rule('三件', ask, { conditions: [range('pieces', 3, null), list('region', ['33'])] }),
    rule('兜底', ask),
    rule('别类', gift('G')),
  ]
  expect(deciding(rules, 'review', facts).map((each) => each.rule.name)).toEqual(['三件'])
  expect(deciding(rules, 'carrier', facts)).toEqual([])
})

test('gifts follow each other until one says stop', () => {
  const rules = [
    rule('一', gift('A')),
    rule('不符', gift('X'), { conditions: [list('sku', ['NO'])] }),
    rule('二', gift('B', true)),
    rule('三', gift('C')),
  ]
  expect(deciding(rules, 'gift', facts).map(({ action }) => action.sku)).toEqual(['A', 'B'])
})
