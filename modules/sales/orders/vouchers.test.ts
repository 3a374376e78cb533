import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Voucher } from '#model/sales/vouchers'
import { balanceOf } from '#office/ledger'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { refundsOf } from '#sales/payments'
import { findVouchers, vouchersOf } from '#sales/vouchers'
import { availabilityOf } from '#supply/inventory'
import { outboundsOf } from '#supply/warehouse'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, ship, track } from '#test/orders'
import { aCart, aShopper } from '#test/people'
import {
  giveBackVoucher,
  loadOrder,
  makeAppointment,
  orderPage,
  placeOrder,
  quoteCheckout,
  redeemVoucher,
  refundOrder,
  releaseOrder,
  trackOrder,
} from './index.ts'

const { db } = await testDatabase()

/** A paid order of two tea lessons, and of a tea caddy beside them when asked. */
async function lessons({ withGoods = false } = {}) {
  const shop = await aSellingShop(db)
  const lesson = await aProduct(shop, { name: '茶艺课', price: money(10_000), requiresShipping: false, onHand: 0 })
  const caddy = await aProduct(shop, { name: '茶罐' })
  const { order, buyer } = await anOrder(shop, {
    status: 'released',
    lines: [{ of: lesson, quantity: 2 }, ...(withGoods ? [{ of: caddy }] : [])],
  })
  const vouchers = await vouchersOf(shop.ctx, order.id)
  const statusOf = async () => loadOrder(shop.ctx, order.id)
  return { shop, lesson, order, buyer, vouchers, statusOf }
}
const redeem = (shop: { ctx: Parameters<typeof redeemVoucher>[0] }, { code }: Voucher) =>
  redeemVoucher(shop.ctx, { code })

test('CAT-22 a service is sold without stock and without a parcel: its buyer gets one code per unit', async () => {
  const { shop, lesson, order, buyer, vouchers } = await lessons()

  expect((await availabilityOf(shop.ctx, [lesson.variantId])).get(lesson.variantId)).toBeGreaterThan(1_000)
  expect(order).toMatchObject({ fulfilment: 'delivered', freight: money(0) })
  expect(await outboundsOf(shop.ctx, order.id)).toEqual([])
  expect(vouchers.map(({ unit, status }) => [unit, status])).toEqual([
    [1, 'open'],
    [2, 'open'],
  ])
  expect(vouchers.every(({ code }) => /^\d{12}$/.test(code))).toBe(true)
  const [own, staffs] = [await orderPage(buyer.ctx, order.id), await orderPage(shop.ctx, order.id)]
  expect([own.vouchers[0]!.code, staffs.vouchers[0]!.code]).toEqual([
    vouchers[0]!.code,
    `········${vouchers[0]!.code.slice(-4)}`,
  ])
})

test('CHK-01 services alone ask for no address: a guest says a phone number, by which the order is found again, and nothing is promised for a day', async () => {
  const { shop, lesson } = await lessons()
  const guest = await aShopper(shop.ctx, 'Bob')
  const cartId = await aCart(guest, { of: lesson.variantId })
  const quote = await quoteCheckout(guest, { cartId })
  expect(quote).toMatchObject({ reach: 'phone', problems: [], freight: money(0), ways: [], promised: null })

  const wish = { cartId, expectedTotal: quote.total }
  await expect(placeOrder(guest, wish)).rejects.toMatchObject({ details: { field: 'phone' } })
  const order = await placeOrder(guest, { ...wish, phone: '+86 138 0013 8000' })
  const [own, staffs] = [await orderPage(guest, order.id), await orderPage(shop.ctx, order.id)]
  const nowhere = { name: '', districtCode: '', street: '' }
  expect(own.recipient).toEqual({ ...nowhere, phone: '13800138000' })
  expect(staffs.recipient).toEqual({ ...nowhere, phone: '138****8000' })
  const tracked = await trackOrder(shop.ctx, { number: order.number, phone: '13800138000' })
  expect(tracked.order).toMatchObject({ number: order.number, arrivesFrom: null, dispatchBy: null })
})

