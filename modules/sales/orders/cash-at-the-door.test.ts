import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { add, type Money, money, subtract } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import type { ParcelId } from '#model/supply/shipping'
import type { Outbound } from '#model/supply/warehouse'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { cashSharesOf } from '#sales/collections'
import { applyTracking, parcelsOf } from '#supply/shipping'
import { outboundsOf } from '#supply/warehouse'
import { aCashShop, onDelivery, signed } from '#test/cash'
import { testDatabase } from '#test/database'
import { aProduct, handOut, inAnotherWarehouse, pick, type SellingShop, ship, track } from '#test/orders'
import { findOrder, gradeRefused, linesOf, refundOrder } from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const balance = async (shop: SellingShop, account: Parameters<typeof balanceOf>[1]) =>
  (await balanceOf(shop.ctx, account)).minor

/** An order to be paid on delivery in two boxes, of which one has left. */
async function withOneBoxOut(shop: SellingShop) {
  const goods = await aProduct(shop, { onHand: 2 })
  const second = await inAnotherWarehouse(shop, goods)
  const { order } = await onDelivery(shop, { lines: [{ of: goods, quantity: 3 }] })
  const outbounds = await outboundsOf(shop.ctx, order.id)
  const gone = outbounds.find(({ warehouseId }) => warehouseId === second)!
  const kept = outbounds.find(({ warehouseId }) => warehouseId !== second)!
  for (const { id } of outbounds) await pick(shop, id)
  await shop.tell()
  await handOut(shop, order.id, [gone.id])
  const share = (await cashSharesOf(shop.ctx, order.id)).find(({ outboundId }) => outboundId === gone.id)!
  return { order, gone, kept, share }
}

/** Whoever the courier brings one box to does not take it. */
async function turnedAway(shop: SellingShop, { id }: Pick<Order, 'id'>, box: Pick<Outbound, 'id'>): Promise<ParcelId> {
  const parcel = (await parcelsOf(shop.ctx, id)).find(({ outboundId }) => outboundId === box.id)!
  const { carrier, waybillNumber } = parcel
  await applyTracking(shop.ctx, [
    { carrier, waybillNumber: waybillNumber!, at: shop.ctx.now, state: 'returned', text: 'refused' },
  ])
  await shop.tell({ twice: true })
  return parcel.id
}

test('PAY-09 what the courier collects is owed by the carrier from the signature on; the order is paid by it and may be given back', async () => {
  const shop = await aCashShop(db)
  const { order } = await onDelivery(shop)
  await ship(shop, order.id)
  expect(await balance(shop, 'cash_on_the_way')).toBe(order.total.minor)
  expect(await balance(shop, 'customer_deposits')).toBe(0)

  await signed(shop, order, order.total)

  expect(await now(shop, order)).toMatchObject({ payment: 'paid', headline: 'delivered', paidAt: shop.ctx.now })
  expect(await balance(shop, 'cash_on_the_way')).toBe(0)
  expect(await balance(shop, 'carrier_receivables')).toBe(order.total.minor)
  expect(await balance(shop, 'bank')).toBe(0)
  await transaction(shop.ctx, (tx) =>
    refundOrder(tx, { orderId: order.id, cause: 'test', causeId: newId(), reason: 'late', amount: money(500) }),
  )
  await shop.tell()
  expect(await balance(shop, 'payouts_due')).toBe(500)
  expect(await balance(shop, 'provider_clearing')).toBe(0)
  expect(await now(shop, order)).toMatchObject({ headline: 'refunding' })
})

test('PAY-09 refused at the door: the box comes back, the order closes, nothing is owed and nothing is given back', async () => {
  const shop = await aCashShop(db)
  const { order } = await onDelivery(shop)
  await ship(shop, order.id)

  await track(shop, order.id, 'returned')
  await shop.tell({ twice: true })

  expect(await now(shop, order)).toMatchObject({
    headline: 'cancelled',
    cancelReason: 'refused',
    waived: order.total,
    refunded: money(0),
  })
  for (const account of ['cash_on_the_way', 'carrier_receivables', 'payouts_due'] as const)
    expect(await balance(shop, account)).toBe(0)
  expect((await balance(shop, 'sales')) + (await balance(shop, 'freight_income'))).toBe(await balance(shop, 'refunds'))
})

test('PAY-09 a box that nobody fetches from where it waited comes back as one refused at the door does', async () => {
  const shop = await aCashShop(db)
  const { order } = await onDelivery(shop)
  await ship(shop, order.id)
  await track(shop, order.id, 'at_pickup_point')
  expect(await now(shop, order)).toMatchObject({ headline: 'delivered' })

  await track(shop, order.id, 'returned')

  expect(await now(shop, order)).toMatchObject({ headline: 'cancelled', waived: order.total, refunded: money(0) })
})

test('PAY-09 refused in one of two boxes: the lines give up what the courier was to collect for it, to the cent', async () => {
  const shop = await aCashShop(db)
  const { order, gone, kept, share } = await withOneBoxOut(shop)

  await turnedAway(shop, order, gone)

  expect(await now(shop, order)).toMatchObject({ waived: share.amount, payment: 'on_delivery' })
  const [line] = await linesOf(shop.ctx, order)
  expect(line!.refunded).toEqual(share.amount)
  await handOut(shop, order.id, [kept.id])
  await signed(shop, order)
  expect(await now(shop, order)).toMatchObject({ payment: 'paid', waived: share.amount })
})

test('PAY-09 what was refused at the door goes back to the warehouse that had sent it, in the lots of that box', async () => {
  const shop = await aCashShop(db)
  const { order, gone, kept } = await withOneBoxOut(shop)
  await handOut(shop, order.id, [kept.id])
  const parcelId = await turnedAway(shop, order, gone)
  const [line] = await linesOf(shop.ctx, order)

  await gradeRefused(shop.ctx, { parcelId, grades: [{ lineId: line!.id, grade: 'as_new' }] })

  const there = await db
    .selectFrom('supply.bin_stock as held')
    .innerJoin('supply.lots as lot', 'lot.id', 'held.lot_id')
    .innerJoin('supply.bins as bin', 'bin.id', 'held.bin_id')
    .select(['bin.warehouse_id', 'lot.number', 'held.quantity'])
    .where('held.shop_id', '=', shop.ctx.shopId)
    .where('held.quantity', '>', 0)
    .execute()
  expect(there).toEqual([{ warehouse_id: gone.warehouseId, number: 'L2', quantity: 1 }])
})

test('PAY-09 what a courier is on the way to collect is not given up meanwhile; what has not left may be', async () => {
  const shop = await aCashShop(db)
  const { order, share } = await withOneBoxOut(shop)
  const stays = subtract(order.total, share.amount)
  const giveUp = (amount: Money) =>
    transaction(shop.ctx, (tx) =>
      refundOrder(tx, { orderId: order.id, cause: 'test', causeId: newId(), reason: 'late', amount }),
    )

  await expect(giveUp(add(stays, money(1)))).rejects.toMatchObject({ code: 'orders.cash_under_way' })
  expect(await now(shop, order)).toMatchObject({ waived: money(0) })
  await giveUp(stays)
  expect(await now(shop, order)).toMatchObject({ waived: stays })
  await expect(giveUp(money(1))).rejects.toMatchObject({ code: 'orders.cash_under_way' })
})
