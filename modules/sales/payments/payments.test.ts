import { beforeEach, expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { Order, OrderId } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { providerDeclined } from '#platform/payments'
import { cancelUnpaid, checkPayment, findOrder, startPayment } from '#sales/orders'
import { testDatabase } from '#test/database'
import { known } from '#test/fake-gateway'
import {
  anOrder,
  aSellingShop,
  asProvider,
  type Buyer,
  notice,
  openNumber,
  payFor,
  type SellingShop,
} from '#test/orders'
import {
  checkPayments,
  closeAttempt,
  paidAlready,
  paymentsOf,
  paymentUnconfirmed,
  providerBusy,
  receiveNotice,
  refundsOf,
} from './index.ts'
import { fits } from './payment.ts'

const { db } = await testDatabase()

let shop: SellingShop
let order: Order
let buyer: Buyer

beforeEach(async () => {
  shop = await aSellingShop(db)
  ;({ order, buyer } = await anOrder(shop))
})

const start = () => startPayment(buyer.ctx, { orderId: order.id })
const at = (minutes: number) => ({ ...shop.ctx, now: shop.ctx.now.add({ minutes }) })
const now = async () => (await findOrder(shop.ctx, order.id))!
const attempts = (orderId: OrderId = order.id) => paymentsOf(shop.ctx, orderId)
const books = async () => ({
  clearing: (await balanceOf(shop.ctx, 'provider_clearing')).minor,
  deposits: Math.abs((await balanceOf(shop.ctx, 'customer_deposits')).minor),
  overpayments: Math.abs((await balanceOf(shop.ctx, 'overpayments')).minor),
})
const noticesOf = async () => (await openNotices(shop.ctx, new Set(['payments.read']))).map((each) => each.kind)

test('PAY-03 I21 an order counts as paid by a verified notification, which is booked and covers it', async () => {
  await payFor(shop, buyer, order.id)

  expect(await now()).toMatchObject({ payment: 'paid', headline: 'released' })
  expect(await attempts()).toMatchObject([{ status: 'succeeded', captured: order.total, surplus: false }])
  expect(await books()).toEqual({ clearing: order.total.minor, deposits: order.total.minor, overpayments: 0 })
  expect(shop.gateway.balance).toBe(order.total.minor)
})

test('C04 money that is told without a number of the provider’s own, or without an amount, does not fit', () => {
  const amount = money(2_500)
  const told = { number: 'PAY1', state: 'succeeded', amount, providerRef: 'T1' } as const

  expect(fits({ amount }, told)).toBe(true)
  const { providerRef: _, ...unnumbered } = told
  expect(fits({ amount }, unnumbered)).toBe(false)
  const { amount: __, ...unknown } = told
  expect(fits({ amount }, unknown)).toBe(false)
})

test('PAY-04 after a failed payment the buyer is told and may try again, with a new number', async () => {
  const first = await start()
  shop.gateway.decline(first.number)
  await notice(shop, first.number)
  expect(await now()).toMatchObject({ headline: 'awaiting_payment' })
  const rows = await db
    .selectFrom('platform.messages')
    .select('body')
    .where('shop_id', '=', shop.ctx.shopId)
    .where('template', '=', 'order.payment_failed')
    .execute()
  expect(rows[0]?.body).toContain(order.number)

  const second = await start()
  expect(second.number).not.toBe(first.number)
  shop.gateway.pay(second.number)
  await notice(shop, second.number)
  expect(await now()).toMatchObject({ payment: 'paid' })
})

test('a second click on pay leads to the same attempt, and the provider opens one', async () => {
  const opened = await Promise.all([start(), start(), start()])
  expect(new Set(opened.map((each) => each.number)).size).toBe(1)
  expect(shop.gateway.opened).toBe(1)
  expect(await attempts()).toHaveLength(1)
})

test('I20 a paid order cannot be paid again, and its payment is no longer offered', async () => {
  await payFor(shop, buyer, order.id)
  await expect(start()).rejects.toMatchObject({ code: paidAlready.code })
})

test('I20 money that has come is not taken twice: before its order has heard of it, the buyer is told that it is paid', async () => {
  const { number } = await start()
  shop.gateway.pay(number)
  await checkPayments(at(1))
  expect(await now()).toMatchObject({ payment: 'awaiting' })

  await expect(start()).rejects.toMatchObject({ code: paidAlready.code })
  expect(await attempts()).toMatchObject([{ number, status: 'succeeded' }])
  expect(shop.gateway.opened).toBe(1)
})

test('I20 a buyer who has paid and clicks again before anybody told us hears that it is paid, not that it was declined', async () => {
  const { number } = await start()
  shop.gateway.pay(number)

  await expect(start()).rejects.toMatchObject({ code: paidAlready.code })
  expect(await attempts()).toMatchObject([{ number, status: 'succeeded' }])
})

test('C01 I24 the same notification ten times in a row and ten at once counts once', async () => {
  const { number } = await start()
  shop.gateway.pay(number)
  const same = shop.gateway.noticeOf(number)
  for (let count = 0; count < 10; count++) await receiveNotice(asProvider(shop.ctx), same)
  await Promise.all(
    Array.from({ length: 10 }, () => receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(number))),
  )
  await shop.tell({ twice: true })

  expect((await now()).paidAt).toEqual(shop.ctx.now)
  expect(await books()).toEqual({ clearing: order.total.minor, deposits: order.total.minor, overpayments: 0 })
  const inbox = await db
    .selectFrom('platform.inbox')
    .select(['outcome'])
    .where('shop_id', '=', shop.ctx.shopId)
    .execute()
  expect(inbox).toHaveLength(11)
  expect(new Set(inbox.map((row) => row.outcome))).toEqual(new Set(['succeeded']))
})

