import { beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { openNotices, settleNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { cancelOrder, findOrder } from '#sales/orders'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type Buyer, notice, payFor, type SellingShop } from '#test/orders'
import {
  checkRefunds,
  findPayouts,
  loadRefund,
  recordPayout,
  refundsOf,
  requestRefund,
  retryRefund,
  sendRefund,
} from './index.ts'
import { askForRefund } from './send-refund.ts'

const { db } = await testDatabase()

let shop: SellingShop
let order: Order
let buyer: Buyer

beforeEach(async () => {
  shop = await aSellingShop(db)
  ;({ order, buyer } = await anOrder(shop))
})

const at = (minutes: number) => ({ ...shop.ctx, now: shop.ctx.now.add({ minutes }) })
const now = async () => (await findOrder(shop.ctx, order.id))!
const noticesOf = async () => (await openNotices(shop.ctx, new Set(['payments.read']))).map((each) => each.kind)

test('C18 a refund that the provider declines has failed, staff are told, and another try sends it', async () => {
  await payFor(shop, buyer, order.id)
  shop.gateway.failNext('refund', 'declined')
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  const [failed] = await refundsOf(shop.ctx, order.id)
  expect(failed).toMatchObject({ status: 'failed', failure: 'NOT_ENOUGH' })
  expect(await now()).toMatchObject({ headline: 'refunding', payment: 'paid' })
  expect(await noticesOf()).toContain('refund.failed')

  await retryRefund(shop.ctx, failed!.id)
  await shop.tell()
  expect(await loadRefund(shop.ctx, { id: failed!.id })).toMatchObject({ status: 'succeeded', number: failed!.number })
  expect(await now()).toMatchObject({ headline: 'cancelled', payment: 'refunded' })
})

test('C18 a refund that fails again after somebody had seen to it is told again', async () => {
  await payFor(shop, buyer, order.id)
  shop.gateway.failNext('refund', 'declined')
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  await transaction(shop.ctx, (tx) => settleNotices(tx, { subject: 'order', subjectId: order.id }))
  expect(await noticesOf()).not.toContain('refund.failed')

  const [failed] = await refundsOf(shop.ctx, order.id)
  await retryRefund(at(5), failed!.id)
  shop.gateway.failNext('refund', 'declined')
  expect(await sendRefund(at(5), failed!.id)).toBe('failed')
  expect(await noticesOf()).toContain('refund.failed')
})

test('C18 a refund the provider has ended for good is tried again under a new number', async () => {
  await payFor(shop, buyer, order.id)
  shop.gateway.holdRefunds()
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  const [held] = await refundsOf(shop.ctx, order.id)
  expect(held).toMatchObject({ status: 'sent' })
  shop.gateway.settleRefund(held!.number, 'closed')
  await checkRefunds(at(10))
  await shop.tell()
  expect(await refundsOf(shop.ctx, order.id)).toMatchObject([{ status: 'failed', failure: 'closed' }])

  const retried = await retryRefund(shop.ctx, held!.id)
  expect(retried.number).not.toBe(held!.number)
  await shop.tell()
  shop.gateway.settleRefund(retried.number, 'succeeded')
  await checkRefunds(at(20))
  await shop.tell()
  expect(await refundsOf(shop.ctx, order.id)).toMatchObject([{ status: 'succeeded' }])
  expect(shop.gateway.balance).toBe(0)
})

test('a refund whose answer is lost is sent again under its number and goes out once', async () => {
  await payFor(shop, buyer, order.id)
  shop.gateway.failNext('refund', 'answer_lost')
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell({ twice: true })
  await checkRefunds(at(5))
  await shop.tell()
  expect(await refundsOf(shop.ctx, order.id)).toMatchObject([{ status: 'succeeded' }])
  expect(shop.gateway.balance).toBe(0)
})

test('a refund is on record as tried before its provider hears of it: when the process dies in the call, the clock gives it time and sends it again under its number', async () => {
  await payFor(shop, buyer, order.id)
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  const [asked] = await refundsOf(shop.ctx, order.id)
  const { refund } = shop.gateway
  let triedBefore: number | undefined
  shop.gateway.refund = async (wish) => {
    triedBefore = (await loadRefund(shop.ctx, { id: asked!.id })).attempts
    await refund(wish)
    throw new Error('killed')
  }
  await expect(sendRefund(at(5), asked!.id)).rejects.toThrow('killed')
  shop.gateway.refund = refund
  const sent = () => shop.gateway.calls.filter((call) => call === `refund ${asked!.number}`).length

  expect(triedBefore).toBe(1)
  await checkRefunds(at(5))
  expect(sent()).toBe(1)
  await checkRefunds(at(6))
  expect(sent()).toBe(2)
  expect(await refundsOf(shop.ctx, order.id)).toMatchObject([{ status: 'succeeded', attempts: 2 }])
  expect(shop.gateway.balance).toBe(0)
})

test('a notification about a refund under way settles it', async () => {
  await payFor(shop, buyer, order.id)
  shop.gateway.holdRefunds()
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  const [held] = await refundsOf(shop.ctx, order.id)
  shop.gateway.settleRefund(held!.number, 'succeeded')
  await notice(shop, held!.number)
  expect(await now()).toMatchObject({ payment: 'refunded', headline: 'cancelled' })
})

test('a refund that the provider works on is asked about ever less often', async () => {
  await payFor(shop, buyer, order.id)
  shop.gateway.holdRefunds()
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  const asked = () => shop.gateway.calls.filter((call) => call.startsWith('queryRefund ')).length
  const askedAt: number[] = []
  for (let minute = 1; minute <= 15; minute++) {
    const before = asked()
    await checkRefunds(at(minute))
    if (asked() > before) askedAt.push(minute)
  }
  expect(askedAt).toEqual([1, 5, 14])
})

test('an answer that speaks of another payment’s refund settles nothing', async () => {
  const other = await anOrder(shop, { status: 'paid' })
  await payFor(shop, buyer, order.id)
  for (const { ctx, id } of [
    { ctx: buyer.ctx, id: order.id },
    { ctx: other.buyer.ctx, id: other.order.id },
  ])
    await cancelOrder(ctx, { orderId: id, reason: 'changed_mind' })
  const [[ours], [theirs]] = await Promise.all([refundsOf(shop.ctx, order.id), refundsOf(shop.ctx, other.order.id)])
  const { refund } = shop.gateway
  shop.gateway.refund = async (wish) => ({ ...(await refund(wish)), number: theirs!.number })
  await sendRefund(shop.ctx, ours!.id)

  expect(await loadRefund(shop.ctx, { id: ours!.id })).toMatchObject({ status: 'approved' })
  expect(await loadRefund(shop.ctx, { id: theirs!.id })).toMatchObject({ status: 'approved' })
})

test('C18 a provider that speaks of another amount than was promised back has not refunded: staff are told', async () => {
  await payFor(shop, buyer, order.id)
  shop.gateway.holdRefunds()
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  const [refund] = await refundsOf(shop.ctx, order.id)
  const told = {
    number: refund!.number,
    paymentNumber: 'PAY',
    state: 'succeeded',
    amount: money(order.total.minor - 1),
  } as const
  shop.gateway.queryRefund = async () => told

  expect(await askForRefund(shop.ctx, refund!.id)).toBe('failed')
  expect(await now()).toMatchObject({ payment: 'paid' })
  expect(await noticesOf()).toContain('refund.failed')
})

test('a refund whose job was lost is sent by the clock', async () => {
  await payFor(shop, buyer, order.id)
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await checkRefunds(at(0))
  expect(await refundsOf(shop.ctx, order.id)).toMatchObject([{ status: 'approved' }])
  await checkRefunds(at(2))
  expect(await refundsOf(shop.ctx, order.id)).toMatchObject([{ status: 'succeeded' }])
  await shop.tell()
  expect(shop.gateway.calls.filter((call) => call.startsWith('refund '))).toHaveLength(1)
})

test('S27 a payment itself refuses to give back more than is left of it, nothing, less, or another currency, whoever asks', async () => {
  await payFor(shop, buyer, order.id)
  const half = Math.ceil(order.total.minor / 2) + 1
  const ask = (amount = money(half)) =>
    transaction(shop.ctx, (tx) =>
      requestRefund(tx, {
        orderId: order.id,
        amount,
        cause: 'test',
        causeId: newId(),
        reason: 'test',
        fromDeposits: money(half),
      }),
    )
  await ask()

  await expect(ask()).rejects.toMatchObject({ code: 'payments.exceeds_captured' })
  for (const amount of [money(0), money(-1), money(100, 'USD')])
    await expect(ask(amount)).rejects.toMatchObject({ code: 'payments.bad_refund_amount' })
  expect(await refundsOf(shop.ctx, order.id)).toHaveLength(1)
})

/** A refund that its provider has refused, and the receipt of somebody who pays it by hand. */
async function aRefused() {
  await payFor(shop, buyer, order.id)
  shop.gateway.failNext('refund', 'declined')
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  const [refund] = await refundsOf(shop.ctx, order.id)
  const paidOn = Temporal.PlainDate.from('2026-03-02')
  return {
    refund: refund!,
    payout: { refundId: refund!.id, way: 'bank', reference: 'TX-1', note: '', paidOn } as const,
  }
}
const held = async () => (await balanceOf(shop.ctx, 'provider_clearing')).minor

test('PAY-09 what the provider refuses for good is paid out by hand, once, from what it still holds; the order is refunded by that', async () => {
  const { refund, payout } = await aRefused()
  const before = await held()
  expect((await findPayouts(shop.ctx)).rows.map((row) => row.refund.id)).toEqual([refund.id])

  await recordPayout(shop.ctx, payout)
  await shop.tell()

  await expect(recordPayout(shop.ctx, payout)).rejects.toMatchObject({ code: 'payments.refund_cannot' })
  await expect(retryRefund(shop.ctx, refund.id)).rejects.toMatchObject({ code: 'payments.refund_cannot' })
  expect(await now()).toMatchObject({ headline: 'cancelled', payment: 'refunded' })
  expect(await held()).toBe(before + refund.amount.minor)
  expect((await balanceOf(shop.ctx, 'bank')).minor).toBe(-refund.amount.minor)
  expect((await findPayouts(shop.ctx)).rows).toEqual([])
})

test('PAY-09 nobody pays by hand what the provider has sent, works on or does not answer about', async () => {
  const { refund, payout } = await aRefused()
  shop.gateway.failNext('queryRefund', 'no_answer')
  await expect(recordPayout(shop.ctx, payout)).rejects.toMatchObject({ code: 'payments.unconfirmed' })

  const { queryRefund } = shop.gateway
  const said = { number: refund.number, paymentNumber: '', amount: refund.amount, providerRef: 'R1' }
  for (const state of ['processing', 'succeeded'] as const) {
    shop.gateway.queryRefund = async () => ({ ...said, state })
    await expect(recordPayout(shop.ctx, payout)).rejects.toMatchObject({ code: 'payments.refund_cannot' })
  }
  shop.gateway.queryRefund = queryRefund

  expect(await loadRefund(shop.ctx, { id: refund.id })).toMatchObject({ status: 'succeeded' })
  expect((await findPayouts(shop.ctx, { open: false })).rows).toEqual([])
})

test('PAY-09 a refund that a colleague sends anew while its payout is written down goes back once', async () => {
  const { refund, payout } = await aRefused()
  const { queryRefund } = shop.gateway
  shop.gateway.queryRefund = async (...asked) => {
    const told = await queryRefund(...asked)
    shop.gateway.queryRefund = queryRefund
    await retryRefund(shop.ctx, refund.id)
    return told
  }

  await expect(recordPayout(shop.ctx, payout)).rejects.toMatchObject({ code: 'payments.refund_cannot' })
  await shop.tell()

  expect(await loadRefund(shop.ctx, { id: refund.id })).toMatchObject({ status: 'succeeded' })
  expect((await findPayouts(shop.ctx, { open: false })).rows).toEqual([])
  expect(shop.gateway.balance).toBe(0)
})

test('a payment that waits for nobody is no payout: an online refund that is about to be sent is not on the list', async () => {
  await payFor(shop, buyer, order.id)
  await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
  const [refund] = await refundsOf(shop.ctx, order.id)
  const payout = { refundId: refund!.id, way: 'cash', reference: 'R-1', note: '' } as const

  expect(refund).toMatchObject({ status: 'approved' })
  expect((await findPayouts(shop.ctx)).rows).toEqual([])
  await expect(
    recordPayout(shop.ctx, { ...payout, paidOn: Temporal.PlainDate.from('2026-03-02') }),
  ).rejects.toMatchObject({ code: 'payments.refund_cannot' })
})
