import { test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Context } from '#platform/context'
import { loadOrder, startPayment } from '#sales/orders'
import { paymentsOf, receiveNotice, refundsOf } from '#sales/payments'
import { aReturn, aShippedOrder } from '#test/cases'
import { as, later, lin } from '#test/context'
import { anOrder, aProduct, asProvider, type SellingShop } from '#test/orders'
import { aShopper } from '#test/people'
import { linesOfCart } from './support/carts.ts'
import { aRaceShop, courseOf, distinct, firstOf, happened } from './support/courses.ts'
import { move } from './support/race.ts'
import { aRaceTrack, type Race } from './support/track.ts'

const track = await aRaceTrack()

const keyed = (ctx: Context, key: string, fingerprint = 'same'): Context => ({
  ...ctx,
  repeat: { scope: 'race', key, fingerprint },
})

/** Five times the same request: one piece into a cart. */
const oneKey: Race = async (db) => {
  const shop = await aRaceShop(db)
  const { variantId } = await aProduct(shop)
  return courseOf(shop, async () => {
    const ctx = await aShopper(shop.ctx)
    const key = newId()
    return {
      calls: Array.from({ length: 5 }, () => move('addToCart', keyed(ctx, key), { variantId, quantity: 1 })),
      winners: 5,
      harm: async () => {
        const pieces = (await linesOfCart(ctx)).reduce((all, { quantity }) => all + quantity, 0)
        return pieces === 1 ? undefined : `${pieces} pieces for one request`
      },
    }
  })
}

test('B03 five requests with one key at once happen once and get the same answer', () => track.holds(oneKey))
test('B03 guard off: without “one result for a key” one request happens five times', () =>
  track.breaks(oneKey, 'one result for a key'))

/** One key for two different requests. */
const otherBody: Race = async (db) => {
  const shop = await aRaceShop(db)
  const { variantId } = await aProduct(shop)
  return courseOf(shop, async () => {
    const ctx = await aShopper(shop.ctx)
    const key = newId()
    return {
      calls: [1, 2].map((quantity) => move('addToCart', keyed(ctx, key, `${quantity}`), { variantId, quantity })),
      refused: ['idempotency.key_reused'],
    }
  })
}

test('B04 of two different requests with one key one happens and the other is refused', () => track.holds(otherBody))
test('B04 guard off: without “one result for a key” both happen', () => track.breaks(otherBody, 'one result for a key'))

/** An order of 100.00 without freight, paid. */
const paidHundred = async (shop: SellingShop) => {
  const goods = await aProduct(shop, { price: money(10_000) })
  return (await anOrder(shop, { status: 'released', lines: [{ of: goods }] })).order
}

const sixty = (orderId: string) => ({
  orderId,
  cause: 'race',
  causeId: newId(),
  reason: 'goodwill',
  amount: money(6_000),
})

/** Twice 60 of 100, asked for where the money is. */
const twoRefundsOfPayment: Race = async (db) => {
  const shop = await aRaceShop(db)
  return courseOf(shop, async () => {
    const { id } = await paidHundred(shop)
    const call = () => move('requestRefund', shop.ctx, { ...sixty(id), fromDeposits: money(6_000) })
    return { calls: [call(), call()], refused: ['payments.exceeds_captured'] }
  })
}

/** The same, asked for where the order is. */
const twoRefundsOfOrder: Race = async (db) => {
  const shop = await aRaceShop(db)
  return courseOf(shop, async () => {
    const { id } = await paidHundred(shop)
    const call = () => move('refundOrder', shop.ctx, { ...sixty(id), orderId: id })
    return { calls: [call(), call()], refused: ['payments.exceeds_captured'] }
  })
}

const refundChecks = [
  'sales.orders.orders_refunded',
  'sales.payments.payments_refund',
  'sales.payment_shares.payment_shares_refund',
]

test('B11 of two refunds of 60 out of 100 one is promised', () => track.holds(twoRefundsOfOrder))
test('B11 guard off: without “refund within captured” the race over-refunds', () =>
  track.breaks(twoRefundsOfPayment, 'refund within captured', refundChecks))
test('B11 guard off: without the lock of the order “refund within captured” alone keeps the money', () =>
  track.survives(twoRefundsOfOrder, 'lock the order', [...refundChecks, 'platform.events.events_version_key']))
test('B11 guard off: without “refund within captured” the lock of the order alone keeps the money', () =>
  track.survives(twoRefundsOfOrder, 'refund within captured', refundChecks))

/** A return is graded while service staff give all the money back. */
const returnAgainstRefund: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, { onHand: 500 })
  return courseOf(shop, async () => {
    const order = await aShippedOrder(shop, { lines: [{ of: goods }] })
    const { id: caseId, lines } = await aReturn(shop, { of: order, status: 'arrived' })
    const { id: orderId, total } = order.order
    const grades = lines.map(({ id: lineId }) => ({ lineId, grade: 'as_new' as const }))
    const whole = { orderId, cause: 'race', causeId: newId(), reason: 'goodwill', amount: total }
    return {
      calls: [move('gradeReturn', shop.ctx, { caseId, grades }), move('refundOrder', shop.ctx, whole)],
      winners: [1, 2],
      harm: async () => {
        const back = (await refundsOf(shop.ctx, orderId)).reduce((all, { amount }) => all + amount.minor, 0)
        return back <= total.minor ? undefined : `${back} of ${total.minor} went back`
      },
    }
  })
}

test('B11 a return and a refund by hand give no more back than was paid', () => track.holds(returnAgainstRefund, 20))