test('C02 whatever the order in which notifications arrive, what was paid stays paid', async () => {
  const { number } = await start()
  const pending = shop.gateway.noticeOf(number)
  shop.gateway.decline(number)
  const failed = shop.gateway.noticeOf(number)
  shop.gateway.pay(number)
  const paid = shop.gateway.noticeOf(number)

  for (const one of [paid, failed, pending]) await receiveNotice(asProvider(shop.ctx), one)
  await shop.tell()
  expect(await attempts()).toMatchObject([{ status: 'succeeded' }])

  const other = await anOrder(shop)
  const second = await startPayment(other.buyer.ctx, { orderId: other.order.id })
  shop.gateway.decline(second.number)
  await notice(shop, second.number)
  shop.gateway.pay(second.number)
  await notice(shop, second.number)
  expect(await findOrder(shop.ctx, other.order.id)).toMatchObject({ payment: 'paid' })
})

test.each([
  ['unsigned', 'signature', () => ({})],
  ['signed by somebody else', 'signature', () => ({ signature: 'stranger' })],
  ['meant for another merchant', 'addressee', (genuine: Record<string, string>) => ({ ...genuine, merchant: 'other' })],
])('C03 C05 a notification that is %s has no effect, is kept, and staff are told', async (_, reason, forge) => {
  const { number } = await start()
  shop.gateway.pay(number)
  const genuine = shop.gateway.noticeOf(number)
  const forged = { ...genuine, headers: forge(genuine.headers) as Record<string, string> }
  await expect(receiveNotice(asProvider(shop.ctx), forged)).rejects.toMatchObject({
    code: 'payments.notice_forged',
    details: { reason },
  })
  await shop.tell()

  expect(await attempts()).toMatchObject([{ status: 'pending' }])
  expect(await noticesOf()).toEqual(['payment.forged'])
  const kept = await db
    .selectFrom('platform.inbox')
    .select(['provider', 'outcome'])
    .where('shop_id', '=', shop.ctx.shopId)
    .execute()
  expect(kept).toEqual([{ provider: 'forged', outcome: reason }])
})

test('C08 one changed byte of the body is refused', async () => {
  const { number } = await start()
  shop.gateway.pay(number)
  const genuine = shop.gateway.noticeOf(number)
  const changed = { ...genuine, body: Buffer.concat([genuine.body, Buffer.from(' ')]) }
  await expect(receiveNotice(asProvider(shop.ctx), changed)).rejects.toMatchObject({ code: 'payments.notice_forged' })
})