test('CHK-01 as soon as something is sent, its address is asked for by name', async () => {
  const { shop, lesson } = await lessons()
  const buyer = await aShopper(shop.ctx, 'Bob')
  const cartId = await aCart(buyer, { of: lesson.variantId }, { of: (await aProduct(shop)).variantId })
  const { reach, problems, total } = await quoteCheckout(buyer, { cartId })
  expect([reach, problems.map(({ code }) => code)]).toEqual(['address', ['address_missing']])
  await expect(placeOrder(buyer, { cartId, expectedTotal: total })).rejects.toMatchObject({
    code: 'orders.address_missing',
    details: { field: 'addressId' },
  })
})

test('CAT-22 redeeming takes the money as revenue unit by unit, and the last code is the receipt of the order', async () => {
  const { shop, vouchers, statusOf } = await lessons()
  await redeem(shop, vouchers[0]!)
  expect([await balanceOf(shop.ctx, 'customer_deposits'), (await statusOf()).fulfilment]).toEqual([
    money(10_000),
    'delivered',
  ])

  await redeem(shop, vouchers[1]!)
  expect([await balanceOf(shop.ctx, 'customer_deposits'), await balanceOf(shop.ctx, 'sales')]).toEqual([
    money(0),
    money(20_000),
  ])
  expect((await statusOf()).fulfilment).toBe('received')
})

test('CAT-22 of two lessons one is paid back before the order is released: its buyer gets one code, and its redemption is the receipt', async () => {
  const shop = await aSellingShop(db)
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', false))
  const lesson = await aProduct(shop, { price: money(10_000), requiresShipping: false, onHand: 0 })
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: lesson, quantity: 2 }] })
  const [line] = (await orderPage(shop.ctx, order.id)).lines
  const lines = [{ lineId: line!.id, quantity: 1 }]
  const wish = { orderId: order.id, cause: 'favour', causeId: newId(), reason: 'late', lines }
  await transaction(shop.ctx, (tx) => refundOrder(tx, wish))
  await releaseOrder(shop.ctx, order.id)

  const vouchers = await vouchersOf(shop.ctx, order.id)
  expect(vouchers).toMatchObject([{ unit: 1, status: 'open' }])
  await redeem(shop, vouchers[0]!)
  expect((await loadOrder(shop.ctx, order.id)).fulfilment).toBe('received')
  expect([await balanceOf(shop.ctx, 'customer_deposits'), await balanceOf(shop.ctx, 'sales')]).toEqual([
    money(0),
    money(10_000),
  ])
})

test('CAT-22 a code is good once, typed with or without blanks', async () => {
  const { shop, vouchers } = await lessons()
  const { code } = vouchers[0]!
  await redeemVoucher(shop.ctx, { code: `${code.slice(0, 4)} ${code.slice(4)}` })

  await expect(redeemVoucher(shop.ctx, { code })).rejects.toMatchObject({ code: 'vouchers.cannot' })
  await expect(redeemVoucher(shop.ctx, { code: '000000000000' })).rejects.toMatchObject({ code: 'vouchers.not_found' })
})

test('CAT-22 two desks redeeming one code at once: one of them does', async () => {
  const { shop, vouchers } = await lessons()
  const results = await Promise.allSettled([redeem(shop, vouchers[0]!), redeem(shop, vouchers[0]!)])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await balanceOf(shop.ctx, 'sales')).toEqual(money(10_000))
})

test('CAT-22 the last two codes redeemed at once at two desks: the order is received and every cent is revenue', async () => {
  const { shop, vouchers, statusOf } = await lessons()
  await Promise.all(vouchers.map((voucher) => redeem(shop, voucher)))

  expect((await statusOf()).fulfilment).toBe('received')
  expect([await balanceOf(shop.ctx, 'customer_deposits'), await balanceOf(shop.ctx, 'sales')]).toEqual([
    money(0),
    money(20_000),
  ])
})

