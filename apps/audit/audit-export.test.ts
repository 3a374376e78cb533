import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Actor, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { registerExportKind, requestExport } from '#platform/exports'
import { changeSetting } from '#platform/settings'
import { orderSettings } from '#sales/orders'
import { as, later, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { linesOf, takeOut } from '#test/exchange'
import { aShop, holding } from '#test/goods'
import { auditExport } from './audit-export.ts'

const { db } = await testDatabase()
registerExportKind(auditExport())
const { payWithin } = orderSettings.settings
const auditor = (ctx: Context, ...more: string[]) => holding(ctx, 'audit.read', ...more)
const buyer: Actor = { kind: 'shopper', id: newId<'Account'>(), name: '欧阳不二', permissions: new Set() }

const tell = (ctx: Context, type: string, data: Readonly<Record<string, unknown>>, id: string = newId()) =>
  transaction(ctx, (tx) => publish(tx, { type, aggregate: type.split('.')[0]!, id, data }))

/** The line of an event of this code. */
const lineOf = (sheet: Uint8Array, code: string, head = '事件代码') =>
  linesOf(sheet).find((line) => line[head] === code)

/** A shop in which a setting, a price and an order were changed, one after the other. */
async function aBusyShop() {
  const ctx = await aShop(db)
  const orderId = newId()
  await transaction(ctx, (tx) => changeSetting(tx, 'orders.payWithin', 45))
  const [before, after] = [{ cost: { minor: 31_337, currency: 'CNY' } }, { cost: { minor: 100, currency: 'CNY' } }]
  await tell(as(later(ctx, { minutes: 1 }), mei), 'price.changed', { before, after })
  await tell(as(later(ctx, { minutes: 2 }), buyer), 'order.cancelled', { number: 'SO1', reason: '=cmd()' }, orderId)
  return { ctx, orderId }
}

test('SEC-09 the audit trail leaves in words, newest first, as its page tells it; a setting by its name and with its unit', async () => {
  const { ctx, orderId } = await aBusyShop()
  const sheet = await takeOut(auditor(ctx, 'costs.read'), 'audit')
  const [order, price] = linesOf(sheet)
  expect(order).toMatchObject({ 谁: '', 由谁: '顾客', 做了什么: '订单取消', 单号: 'SO1', '对象 ID': orderId })
  expect(price).toMatchObject({ 谁: 'Mei', 由谁: '员工', 做了什么: '价格修改', 改动: '成本 313.37 CNY → 1.00 CNY' })
  expect(lineOf(sheet, 'setting.changed')).toMatchObject({
    谁: 'Lin',
    做了什么: '设置修改',
    改动: `${payWithin.zh} ${payWithin.initial} 分钟 → 45 分钟`,
  })
  const inEnglish = await takeOut({ ...auditor(ctx), locale: 'en' }, 'audit')
  expect(lineOf(inEnglish, 'setting.changed', 'Code of the event')).toMatchObject({
    What: 'Setting changed',
    Changes: `${payWithin.en} ${payWithin.initial} minutes → 45 minutes`,
  })
})

test('SEC-09 the sheet holds what the page is filtered to, of this shop alone, page after page', async () => {
  const { ctx, orderId } = await aBusyShop()
  const start = later(ctx, { minutes: 1 }).now.toString()
  const whats = async (filter: Record<string, string>) =>
    linesOf(await takeOut(auditor(ctx), 'audit', { filter })).map((line) => line.做了什么)
  expect(await whats({ about: 'settings' })).toEqual(['设置修改'])
  expect(await whats({ actor: mei.id! })).toEqual(['价格修改'])
  expect(await whats({ thing: orderId })).toEqual(['订单取消'])
  expect(await whats({ actorKind: 'shopper' })).toEqual(['订单取消'])
  expect(await whats({ from: start })).toEqual(['订单取消', '价格修改'])
  expect(await whats({ until: start, about: 'settings' })).toEqual(['设置修改'])
  expect(lineOf(await takeOut(auditor(await aShop(db)), 'audit'), 'order.cancelled')).toBeUndefined()

  await transaction(ctx, async (tx) => {
    for (let at = 0; at < 600; at++) await publish(tx, { type: 'stock.adjusted', aggregate: 'stock', id: ctx.shopId })
  })
  expect(await whats({ thing: ctx.shopId })).toHaveLength(601)
})

test('SEC-09 a filter that the page does not have is refused and named', async () => {
  const { ctx } = await aBusyShop()
  const asking = (filter: Record<string, string>) =>
    requestExport(auditor(ctx), { kind: 'audit', format: 'csv', filter })
  for (const [field, value] of Object.entries({ about: 'else', actor: 'Mei', from: '2026-02-30', kind: 'staff' }))
    await expect(asking({ [field]: value })).rejects.toMatchObject({ details: { field } })
  for (const [field, several] of Object.entries({ about: 'money,access', actorKind: 'staff,key' }))
    await expect(takeOut(auditor(ctx), 'audit', { filter: { [field]: several } })).rejects.toMatchObject({
      details: { field },
    })
})

test('SEC-04 SEC-08 who bought and what was noted leave only for whoever may see whole recipients; costs only for whoever may know them; no cell computes', async () => {
  const { ctx } = await aBusyShop()
  await tell(as(ctx, buyer), 'account.changed', {
    before: { displayName: '欧阳一' },
    after: { displayName: '欧阳不二' },
  })
  await tell(ctx, 'order.marked', { before: { flag: null, note: '' }, after: { flag: 'red', note: '住蓝色门后' } })
  const open = await takeOut(auditor(ctx), 'audit')
  expect(lineOf(open, 'order.marked')!.改动).toContain('→')
  for (const secret of ['欧阳', '蓝色门', 'cmd', '313.37']) expect(open.toString()).not.toContain(secret)
  await expect(takeOut(auditor(ctx), 'audit', { personal: true })).rejects.toMatchObject({
    details: { permission: 'customers.reveal' },
  })
  await expect(takeOut(holding(ctx, 'customers.reveal'), 'audit')).rejects.toMatchObject({
    details: { permission: 'audit.read' },
  })
  const whole = await takeOut(auditor(ctx, 'customers.reveal'), 'audit', { personal: true })
  expect(lineOf(whole, 'order.cancelled')).toMatchObject({
    顾客名: '欧阳不二',
    其他内容: expect.stringContaining('=cmd()'),
  })
  expect(lineOf(whole, 'account.changed')).toMatchObject({ 改动: '', 其他内容: '显示名 欧阳一 → 欧阳不二' })
})

test('SEC-09 S24 what an event says is text in the sheet, however it begins', async () => {
  const ctx = await aShop(db)
  await tell(ctx, 'order.held', { number: '=1+1' })
  expect(lineOf(await takeOut(auditor(ctx), 'audit'), 'order.held')).toMatchObject({ 谁: lin.name, 单号: "'=1+1" })
})