test.each([
  ['one fen more', money(5_801)],
  ['one fen less', money(5_799)],
  ['another currency', money(5_800, 'USD')],
])('C04 a genuine notification of %s pays nothing and is shown to staff', async (_, amount) => {
  const { number } = await start()
  shop.gateway.pay(number, amount)
  await notice(shop, number)

  const [attempt] = await attempts()
  expect(attempt).toMatchObject({ status: 'mismatch', captured: money(0) })
  expect(await now()).toMatchObject({ payment: 'awaiting' })
  expect(await books()).toEqual({ clearing: 0, deposits: 0, overpayments: 0 })
  expect(await noticesOf()).toEqual(['payment.mismatch'])
  expect((await historyOf(shop.ctx, attempt!.id)).map(({ type }) => type)).toContain('payment.mismatch')
})

test('C06 a notification about a number we never gave is kept as an orphan and shown to staff', async () => {
  await shop.gateway.create({
    number: 'PAY-STRANGER',
    amount: money(100),
    description: '',
    expiresAt: shop.ctx.now,
    notifyUrl: '',
    returnUrl: '',
  })
  shop.gateway.pay('PAY-STRANGER')
  await notice(shop, 'PAY-STRANGER')

  expect(await noticesOf()).toEqual(['payment.orphan'])
  const inbox = await db.selectFrom('platform.inbox').select('outcome').where('shop_id', '=', shop.ctx.shopId).execute()
  expect(inbox).toEqual([{ outcome: 'orphan' }])
})

test('C07 one transaction of the provider pays one attempt', async () => {
  const number = await payFor(shop, buyer, order.id)
  const other = await anOrder(shop)
  const second = await startPayment(other.buyer.ctx, { orderId: other.order.id })
  const query = shop.gateway.query
  shop.gateway.query = async () => ({
    number: second.number,
    state: 'succeeded',
    amount: other.order.total,
    providerRef: `T${number}`,
  })
  await checkPayments(at(1))
  shop.gateway.query = query

  expect(await attempts(other.order.id)).toMatchObject([{ status: 'mismatch' }])
})

test('C10 a notification that arrives before the answer to opening finds its payment', async () => {
  shop.gateway.onCreate = async (number) => {
    shop.gateway.pay(number)
    await notice(shop, number)
  }
  await start()
  expect(await now()).toMatchObject({ payment: 'paid' })
  expect(await attempts()).toMatchObject([{ status: 'succeeded' }])
})

test('an attempt that is given up while the provider opens it is closed there too, and nobody is sent to pay it', async () => {
  const { create } = shop.gateway
  shop.gateway.create = async (wish) => {
    await closeAttempt(shop.ctx, order.id)
    return create(wish)
  }
  await expect(start()).rejects.toMatchObject({ code: 'payments.unconfirmed' })
  shop.gateway.create = create

  const [attempt] = await attempts()
  expect(attempt).toMatchObject({ status: 'closed' })
  expect(shop.gateway.bookOf(attempt!.number)).toMatchObject({ state: 'closed' })
  expect((await start()).number).not.toBe(attempt!.number)
})

test('a second opening that is declined does not end the first one while nobody can say whether that was paid', async () => {
  const { number } = await start()
  shop.gateway.pay(number)
  shop.gateway.failNext('create', 'declined')
  shop.gateway.failNext('query', 'no_answer')

  await expect(start()).rejects.toMatchObject({ code: 'payments.unconfirmed' })

  expect(await attempts()).toMatchObject([{ number, status: 'pending' }])
  await checkPayment(buyer.ctx, order.id)
  expect(await attempts()).toMatchObject([{ number, status: 'succeeded' }])
})