test('CAT-22 an unused voucher is given back for its money, a used one is not', async () => {
  const { shop, order, buyer, vouchers } = await lessons()
  await giveBackVoucher(buyer.ctx, vouchers[0]!.id)
  await redeem(shop, vouchers[1]!)

  await expect(giveBackVoucher(buyer.ctx, vouchers[1]!.id)).rejects.toMatchObject({ code: 'vouchers.cannot' })
  await expect(redeem(shop, vouchers[0]!)).rejects.toMatchObject({ code: 'vouchers.cannot' })
  expect((await refundsOf(shop.ctx, order.id)).map(({ amount }) => amount)).toEqual([money(10_000)])
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
})

test('CAT-22 giving a voucher back while it is redeemed: either the service or the money', async () => {
  const { shop, order, buyer, vouchers } = await lessons()
  const results = await Promise.allSettled([giveBackVoucher(buyer.ctx, vouchers[0]!.id), redeem(shop, vouchers[0]!)])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refunded = results[0]!.status === 'fulfilled'
  expect(await refundsOf(shop.ctx, order.id)).toHaveLength(refunded ? 1 : 0)
  expect(await balanceOf(shop.ctx, 'sales')).toEqual(money(refunded ? 0 : 10_000))
})

test('CAT-22 goods and a service in one order: the goods travel, the service waits for its code, and every cent ends as revenue', async () => {
  const { shop, order, vouchers, statusOf } = await lessons({ withGoods: true })
  expect([order.fulfilment, (await outboundsOf(shop.ctx, order.id))[0]!.lines.length]).toEqual(['released', 1])

  await ship(shop, order.id)
  expect([(await statusOf()).fulfilment, await balanceOf(shop.ctx, 'customer_deposits')]).toEqual([
    'shipped',
    money(20_000),
  ])
  await redeem(shop, vouchers[0]!)
  await track(shop, order.id, 'signed')
  await redeem(shop, vouchers[1]!)

  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
  expect((await statusOf()).fulfilment).toBe('delivered')
})

test('CAT-22 the buyer says when they come; nobody else may, not for yesterday, and not with a code that is used', async () => {
  const { shop, buyer, vouchers } = await lessons()
  const other = await lessons()
  const at = shop.ctx.now.add({ hours: 48 })
  const voucherId = vouchers[0]!.id

  expect((await makeAppointment(buyer.ctx, { voucherId, at })).appointmentAt).toEqual(at)
  await expect(makeAppointment(buyer.ctx, { voucherId, at: shop.ctx.now })).rejects.toMatchObject({
    code: 'vouchers.in_past',
  })
  await redeem(shop, vouchers[1]!)
  await expect(makeAppointment(buyer.ctx, { voucherId: vouchers[1]!.id, at })).rejects.toMatchObject({
    code: 'vouchers.cannot',
  })
  const stranger = { ...other.buyer.ctx, shopId: shop.ctx.shopId }
  await expect(makeAppointment(stranger, { voucherId, at })).rejects.toMatchObject({ code: 'vouchers.not_found' })
  await expect(giveBackVoucher(stranger, voucherId)).rejects.toMatchObject({ code: 'vouchers.not_found' })
})

test('CAT-22 the desk finds codes by their state, by appointment and by what the buyer shows', async () => {
  const { shop, buyer, vouchers } = await lessons()
  const [used, kept] = [vouchers[0]!, vouchers[1]!]
  await makeAppointment(buyer.ctx, { voucherId: kept.id, at: shop.ctx.now.add({ hours: 48 }) })
  await redeem(shop, used)
  const found = async (filter: Parameters<typeof findVouchers>[1]) =>
    (await findVouchers(shop.ctx, filter)).rows.map(({ id }) => id)

  expect([await found({ status: 'open' }), await found({ status: 'redeemed' })]).toEqual([[kept.id], [used.id]])
  expect(await found({ appointed: true })).toEqual([kept.id])
  expect(await found({ code: `${used.code.slice(0, 4)} ${used.code.slice(4)}` })).toEqual([used.id])
  const { rows, next: cursor } = await findVouchers(shop.ctx, { limit: 1 })
  expect(await found({ cursor })).toEqual(vouchers.map(({ id }) => id).filter((id) => id !== rows[0]!.id))
})
