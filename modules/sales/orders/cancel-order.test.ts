import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { transaction } from '#platform/database'
import { paymentsOf, paymentUnconfirmed, receiveNotice, refundsOf } from '#sales/payments'
import { availabilityOf, releaseStock, reservationsOf } from '#supply/inventory'
import { outboundsOf, outboundUnderWay, startPicking } from '#supply/warehouse'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  aBuyer,
  anOrder,
  aProduct,
  aSellingShop,
  asProvider,
  notice,
  payFor,
  place,
  type SellingShop,
  ship,
} from '#test/orders'
import {
  cancelOrder,
  cancelUnpaid,
  findOrder,
  orderCannot,
  orderNotFound,
  paymentArriving,
  startPayment,
} from './index.ts'

const { db } = await testDatabase()
const reason = 'changed_mind'

const now = async (shop: SellingShop, order: Order) => (await findOrder(shop.ctx, order.id))!

test('ORD-10 the buyer cancels an unpaid order with a reason: its goods are free again', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer, goods } = await anOrder(shop)
  expect(await availabilityOf(shop.ctx, [goods.variantId])).toEqual(new Map([[goods.variantId, 8]]))

  const cancelled = await cancelOrder(buyer.ctx, { orderId: order.id, reason })

  expect(cancelled).toMatchObject({ headline: 'cancelled', cancelReason: reason, payment: 'awaiting' })
  expect(await availabilityOf(shop.ctx, [goods.variantId])).toEqual(new Map([[goods.variantId, 10]]))
  expect(await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'again' })).toMatchObject({ cancelReason: reason })
  expect(await refundsOf(shop.ctx, order.id)).toEqual([])
})

test('ORD-10 cancelling a paid order refunds it whole, withdraws it from the warehouse and frees its stock', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer, goods } = await anOrder(shop, { status: 'paid' })

  const cancelled = await cancelOrder(buyer.ctx, { orderId: order.id, reason })

  expect(cancelled).toMatchObject({
    status: 'cancelled',
    fulfilment: 'cancelled',
    headline: 'refunding',
    refunded: order.total,
  })
  expect((await outboundsOf(shop.ctx, order.id)).map((each) => each.status)).toEqual(['cancelled'])
  expect(await reservationsOf(shop.ctx, order.id)).toEqual([])
  expect(await availabilityOf(shop.ctx, [goods.variantId])).toEqual(new Map([[goods.variantId, 10]]))
  await shop.tell({ twice: true })
  expect(await now(shop, order)).toMatchObject({ headline: 'cancelled', payment: 'refunded' })
  expect(shop.gateway.balance).toBe(0)
})

test('ORD-10 staff cancel for the buyer, nobody else can, and what has left cannot be cancelled', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const bob = await aBuyer(shop, [{ of: await aProduct(shop) }], { name: 'Bob' })
  await expect(cancelOrder(bob.ctx, { orderId: order.id, reason })).rejects.toMatchObject({ code: orderNotFound.code })
  expect(await cancelOrder(shop.ctx, { orderId: order.id, reason: '买家来电取消' })).toMatchObject({
    status: 'cancelled',
  })

  const { order: gone, buyer } = await anOrder(shop, { status: 'shipped' })
  await expect(cancelOrder(buyer.ctx, { orderId: gone.id, reason })).rejects.toMatchObject({
    code: orderCannot.code,
    details: { headline: 'shipped' },
  })
})

test('an order that is not paid in time is cancelled once, after its payment was closed at the provider', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer, goods } = await anOrder(shop)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  await cancelUnpaid(later(shop.ctx, { minutes: 29 }))
  expect(await now(shop, order)).toMatchObject({ status: 'open' })

  await Promise.all([cancelUnpaid(later(shop.ctx, { minutes: 31 })), cancelUnpaid(later(shop.ctx, { minutes: 31 }))])

  expect(await now(shop, order)).toMatchObject({ headline: 'cancelled', cancelReason: 'unpaid' })
  expect(shop.gateway.calls).toContain(`close ${number}`)
  expect(await paymentsOf(shop.ctx, order.id)).toMatchObject([{ status: 'closed' }])
  expect(await availabilityOf(shop.ctx, [goods.variantId])).toEqual(new Map([[goods.variantId, 10]]))
})

test('B14 G07 an order paid at the last moment is paid, not cancelled, although nobody had told us', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number)

  await cancelUnpaid(later(shop.ctx, { minutes: 31 }))
  await shop.tell()

  expect(await now(shop, order)).toMatchObject({ status: 'open', payment: 'paid' })
})

test('an order whose money has arrived is paid by the clock when the job that should have taken it never did', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number)
  await cancelUnpaid(later(shop.ctx, { minutes: 31 }))
  await db.deleteFrom('platform.outbox').execute()
  expect(await now(shop, order)).toMatchObject({ status: 'open', payment: 'awaiting' })

  await cancelUnpaid(later(shop.ctx, { minutes: 32 }))
  await cancelUnpaid(later(shop.ctx, { minutes: 33 }))
  await shop.tell()

  expect(await now(shop, order)).toMatchObject({ status: 'open', payment: 'paid', fulfilment: 'released' })
})

