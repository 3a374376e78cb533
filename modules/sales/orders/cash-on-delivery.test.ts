import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { cashSharesOf } from '#sales/collections'
import { findIssues } from '#sales/desk'
import { paymentsOf } from '#sales/payments'
import { saveCarrier, saveFreightRule } from '#supply/shipping'
import { outboundsOf, startPicking, waybillData } from '#supply/warehouse'
import { aCashShop, offerCash, onDelivery, zto } from '#test/cash'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aBuyer, anOrder, aProduct, aSellingShop, notice, payFor, place, type SellingShop } from '#test/orders'
import { aCart, anAddress } from '#test/people'
import {
  bargain,
  cancelOrder,
  cancelUnpaid,
  changeRecipient,
  findOrder,
  findOrders,
  mergeOrders,
  payOnDelivery,
  quoteCheckout,
  startPayment,
  waysToPay,
} from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!

test('PAY-01 cash on delivery goes straight to the warehouse without payment, keeps its goods, and the amount stands on the waybill', async () => {
  const shop = await aCashShop(db)
  const { order, buyer } = await anOrder(shop)
  expect((await waysToPay(buyer.ctx, order.id)).map(({ method }) => method)).toEqual(['wechat', 'cod'])

  await payOnDelivery(buyer.ctx, order.id)
  const again = await payOnDelivery(buyer.ctx, order.id)
  await shop.tell({ twice: true })
  await cancelUnpaid(later(shop.ctx, { days: 3 }))

  expect(again).toMatchObject({ payment: 'on_delivery', cashOnDelivery: true })
  expect(await now(shop, order)).toMatchObject({ headline: 'released', payment: 'on_delivery', paidAt: null })
  await anOrder(shop)
  expect((await findOrders(shop.ctx, { cashOnDelivery: true })).rows.map(({ id }) => id)).toEqual([order.id])
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  expect(outbound!.collectMinor).toBe(order.total.minor)
  await startPicking(as(shop.ctx, mei), { outboundId: outbound!.id })
  await shop.tell()
  expect(await waybillData(shop.ctx, outbound!.id, 'Mei')).toMatchObject({ collect: order.total })
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
})

test('PAY-01 it is refused with the reason: switched off, above the limit, a service in it, no carrier that collects cash there', async () => {
  const shop = await aCashShop(db, { enabled: false })
  const refusal = (why: string) => ({ code: 'orders.no_cash_on_delivery', details: { why } })
  const { order, buyer } = await anOrder(shop)
  await expect(payOnDelivery(buyer.ctx, order.id)).rejects.toMatchObject(refusal('off'))
  await offerCash(shop, { mostMinor: order.total.minor - 1 })
  await expect(payOnDelivery(buyer.ctx, order.id)).rejects.toMatchObject(refusal('amount'))
  expect((await waysToPay(buyer.ctx, order.id)).map(({ method }) => method)).toEqual(['wechat'])
  await offerCash(shop)

  const far = await aBuyer(shop, [{ of: await aProduct(shop) }], { districtCode: '440106' })
  const toGuangdong = await place(far)
  await expect(payOnDelivery(far.ctx, toGuangdong.id)).rejects.toMatchObject(refusal('region'))
  const mixed = await anOrder(shop, {
    lines: [{ of: await aProduct(shop) }, { of: await aProduct(shop, { requiresShipping: false }) }],
  })
  await expect(payOnDelivery(mixed.buyer.ctx, mixed.order.id)).rejects.toMatchObject(refusal('not_shipped'))
  const stranger = await aBuyer(shop, [{ of: await aProduct(shop) }], { name: 'Bob' })
  await expect(payOnDelivery(stranger.ctx, order.id)).rejects.toMatchObject({ code: 'orders.not_found' })
})

test('PAY-01 a carrier that collects cash there takes the order over, at the freight agreed', async () => {
  const shop = await aSellingShop(db)
  await offerCash(shop)
  const { order, buyer } = await anOrder(shop)
  await expect(payOnDelivery(buyer.ctx, order.id)).rejects.toMatchObject({ details: { why: 'region' } })
  await transaction(shop.ctx, async (tx) => {
    await saveCarrier(tx, { ...zto, code: 'SF', name: { zh: '顺丰', en: 'SF' }, collectsCash: true })
    await saveFreightRule(tx, {
      carrier: 'SF',
      name: '顺丰全国',
      provinces: [],
      reachable: true,
      firstGrams: 1_000,
      firstFee: money(2_000),
      stepGrams: 500,
      stepFee: money(500),
      freeFrom: null,
      priority: 95,
    })
  })

  const deferred = await payOnDelivery(buyer.ctx, order.id)

  expect(deferred).toMatchObject({ carrier: 'SF', freight: order.freight, total: order.total })
  expect(deferred.carrierWhy?.rejected).toMatchObject([{ carrier: 'ZTO', reason: 'no_cash' }])
})

