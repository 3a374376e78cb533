import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Actor, Context } from '#platform/context'
import { historyOf } from '#platform/events'
import { adjustStock, availabilityOf, stockByBin } from '#supply/inventory'
import { parcelsOf } from '#supply/shipping'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, inAnotherWarehouse, ship, track } from '#test/orders'
import { loadOrder } from './index.ts'
import { type ShipOrder, shipOrder } from './ship-order.ts'

const { db } = await testDatabase()
const shop = await aSellingShop(db)
const erp: Actor = { kind: 'key', id: newId<'Account'>(), name: 'ERP', permissions: new Set(['outbound.hand_over']) }
const bridge: Context = as(shop.ctx, erp)

let last = 100_000
const waybill = () => `YT${++last}`
const shipped = (given: Omit<ShipOrder, 'waybillNumber'> & { waybillNumber?: string }) =>
  shipOrder(bridge, { waybillNumber: waybill(), ...given })

test('an order that an outside warehouse ships leaves stock, books and order as if ours had shipped it', async () => {
  const ours = await anOrder(shop, { status: 'shipped' })
  const theirs = await anOrder(shop, { status: 'released' })

  const { outbound, parcel } = await shipped({ orderId: theirs.order.id, weightGrams: 900 })
  await shop.tell()

  expect(outbound).toMatchObject({ status: 'handed_over', packer: 'ERP', lines: [{ picked: 2, packed: 2 }] })
  expect(parcel).toMatchObject({ status: 'handed_over', waybillNumber: `YT${last}`, weightGrams: 900 })
  const [first, second] = [await loadOrder(bridge, ours.order.id), await loadOrder(bridge, theirs.order.id)]
  expect(second.fulfilment).toBe(first.fulfilment)
  const left = async ({ goods }: typeof ours) => (await availabilityOf(bridge, [goods.variantId])).get(goods.variantId)
  expect(await left(theirs)).toBe(await left(ours))
  expect(await postings(theirs)).toEqual(await postings(ours))
  expect((await historyOf(bridge, outbound.id)).at(-1)).toMatchObject({ type: 'shipment.dispatched', actorName: 'ERP' })
  await track(shop, theirs.order.id, 'signed')
  expect((await loadOrder(bridge, theirs.order.id)).fulfilment).toBe('delivered')
})

async function postings({ order }: { order: { id: string } }): Promise<string[]> {
  const outbounds = await outboundsOf(bridge, order.id)
  const rows = await db
    .selectFrom('office.ledger_transfers')
    .select(['debit', 'credit'])
    .where('cause_id', 'in', [order.id, ...outbounds.map(({ id }) => id)])
    .orderBy('id')
    .execute()
  return rows.map(({ debit, credit }) => `${debit} ${credit}`)
}

test('the same waybill number again changes nothing, another one is refused', async () => {
  const { order } = await anOrder(shop, { status: 'released' })
  const waybillNumber = waybill()
  const first = await shipped({ orderId: order.id, waybillNumber })

  expect(await shipped({ orderId: order.id, waybillNumber })).toEqual(first)
  await expect(shipped({ orderId: order.id })).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })
  expect(await parcelsOf(bridge, order.id)).toHaveLength(1)
})

test('of five who ship the same order at once under different numbers, one does', async () => {
  const { order } = await anOrder(shop, { status: 'released' })
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => shipped({ orderId: order.id })))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await parcelsOf(bridge, order.id)).toHaveLength(1)
})

test('an order that was paid a moment ago is checked on the spot; an unpaid one waits', async () => {
  const unpaid = await anOrder(shop, { status: 'placed' })
  await expect(shipped({ orderId: unpaid.order.id })).rejects.toMatchObject({ code: 'orders.not_ready_to_ship' })

  const paid = await anOrder(shop, { status: 'placed' })
  await db
    .updateTable('sales.orders')
    .set({ payment_status: 'paid', paid_at: shop.ctx.now, dispatch_by: shop.ctx.now.add({ hours: 48 }) })
    .where('id', '=', paid.order.id)
    .execute()
  expect((await shipped({ orderId: paid.order.id })).outbound.status).toBe('handed_over')
})

test('what our own people have begun to pick is theirs, and a waybill number belongs to one parcel', async () => {
  const [begun, other] = [await anOrder(shop, { status: 'released' }), await anOrder(shop, { status: 'released' })]
  const [outbound] = await outboundsOf(bridge, begun.order.id)
  await startPicking(as(shop.ctx, mei), { outboundId: outbound!.id })
  await expect(shipped({ orderId: begun.order.id })).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })

  const waybillNumber = waybill()
  const third = await anOrder(shop, { status: 'released' })
  await shipped({ orderId: other.order.id, waybillNumber })
  await expect(shipped({ orderId: third.order.id, waybillNumber })).rejects.toMatchObject({
    code: 'shipping.waybill_taken',
  })
  await expect(shipped({ orderId: third.order.id, carrier: 'PIGEON' })).rejects.toMatchObject({
    code: 'shipping.carrier_unknown',
  })
  await ship(shop, third.order.id)
  expect((await loadOrder(bridge, third.order.id)).fulfilment).toBe('shipped')
})

test('goods that our shelves do not hold were not shipped by anybody: nothing of the order moves', async () => {
  const { order, goods } = await anOrder(shop, {
    status: 'released',
    lines: [{ of: await aProduct(shop, { onHand: 2 }), quantity: 2 }],
  })
  const [slot] = await stockByBin(bridge, goods)
  const { binId, lotId } = slot!
  const { variantId } = goods
  await adjustStock(shop.ctx, { binId, lotId, variantId, change: -1, reason: '盘点', causeId: newId() })

  await expect(shipped({ orderId: order.id })).rejects.toMatchObject({ code: 'warehouse.goods_missing' })

  expect(await outboundsOf(bridge, order.id)).toMatchObject([{ status: 'released', lines: [{ picked: 0 }] }])
  expect(await parcelsOf(bridge, order.id)).toEqual([])
})

test('of an order that leaves in two boxes it is said which one was shipped', async () => {
  const cup = await aProduct(shop, { onHand: 1 })
  await inAnotherWarehouse(shop, cup)
  const { order } = await anOrder(shop, { status: 'released', lines: [{ of: cup, quantity: 2 }] })
  const [first, second] = await outboundsOf(bridge, order.id)

  await expect(shipped({ orderId: order.id })).rejects.toMatchObject({ code: 'orders.several_outbounds' })
  await shipped({ orderId: order.id, outboundId: first!.id })

  const after = await outboundsOf(bridge, order.id)
  expect(after.map(({ id, status }) => [id, status])).toEqual([
    [first!.id, 'handed_over'],
    [second!.id, 'released'],
  ])
})