test('B14 while the provider cannot be asked, an unpaid order stays open: the clock waits and the buyer is told to', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.failNext('close', 'no_answer', 'no_answer')
  await cancelUnpaid(later(shop.ctx, { minutes: 31 }))
  expect(await now(shop, order)).toMatchObject({ status: 'open' })
  await expect(cancelOrder(buyer.ctx, { orderId: order.id, reason })).rejects.toMatchObject({
    code: paymentUnconfirmed.code,
  })

  await cancelUnpaid(later(shop.ctx, { minutes: 32 }))
  expect(await now(shop, order)).toMatchObject({ status: 'cancelled' })
})

test('B14 payment success against cancel at the same moment: paid, or cancelled with the money on its way back', async () => {
  for (let round = 0; round < 8; round++) {
    const shop = await aSellingShop(db)
    const { order, buyer, goods } = await anOrder(shop)
    const { number } = await startPayment(buyer.ctx, { orderId: order.id })
    shop.gateway.pay(number)
    const notified = async () => {
      await receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(number))
      await shop.tell()
    }
    await Promise.allSettled([notified(), cancelOrder(buyer.ctx, { orderId: order.id, reason })])
    await shop.tell()

    const { status, payment } = await now(shop, order)
    const left = (await availabilityOf(shop.ctx, [goods.variantId])).get(goods.variantId)
    if (status === 'open') expect([payment, left, shop.gateway.balance]).toEqual(['paid', 8, order.total.minor])
    else expect([left, shop.gateway.balance]).toEqual([10, 0])
  }
})

test('money that was booked a moment ago stops the cancelling until the order knows', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number)
  await expect(cancelOrder(buyer.ctx, { orderId: order.id, reason })).rejects.toMatchObject({
    code: paymentArriving.code,
  })
  await expect(cancelOrder(buyer.ctx, { orderId: order.id, reason })).rejects.toMatchObject({
    code: paymentArriving.code,
  })
  await shop.tell()
  expect(await cancelOrder(buyer.ctx, { orderId: order.id, reason })).toMatchObject({ headline: 'refunding' })
})

test('B15 cancel against the start of picking: one wins, and stock and money agree with it', async () => {
  for (let round = 0; round < 8; round++) {
    const shop = await aSellingShop(db)
    const { order, buyer, goods } = await anOrder(shop, { status: 'paid' })
    const [outbound] = await outboundsOf(shop.ctx, order.id)

    const [picking, cancelling] = await Promise.allSettled([
      startPicking(as(shop.ctx, mei), { outboundId: outbound!.id }),
      cancelOrder(buyer.ctx, { orderId: order.id, reason }),
    ])
    await shop.tell()

    expect([picking.status, cancelling.status].sort()).toEqual(['fulfilled', 'rejected'])
    if (cancelling.status === 'rejected') expect(cancelling.reason).toMatchObject({ code: outboundUnderWay.code })
    const isCancelled = cancelling.status === 'fulfilled'
    expect(await now(shop, order)).toMatchObject({ status: isCancelled ? 'cancelled' : 'open' })
    expect(await availabilityOf(shop.ctx, [goods.variantId])).toEqual(
      new Map([[goods.variantId, isCancelled ? 10 : 8]]),
    )
    expect(shop.gateway.balance).toBe(isCancelled ? 0 : order.total.minor)
  }
})

test('B16 G07 a payment that comes after the goods were given back gets them again while there are any', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer, goods } = await anOrder(shop)
  await transaction(shop.ctx, (tx) => releaseStock(tx, { holder: order.id }))
  await payFor(shop, buyer, order.id)
  expect(await now(shop, order)).toMatchObject({ headline: 'released' })
  expect(await availabilityOf(shop.ctx, [goods.variantId])).toEqual(new Map([[goods.variantId, 8]]))
})

test('B16 G07 a payment for goods that somebody else has by now is refunded, never kept without goods', async () => {
  const shop = await aSellingShop(db)
  const goods = await aProduct(shop, { onHand: 2 })
  const { order, buyer } = await anOrder(shop, { lines: [{ of: goods, quantity: 2 }] })
  await transaction(shop.ctx, (tx) => releaseStock(tx, { holder: order.id }))
  await db.updateTable('goods.products').set({ status: 'on_sale' }).where('id', '=', goods.productId).execute()
  await place(await aBuyer(shop, [{ of: goods, quantity: 2 }], { name: 'Bob' }))

  await payFor(shop, buyer, order.id)

  expect(await now(shop, order)).toMatchObject({
    headline: 'cancelled',
    cancelReason: 'out_of_stock',
    payment: 'refunded',
    refunded: order.total,
  })
  expect(shop.gateway.balance).toBe(0)
})

test('a notification told twice to every listener changes nothing more', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number)
  await receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(number))
  await shop.tell({ twice: true })
  await notice(shop, number)
  expect(await now(shop, order)).toMatchObject({ headline: 'released', refunded: money(0) })
  await ship(shop, order.id)
  await shop.tell({ twice: true })
  expect(await now(shop, order)).toMatchObject({ headline: 'shipped' })
})
