import { expect, test } from 'vitest'
import type { OrderId } from '#model/sales/orders'
import { requestExport } from '#platform/exports'
import { revealCustomer } from '#sales/customers'
import { findOrder, revealRecipient } from '#sales/orders'
import { outboundsOf, recordPapers } from '#supply/warehouse'
import { openDoor } from '#test/open-door'
import { nameOf } from '#test/route-table'

const door = await openDoor()
const { ours, things, people } = door
const ctx = { ...ours.ctx, actor: people.owner.actor }
const route = door.routes.find((each) => nameOf(each) === 'GET /api/v1/admin/audit/seen')!
const asked = async (phone: string, who: 'owner' | 'owner elsewhere' = 'owner') =>
  (await door.ask(who, route, { query: { phone } })).body.rows

const order = things.order as OrderId
const reason = '买家来电核对'
const { phone } = await revealRecipient(ctx, { orderId: order, reason })

test('SEC-08 who saw a number is found by the number: who looked, who printed it, and lists that may have held it', async () => {
  const [outbound] = await outboundsOf(ctx, order)
  await recordPapers(ctx, { outboundIds: [outbound!.id], paper: 'waybill' })
  await requestExport(ctx, { kind: 'orders', format: 'csv', personal: true, reason: '月底对账核对' })

  const seen = await asked(phone)
  expect(seen).toContainEqual(
    expect.objectContaining({ subject: 'order', actorName: 'Lin', reason, isCertain: true, href: `/orders/${order}` }),
  )
  expect(seen).toContainEqual(
    expect.objectContaining({
      subject: 'outbound',
      number: outbound!.number,
      reason: 'paper: waybill',
      isCertain: true,
    }),
  )
  expect(seen).toContainEqual(
    expect.objectContaining({ subject: 'export', number: null, href: null, isCertain: false }),
  )
})

test('SEC-08 a look at the customer whose number it is counts, and leads to the customer', async () => {
  const { customerId } = (await findOrder(ctx, order))!
  const own = '13912349876'
  const sealed = { phone_cipher: ctx.vault.seal(`+86${own}`), phone_index: ctx.vault.index('phone', `+86${own}`) }
  await ctx.db.updateTable('office.accounts').set(sealed).where('id', '=', customerId).execute()
  await revealCustomer(ctx, { customerId, reason: '核对会员手机号' })
  expect(await asked(own)).toContainEqual(
    expect.objectContaining({
      subject: 'customer',
      number: null,
      reason: '核对会员手机号',
      href: `/customers/${customerId}`,
    }),
  )
  expect(await asked(own, 'owner elsewhere')).toEqual([])
})

test('SEC-08 a number is found however it is spaced, another one and another shop find nothing', async () => {
  const spaced = `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
  expect((await asked(spaced)).length).toBeGreaterThan(0)
  expect(await asked('13999999998')).toEqual([])
  expect(await asked(phone, 'owner elsewhere')).toEqual([])
})

test('SEC-09 what happened to an order is found by its number as by its id, and a number of nothing finds nothing', async () => {
  const list = door.routes.find((each) => nameOf(each) === 'GET /api/v1/admin/audit')!
  const of = async (thing: string) => (await door.ask('owner', list, { query: { thing } })).body.rows
  const { number } = (await findOrder(ctx, order))!
  expect((await of(order)).length).toBeGreaterThan(0)
  expect(await of(number.toLowerCase())).toEqual(await of(order))
  expect(await of('SO404')).toEqual([])
})
