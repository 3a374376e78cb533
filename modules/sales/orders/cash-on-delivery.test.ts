import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Id, newId } from '#kernel/id'
import { add, type Money, money, subtract, sum } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { cashSharesOf } from '#sales/collections'
import { findIssues } from '#sales/desk'
import { paymentsOf } from '#sales/payments'
import { receiveStock } from '#supply/inventory'
import { applyTracking, parcelsOf, saveCarrier, saveFreightRule } from '#supply/shipping'
import { outboundsOf, reportShort, startPicking, waybillData } from '#supply/warehouse'
import { aCashShop, offerCash, onDelivery, zto } from '#test/cash'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  aBuyer,
  anOrder,
  aProduct,
  aSellingShop,
  handOut,
  inAnotherWarehouse,
  notice,
  payFor,
  pick,
  place,
  type SellingShop,
  ship,
  track,
} from '#test/orders'
import { aCart, anAddress } from '#test/people'
import { splitOverBoxes } from './cash-of-order.ts'
import {
  bargain,
  cancelOrder,
  cancelUnpaid,
  changeRecipient,
  findOrder,
  linesOf,
  mergeOrders,
  payOnDelivery,
  quoteCheckout,
  refundMissing,
  refundOrder,
  sendPartLocked,
  serveAgain,
  startPayment,
  waysToPay,
} from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const balance = async (shop: SellingShop, account: Parameters<typeof balanceOf>[1]) =>
  (await balanceOf(shop.ctx, account)).minor

const signed = async (shop: SellingShop, order: Order, collected?: Money) => {
  for (const { carrier, waybillNumber } of await parcelsOf(shop.ctx, order.id))
    await applyTracking(shop.ctx, [
      { carrier, waybillNumber: waybillNumber!, at: shop.ctx.now, state: 'signed', text: 'signed', collected },
    ])
  await shop.tell({ twice: true })
}

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
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  expect(outbound!.collectMinor).toBe(order.total.minor)
  await startPicking(as(shop.ctx, mei), { outboundId: outbound!.id })
  await shop.tell()
  expect(await waybillData(shop.ctx, outbound!.id, 'Mei')).toMatchObject({ collect: order.total })
  expect(await balance(shop, 'customer_deposits')).toBe(0)
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
  const goods = await aProduct(shop, { onHand: 2 })
  const second = await inAnotherWarehouse(shop, goods)
  const { order } = await onDelivery(shop, { lines: [{ of: goods, quantity: 3 }] })
  const outbounds = await outboundsOf(shop.ctx, order.id)
  const refused = outbounds.find(({ warehouseId }) => warehouseId === second)!
  const kept = outbounds.find(({ warehouseId }) => warehouseId !== second)!
  for (const { id } of outbounds) await pick(shop, id)
  await shop.tell()
  await handOut(shop, order.id, [refused.id])

  const parcel = (await parcelsOf(shop.ctx, order.id)).find(({ outboundId }) => outboundId === refused.id)!
  await applyTracking(shop.ctx, [
    {
      carrier: parcel.carrier,
      waybillNumber: parcel.waybillNumber!,
      at: shop.ctx.now,
      state: 'returned',
      text: 'refused',
    },
  ])
  await shop.tell({ twice: true })

  const share = (await cashSharesOf(shop.ctx, order.id)).find(({ outboundId }) => outboundId === refused.id)!
  expect(await now(shop, order)).toMatchObject({ waived: share.amount, payment: 'on_delivery' })
  const [line] = await linesOf(shop.ctx, order)
  expect(line!.refunded).toEqual(share.amount)
  await handOut(shop, order.id, [kept.id])
  await signedLive(shop, order)
  expect(await now(shop, order)).toMatchObject({ payment: 'paid', waived: share.amount })
})

