import { expect, test } from 'vitest'
import type { Order } from '#model/sales/orders'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop } from '#test/orders'
import { anAddress } from '#test/people'
import { countTracking, guestBehind, trackOrder } from './index.ts'

const { db } = await testDatabase()
const shop = await aSellingShop(db)
const phone = '13800138000'
const behind = ({ number }: Order, told = phone) => guestBehind(shop.ctx, { number, phone: told })

/** An order that goes to another phone. */
const toAnother = ({ id, customerId }: Order, buyer = customerId) =>
  db
    .updateTable('sales.orders')
    .set({ customer_id: buyer, phone_index: Buffer.from('another phone') })
    .where('id', '=', id)
    .execute()

test('CHK-01 who knows an order’s number and its recipient’s phone finds the guest who bought it', async () => {
  const { order, buyer } = await anOrder(shop)
  const { order: strangers } = await anOrder(shop)
  await toAnother(strangers)

  expect(await behind(order)).toEqual({ orderId: order.id, accountId: buyer.ctx.actor.id })
  await expect(behind(order, '13800138001')).rejects.toMatchObject({ code: 'orders.not_tracked' })
})

test('CHK-01 an order bought with an account, or by somebody who also sends to other phones, is kept from whoever only receives it', async () => {
  const { order: named, buyer: member } = await anOrder(shop)
  await db.updateTable('office.accounts').set({ password_hash: 'x' }).where('id', '=', member.ctx.actor.id).execute()
  const { order: booked, buyer: friendly } = await anOrder(shop)
  await anAddress(friendly.ctx, { phone: '13900000009' })
  const { order: first, buyer: generous } = await anOrder(shop)
  const { order: other } = await anOrder(shop)
  await toAnother(other, generous.ctx.actor.id)

  for (const order of [named, booked, first])
    await expect(behind(order)).rejects.toMatchObject({ code: 'orders.kept_in_account', details: { field: 'number' } })
})

test('CHK-01 half a phone number, or none of an order, finds nothing', async () => {
  const { order } = await anOrder(shop)
  for (const asked of [
    { number: order.number, phone: '138' },
    { number: order.number, phone: '' },
    { number: ' ', phone },
  ])
    await expect(trackOrder(shop.ctx, asked)).rejects.toMatchObject({ code: 'orders.not_tracked' })
})

test('CHK-01 whoever tries numbers is stopped for an hour, and nobody else with them', async () => {
  const own = await aSellingShop(db)
  await transaction(own.ctx, (tx) => changeSetting(tx, 'orders.trackingsPerNetwork', 2))
  const look = (network: string, at = own.ctx.now) => countTracking({ ...own.ctx, now: at }, network)
  await look('203.0.113.1')
  await look('203.0.113.1')

  await expect(look('203.0.113.1')).rejects.toMatchObject({ code: 'orders.tracking_throttled' })
  await look('203.0.113.2')
  await look('203.0.113.1', own.ctx.now.add({ minutes: 61 }))
})
