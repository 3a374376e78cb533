import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSources } from '#test/sources'
import { eventWords } from './audit-text.ts'
import { factsOf } from './event-facts.ts'

const how = {
  locale: 'zh',
  instantText: (instant: string) => instant.slice(0, 10),
  placeText: (code: string) => (code === '33' ? '浙江' : code),
} as const
const facts = (aggregate: string, data: Readonly<Record<string, unknown>>) => factsOf({ aggregate, data }, how)

test('SEC-09 a change is told field by field in words, and what stayed the same is not told', () => {
  const before = { name: '拣货', permissions: ['outbound.pick'], needsSecondFactor: false }
  const after = { name: '拣货', permissions: ['outbound.pick', 'stock.read'], needsSecondFactor: true }
  expect(facts('role', { role: 'own-1', before, after })).toEqual([
    { field: '权限', before: '拣货、回架', after: '拣货、回架、查看库存、批次和变动原因' },
    { field: '必须二次验证', before: '否', after: '是' },
    { field: '角色', after: 'own-1' },
  ])
})

test('SEC-09 states and amounts are told as people say them, ids are left out', () => {
  expect(
    facts('order', {
      orderId: '0190',
      before: { payment: 'awaiting' },
      after: { payment: 'paid' },
      total: { minor: 12_300, currency: 'CNY' },
      prices: { before: { list: { minor: 100, currency: 'CNY' } }, after: { list: { minor: 90, currency: 'CNY' } } },
    }),
  ).toEqual([
    { field: '付款', before: '待付款', after: '已付款' },
    { field: '总额', after: '123.00 CNY' },
    { field: '价格 › 售价', before: '1.00 CNY', after: '0.90 CNY' },
  ])
  expect(facts('product', { before: 'draft', after: 'on_sale' })).toMatchObject([{ before: '草稿', after: '在售' }])
})

test('SEC-09 something that is new or gone is told by its parts, and a plain value by itself', () => {
  expect(facts('price', { before: null, after: { list: { minor: 990, currency: 'CNY' }, was: null } })).toEqual([
    { field: '售价', before: '—', after: '9.90 CNY' },
  ])
  expect(facts('api_key', { expiresAt: '2027-01-01T00:00:00Z', scopes: ['stock.read'] })).toEqual([
    { field: '到期', after: '2027-01-01' },
    { field: '权限范围', after: '查看库存、批次和变动原因' },
  ])
})

test('SEC-09 a setting is told by its name on the settings page and its values with their unit; one that no room declares any more by its code', () => {
  const event = { aggregate: 'shop', data: { name: 'orders.payWithin', before: 30, after: 60 } }
  const setting = { zh: '付款时限', en: 'Time to pay', unit: 'minutes' }
  expect(factsOf({ ...event, setting }, how)).toEqual([{ field: '付款时限', before: '30 分钟', after: '60 分钟' }])
  expect(factsOf({ ...event, setting: null }, how)).toEqual([
    { field: '值', before: '30', after: '60' },
    { field: '名称', after: 'orders.payWithin' },
  ])
})

/** What a room calls its steps once they are taken: of `case.${past[step]}` the words after the dot. */
function verbsIn(text: string): string[] {
  const [, prefix, table] = text.match(/type: `[a-z_]+\.([a-z_]*)\$\{past[\s\S]*?const past\b[^{]*\{([^}]*)\}/) ?? []
  return [...(table ?? '').matchAll(/: '([a-z_]+)'/g)].map(([, verb]) => `${prefix}${verb}`)
}

test('SEC-09 every event that the house tells of has its words', () => {
  const sources = readSources(join(import.meta.dirname, '../..'), ['modules', 'platform'])
  const told = sources
    .filter(({ path }) => !path.includes('.test.'))
    .flatMap(({ text }) => [
      ...[...text.matchAll(/(?:type: |tell\w*\(\s*tx,\s*)'([a-z_]+\.[a-z_]+)'/g)].map(([, type]) => type!),
      ...[...text.matchAll(/\bevent: .*/g)].flatMap(([line]) => line.match(/\b[a-z_]+\.[a-z_]+(?=')/g) ?? []),
      ...verbsIn(text),
    ])
  const parts = new Set(told.flatMap((type) => type.split('.')))
  expect(parts.size).toBeGreaterThan(150)
  expect([...parts].filter((part) => !(part in eventWords))).toEqual([])
})