/** Two tabs open the payment of one order. */
const twoTabs: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, { onHand: 9_000 })
  return courseOf(shop, async () => {
    const { order, buyer } = await anOrder(shop, { lines: [{ of: goods }] })
    const before = shop.gateway.opened
    return {
      calls: [1, 2].map(() => move('startPayment', buyer.ctx, { orderId: order.id })),
      count: distinct('number'),
      harm: async () => {
        const opened = shop.gateway.opened - before
        return opened > 1 ? `the provider opened ${opened} payments` : undefined
      },
    }
  })
}

const oneOpen = ['sales.payments.payments_one_open', 'sales.payment_shares.payment_shares_one_open']

test('B12 two tabs that open the payment of one order get the same attempt', () => track.holds(twoTabs))
test('B12 guard off: without “lock the order” two attempts are open', () =>
  track.breaks(twoTabs, 'lock the order', oneOpen))
test('B12 guard off: without “lock the order” the one open attempt of an order keeps the second away', () =>
  track.survives(twoTabs, 'lock the order'))

/** An order whose buyer has paid, of which nobody has told us. */
async function paidUnheard(shop: SellingShop, of: Awaited<ReturnType<typeof aProduct>>) {
  const { order, buyer } = await anOrder(shop, { lines: [{ of }] })
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number)
  return { order, buyer, number }
}

/** Notification, return page and poller bring the same success. */
const threeTell: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, { onHand: 9_000 })
  return courseOf(shop, async () => {
    const { order, buyer, number } = await paidUnheard(shop, goods)
    await receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(number))
    const paymentId = (await paymentsOf(shop.ctx, order.id))[0]!.id
    return {
      calls: [
        move('takeNotice', shop.ctx, { number }),
        move('checkPayment', buyer.ctx, order.id),
        move('checkPayments', later(shop.ctx, { seconds: 31 }), {}),
      ],
      winners: 3,
      harm: async () => {
        await shop.tell()
        const times = await happened(shop.ctx, paymentId, 'payment.succeeded')
        const { payment } = await loadOrder(shop.ctx, order.id)
        return firstOf(times !== 1 && `settled ${times} times`, payment !== 'paid' && `the order is ${payment}`)
      },
    }
  })
}

test('B13 a success told by notification, return page and poller at once settles the payment once', () =>
  track.holds(threeTell))
test('B13 guard off: without “settle a payment once” it settles again', () =>
  track.breaks(
    threeTell,
    ['settle a payment once', 'lock a payment with its rivals'],
    ['platform.events.events_version_key'],
  ))
test('B13 guard off: without the lock of the payment “settle a payment once” keeps it single', () =>
  track.survives(threeTell, 'lock a payment with its rivals', ['platform.events.events_version_key']))

/** The buyer pays at the moment at which the order runs out of time. */
const lastMoment: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop, { onHand: 9_000 })
  let turn = 0
  return courseOf(shop, async () => {
    const { order, buyer } = await anOrder(shop, { lines: [{ of: goods }] })
    const { number } = await startPayment(buyer.ctx, { orderId: order.id })
    const after = (turn++ % 8) * 12 // now before, now after the order is given up
    const over = later(shop.ctx, { minutes: 31 })
    return {
      calls: [move('cancelUnpaid', over, {}), move('payAndTell', over, { number, after })],
      winners: 2,
      harm: () => neitherKeptNorLost(shop, order.id),
    }
  })
}

/** A paid order, or a cancelled one whose money went back. */
async function neitherKeptNorLost(shop: SellingShop, orderId: Parameters<typeof loadOrder>[1]) {
  await shop.tell()
  const { status, payment, total } = await loadOrder(shop.ctx, orderId)
  const back = (await refundsOf(shop.ctx, orderId)).reduce((all, { amount }) => all + amount.minor, 0)
  if (status === 'cancelled') return back === total.minor ? undefined : `cancelled, and ${back} of ${total.minor} back`
  return payment === 'paid' && back === 0 ? undefined : `${status}, ${payment}, ${back} back`
}

test('B14 paid at the last moment: a paid order, or a cancelled one whose money goes back', () =>
  track.holds(lastMoment))
test('B14 guard off: without “money for a cancelled order goes back” it is kept', () =>
  track.breaks(lastMoment, 'money for a cancelled order goes back'))

/** An order of many pieces that has arrived: each round takes one of them. */
const manyShipped = async (shop: SellingShop) =>
  aShippedOrder(shop, { lines: [{ of: await aProduct(shop, { onHand: 200, price: money(100) }), quantity: 200 }] })

/** Two people say yes to one case. */
const twoApprove: Race = async (db) => {
  const shop = await aRaceShop(db)
  const order = await manyShipped(shop)
  return courseOf(shop, async () => {
    const { id: caseId } = await aReturn(shop, { of: order, kind: 'refund', pieces: [1] })
    return {
      calls: [lin, { ...lin, name: 'Hua' }].map((who) => move('approveCase', as(shop.ctx, who), caseId)),
      refused: ['cases.cannot'],
    }
  })
}

test('B36 of two who approve one refund one has approved it, the other is told', () => track.holds(twoApprove))
test('B36 guard off: without “a case is decided once” it is approved twice', () =>
  track.breaks(twoApprove, ['a case is decided once', 'lock the case'], ['platform.events.events_version_key']))
test('B36 guard off: without the lock of the case “a case is decided once” keeps it single', () =>
  track.survives(twoApprove, 'lock the case', ['platform.events.events_version_key']))