test('C11 without any notification the provider is asked after 30 s, 2, 5 and 15 minutes', async () => {
  const { number } = await start()
  const asked = () => shop.gateway.calls.filter((call) => call === `query ${number}`).length
  const seen: number[] = []
  for (const seconds of [20, 31, 60, 121, 200, 301, 600, 901]) {
    await checkPayments({ ...shop.ctx, now: shop.ctx.now.add({ seconds }) })
    seen.push(asked())
  }
  expect(seen).toEqual([0, 1, 1, 2, 2, 3, 3, 4])

  shop.gateway.pay(number)
  await checkPayments(at(30))
  await shop.tell()
  expect(await now()).toMatchObject({ payment: 'paid' })
})

test('C11 a buyer who looks again and again does not use up the questions of the clock', async () => {
  const { number } = await start()
  for (let look = 0; look < 6; look++) await checkPayment(buyer.ctx, order.id)
  shop.gateway.pay(number)
  await checkPayments(at(1))
  expect(await attempts()).toMatchObject([{ status: 'succeeded' }])
})

test('C11 the buyer who comes back from the cashier is told at once', async () => {
  const { number } = await start()
  expect(await checkPayment(buyer.ctx, order.id)).toMatchObject({ paid: false })
  shop.gateway.pay(number)
  expect(await checkPayment(buyer.ctx, order.id)).toMatchObject({ paid: true })
  expect(await checkPayment(buyer.ctx, order.id)).toMatchObject({ paid: true }) // also before the order has heard of it
})

test('C12 an opening that is not answered is unknown, never failed; asking settles it before anything new is opened', async () => {
  shop.gateway.failNext('create', 'answer_lost')
  await expect(start()).rejects.toMatchObject({ code: paymentUnconfirmed.code })
  const [attempt] = await attempts()
  expect(attempt?.status).toBe('unknown')

  shop.gateway.pay(attempt!.number)
  await expect(start()).rejects.toMatchObject({ code: paidAlready.code })
  await shop.tell()
  expect(await now()).toMatchObject({ payment: 'paid' })
  expect(shop.gateway.opened).toBe(1)
})

test('C12 an opening that never reached the provider is opened again under the same number', async () => {
  shop.gateway.failNext('create', 'no_answer')
  await expect(start()).rejects.toMatchObject({ code: paymentUnconfirmed.code })
  const [attempt] = await attempts()

  expect((await start()).number).toBe(attempt!.number)
  expect(await attempts()).toMatchObject([{ status: 'pending' }])
})

test('C13 a provider that answers now and then is asked until it tells, and nothing is lost or doubled', async () => {
  const { number } = await start()
  shop.gateway.pay(number)
  shop.gateway.failNext('query', 'no_answer', 'answer_lost')
  await checkPayments(at(1))
  await checkPayments(at(3))
  expect(await attempts()).toMatchObject([{ status: 'pending' }])
  await checkPayments(at(6))
  await shop.tell()
  expect(await now()).toMatchObject({ payment: 'paid' })
})

test('C13 a provider that is left alone refuses at once; nothing was opened, so that another attempt may begin', async () => {
  shop.gateway.failNext('create', 'not_asked')
  await expect(start()).rejects.toMatchObject({ code: providerBusy.code, kind: 'busy' })
  expect(await attempts()).toMatchObject([{ status: 'failed' }])
  expect(shop.gateway.opened).toBe(0)

  const again = await start()
  shop.gateway.pay(again.number)
  await notice(shop, again.number)
  expect(await now()).toMatchObject({ payment: 'paid' })
})

test('C13 an attempt that is open stays open when the provider is left alone at the second click', async () => {
  const { number } = await start()
  shop.gateway.failNext('create', 'not_asked')
  await expect(start()).rejects.toMatchObject({ code: paymentUnconfirmed.code })
  expect((await start()).number).toBe(number)
  expect(shop.gateway.opened).toBe(1)
})

test('C12 an opening that breaks in a way nobody foresaw may have reached the provider: it stays open, and is gone on with under its number', async () => {
  const { create } = shop.gateway
  shop.gateway.create = async (wish) => {
    await create(wish)
    throw new Error('not foreseen')
  }
  await expect(start()).rejects.toThrow('not foreseen')
  shop.gateway.create = create
  const [attempt] = await attempts()

  expect((await start()).number).toBe(attempt!.number)
  expect(await attempts()).toHaveLength(1)
  expect(shop.gateway.opened).toBe(1)
})