test('PAY-09 what a courier is on the way to collect is not given up meanwhile; what has not left may be', async () => {
  const shop = await aCashShop(db)
  const goods = await aProduct(shop, { onHand: 2 })
  const second = await inAnotherWarehouse(shop, goods)
  const { order } = await onDelivery(shop, { lines: [{ of: goods, quantity: 3 }] })
  const outbounds = await outboundsOf(shop.ctx, order.id)
  for (const { id } of outbounds) await pick(shop, id)
  await shop.tell()
  const leaves = outbounds.find(({ warehouseId }) => warehouseId === second)!
  await handOut(shop, order.id, [leaves.id])
  const share = (await cashSharesOf(shop.ctx, order.id)).find(({ outboundId }) => outboundId === leaves.id)!
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

test('PAY-01 an order paid on delivery that leaves in parts: each courier collects what is in the box, together what is owed', async () => {
  const shop = await aCashShop(db)
  const goods = await aProduct(shop, { onHand: 3 })
  const { order } = await onDelivery(shop, { lines: [{ of: goods, quantity: 3 }] })
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  const ctx = as(shop.ctx, mei)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  const missing = { outboundId: outbound!.id, pickId: picks[0]!.id, quantity: 1, reason: 'missing' } as const
  await reportShort(ctx, { scanId: newId(), ...missing })
  await pick(shop, outbound!.id)
  await shop.tell()
  const { warehouseId, binId } = shop
  const receipt = { warehouseId, binId, variantId: goods.variantId, quantity: 1, lot: { number: 'L2' } }

  await transaction(shop.ctx, (tx) => sendPartLocked(tx, { orderId: order.id }))
  await shop.tell()
  await handOut(shop, order.id)
  await transaction(shop.ctx, (tx) => receiveStock(tx, { ...receipt, cause: 'test', causeId: newId() }))
  await serveAgain(shop.ctx, order.id)
  const [, rest] = await outboundsOf(shop.ctx, order.id)

  const { minor } = order.total
  expect((await outboundsOf(shop.ctx, order.id)).map(({ collectMinor }) => collectMinor)).toEqual([
    minor - Math.floor(minor / 3),
    Math.floor(minor / 3),
  ])
  await pick(shop, rest!.id)
  await shop.tell()
  await handOut(shop, order.id, [rest!.id])
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped', payment: 'on_delivery' })
})

test('PAY-01 of an order paid on delivery the rest no longer follows: what the courier has collected for the first part is all of it', async () => {
  const shop = await aCashShop(db)
  const goods = await aProduct(shop, { onHand: 3 })
  const { order } = await onDelivery(shop, { lines: [{ of: goods, quantity: 3 }] })
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  const ctx = as(shop.ctx, mei)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  const missing = { outboundId: outbound!.id, pickId: picks[0]!.id, quantity: 1, reason: 'missing' } as const
  await reportShort(ctx, { scanId: newId(), ...missing })
  await pick(shop, outbound!.id)
  await shop.tell()
  await transaction(shop.ctx, (tx) => sendPartLocked(tx, { orderId: order.id }))
  await shop.tell()
  await handOut(shop, order.id)
  await signed(shop, order)
  expect(await now(shop, order)).toMatchObject({ payment: 'on_delivery' })

  await refundMissing(shop.ctx, order.id)
  await shop.tell({ twice: true })
  const { payment, waived, total } = await now(shop, order)
  expect(payment).toBe('paid')
  const [paid] = await paymentsOf(shop.ctx, order.id)
  expect(paid!.amount).toEqual(subtract(total, waived))
})

test('PAY-01 pieces that are not found are not collected: the label is made anew with the smaller amount', async () => {
  const shop = await aCashShop(db)
  const goods = await aProduct(shop, { onHand: 3 })
  const { order } = await onDelivery(shop, { lines: [{ of: goods, quantity: 3 }] })
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  const ctx = as(shop.ctx, mei)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  await shop.tell()
  const [labelled] = await parcelsOf(shop.ctx, order.id)
  await reportShort(ctx, {
    scanId: newId(),
    outboundId: outbound!.id,
    pickId: picks[0]!.id,
    quantity: 1,
    reason: 'missing',
  })
  await pick(shop, outbound!.id)
  await shop.tell()

  await refundMissing(shop.ctx, order.id)
  await shop.tell()
  await handOut(shop, order.id)
  const due = order.total.minor - 2_500
  const parcels = await parcelsOf(shop.ctx, order.id)
  expect(parcels.map(({ status, collectMinor }) => [status, collectMinor])).toEqual([
    ['cancelled', order.total.minor],
    ['handed_over', due],
  ])
  expect(labelled!.collectMinor).toBe(order.total.minor)
  await signedLive(shop, order)
  expect(await now(shop, order)).toMatchObject({ payment: 'paid', waived: money(2_500), refunded: money(0) })
  expect(await balance(shop, 'cash_on_the_way')).toBe(0)
})

const signedLive = async (shop: SellingShop, order: Order) => {
  const live = (await parcelsOf(shop.ctx, order.id)).filter(({ status }) => status !== 'cancelled')
  for (const { carrier, waybillNumber } of live)
    await applyTracking(shop.ctx, [
      { carrier, waybillNumber: waybillNumber!, at: shop.ctx.now, state: 'signed', text: 'signed' },
    ])
  await shop.tell()
}

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

test('PAY-09 property: the amounts of the boxes sum to what is owed, whatever lies in which box', () => {
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 9 }), unit: fc.integer({ min: 0, max: 99_999 }) })
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 45, maxLength: 45 }),
      fc.integer({ min: 0, max: 9_999_999 }),
      (lines, where, owed) => {
        const known = lines.map(({ quantity, unit }) => ({
          id: newId<'OrderLine'>(),
          quantity,
          total: money(quantity * unit),
        }))
        const boxes = [0, 1, 2].map((box) => ({
          id: newId<'Outbound'>(),
          lines: known.map(({ id, quantity }, index) => ({
            sourceLineId: id as string,
            quantity: Array.from({ length: quantity }, (_, piece) => where[index * 9 + piece]).filter(
              (at) => at === box,
            ).length,
            short: 0,
          })),
        }))

        const parts = splitOverBoxes(money(owed), known, boxes)
        const [last, ...others] = boxes.toReversed()
        const follows = last!.lines.map(({ sourceLineId, quantity }) => ({
          lineId: sourceLineId as Id<'OrderLine'>,
          quantity,
        }))
        const first = splitOverBoxes(
          money(owed),
          known,
          others.toReversed(),
          follows.filter(({ quantity }) => quantity > 0),
        )

        expect(sum(parts.map(({ amount }) => amount)).minor).toBe(owed)
        expect(parts.every(({ amount }) => amount.minor >= 0)).toBe(true)
        expect(first).toEqual(parts.filter(({ outboundId }) => outboundId !== last!.id))
      },
    ),
    { numRuns: 200 },
  )
})