test('PAY-01 a payment that was opened online is closed first; afterwards nothing can be paid online, and money that comes all the same goes back', async () => {
  const shop = await aCashShop(db)
  const { order, buyer } = await anOrder(shop)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })

  await payOnDelivery(buyer.ctx, order.id)

  expect(await paymentsOf(shop.ctx, order.id)).toMatchObject([{ number, status: 'closed' }])
  await expect(startPayment(buyer.ctx, { orderId: order.id })).rejects.toMatchObject({ code: 'payments.paid_already' })
  shop.gateway.pay(number)
  await notice(shop, number)
  expect(await paymentsOf(shop.ctx, order.id)).toMatchObject([{ number, surplus: true, refunded: order.total }])
  expect(await now(shop, order)).toMatchObject({ payment: 'on_delivery' })
})

test('PAY-01 when the time to pay is over nobody begins to pay any more, online or on delivery', async () => {
  const shop = await aCashShop(db)
  const { order, buyer } = await anOrder(shop)
  const tooLate = { ...buyer.ctx, now: order.payBy }

  await expect(startPayment(tooLate, { orderId: order.id })).rejects.toMatchObject({ code: 'orders.pay_by_passed' })
  await expect(payOnDelivery(tooLate, order.id)).rejects.toMatchObject({ code: 'orders.pay_by_passed' })

  expect(await paymentsOf(shop.ctx, order.id)).toEqual([])
  expect(await now(shop, order)).toMatchObject({ payment: 'awaiting' })
})

test('PAY-01 paying online and on delivery at once: one of both', async () => {
  const shop = await aCashShop(db)
  const { order, buyer } = await anOrder(shop)
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number)

  await expect(payOnDelivery(buyer.ctx, order.id)).rejects.toMatchObject({ code: 'orders.payment_arriving' })
  await shop.tell()

  expect(await now(shop, order)).toMatchObject({ payment: 'paid', cashOnDelivery: false })
})

test('PAY-01 cancelled before dispatch: nothing is refunded, the goods are free again', async () => {
  const shop = await aCashShop(db)
  const { order, buyer } = await onDelivery(shop)

  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()

  expect(await now(shop, order)).toMatchObject({ headline: 'cancelled', waived: order.total, refunded: money(0) })
  expect((await findIssues(shop.ctx, {})).rows).toEqual([])
  const reserved = await db
    .selectFrom('supply.stock_levels')
    .select('reserved')
    .where('shop_id', '=', shop.ctx.shopId)
    .execute()
  expect(reserved.map((row) => row.reserved)).toEqual([0])
})

test('PAY-01 another address without cash collection is refused; another price is printed anew', async () => {
  const shop = await aCashShop(db)
  const { order, buyer } = await onDelivery(shop)
  const { recipient } = await anAddress(buyer.ctx, { districtCode: '440106' })
  await expect(changeRecipient(shop.ctx, { orderId: order.id, recipient })).rejects.toMatchObject({
    code: 'orders.no_cash_there',
  })

  await bargain(as(shop.ctx, mei), { orderId: order.id, goods: money(4_800), freight: order.freight, reason: '熟客' })

  const [outbound] = await outboundsOf(shop.ctx, order.id)
  expect(outbound!.collectMinor).toBe(4_800 + order.freight.minor)
  expect(await now(shop, order)).toMatchObject({ payment: 'on_delivery', fulfilment: 'released' })
})

test('PAY-01 merged orders add up in their box; one that is paid cannot join them', async () => {
  const shop = await aCashShop(db)
  const tea = await aProduct(shop)
  const buyer = await aBuyer(shop, [{ of: tea, quantity: 2 }])
  const first = await place(buyer)
  const again = async () => {
    const cartId = await aCart(buyer.ctx, { of: tea.variantId, quantity: 1 })
    const { total } = await quoteCheckout(buyer.ctx, { cartId, addressId: buyer.address.id })
    return place({ ...buyer, cartId, total })
  }
  const [second, paid] = [await again(), await again()]
  for (const each of [first, second]) await payOnDelivery(buyer.ctx, each.id)
  await payFor(shop, buyer, paid.id)
  await shop.tell()
  await expect(mergeOrders(shop.ctx, { orderIds: [first.id, paid.id] })).rejects.toMatchObject({
    details: { what: 'payment' },
  })

  const [merged] = await mergeOrders(shop.ctx, { orderIds: [first.id, second.id] })

  const [outbound] = await outboundsOf(shop.ctx, merged!.shipmentId!)
  expect(outbound!.collectMinor).toBe(first.total.minor + second.total.minor)
  expect((await cashSharesOf(shop.ctx, second.id)).map(({ amount }) => amount)).toEqual([second.total])
})