test('a declined opening may be tried again', async () => {
  shop.gateway.failNext('create', 'declined')
  await expect(start()).rejects.toMatchObject({ code: providerDeclined.code })
  expect(await attempts()).toMatchObject([{ status: 'failed' }])
  await expect(start()).resolves.toMatchObject({ payUrl: expect.stringContaining('pay.example') })
})

test('C15 money that comes after the order was cancelled goes back by itself, and the books show both', async () => {
  const { number } = await start()
  shop.gateway.failNext('query', 'no_answer')
  await cancelUnpaid(at(31))
  expect(await now()).toMatchObject({ status: 'cancelled' })

  shop.gateway.pay(number)
  await notice(shop, number)

  expect(await attempts()).toMatchObject([{ status: 'succeeded', surplus: true, refunded: order.total }])
  expect(await refundsOf(shop.ctx, order.id)).toMatchObject([
    { status: 'succeeded', cause: 'surplus', amount: order.total },
  ])
  expect(shop.gateway.balance).toBe(0)
  expect(await books()).toEqual({ clearing: 0, deposits: 0, overpayments: 0 })
  expect(await now()).toMatchObject({ status: 'cancelled', payment: 'awaiting', refunded: money(0) })
  const told = await db
    .selectFrom('platform.messages')
    .select('template')
    .where('shop_id', '=', shop.ctx.shopId)
    .where('template', '=', 'refund.succeeded')
    .execute()
  expect(told).toHaveLength(1)
})

test('C16 two attempts that both succeed pay the order once; the second one is an overpayment that goes back', async () => {
  const first = await start()
  shop.gateway.decline(first.number)
  await notice(shop, first.number)
  const second = await start()
  shop.gateway.pay(first.number)
  shop.gateway.pay(second.number)
  await Promise.all([
    receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(first.number)),
    receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(second.number)),
  ])
  await shop.tell()

  const paid = await attempts()
  expect(paid.map((each) => each.surplus).sort()).toEqual([false, true])
  expect(await now()).toMatchObject({ payment: 'paid' })
  expect(shop.gateway.balance).toBe(order.total.minor)
  expect(await books()).toEqual({ clearing: order.total.minor, deposits: order.total.minor, overpayments: 0 })
  expect(await noticesOf()).toContain('payment.surplus')
})

test('a late success of an earlier attempt closes the newer one', async () => {
  const first = await start()
  shop.gateway.decline(first.number)
  await notice(shop, first.number)
  const second = await start()
  shop.gateway.pay(first.number)
  await notice(shop, first.number)

  expect(await openNumber(shop, order.id)).toBeUndefined()
  expect(shop.gateway.calls).toContain(`close ${second.number}`)
})

test('B13 notification, poller and return page at the same moment: paid once', async () => {
  const { number } = await start()
  shop.gateway.pay(number)
  await Promise.all([
    receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(number)).then(() => shop.tell()),
    checkPayments(at(1)),
    checkPayment(buyer.ctx, order.id),
  ])
  await shop.tell()
  expect(await now()).toMatchObject({ payment: 'paid', headline: 'released' })
  expect((await books()).clearing).toBe(order.total.minor)
})

test('no port is called inside a transaction', async () => {
  await expect(transaction(shop.ctx, () => shop.ctx.outside.payments.of('wechat').query(known('x')))).rejects.toThrow(
    'inside a transaction',
  )
})

test('B12 closing an attempt while it is being paid neither takes the payment back nor pays it twice', async () => {
  const { number } = await start()
  shop.gateway.pay(number)
  const [closed] = await Promise.all([
    closeAttempt(shop.ctx, order.id),
    receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(number)),
  ])
  await shop.tell()
  expect(closed).toBe('paid')
  expect(await attempts()).toMatchObject([{ status: 'succeeded', captured: order.total }])
  expect((await books()).clearing).toBe(order.total.minor)
})
