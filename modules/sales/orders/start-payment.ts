import { isBefore } from '#kernel/day'
import { sum } from '#kernel/money'
import type { MethodSetting } from '#model/sales/payments'
import type { Context, Tx } from '#platform/context'
import {
  askProvider,
  type OpenedPayment,
  type OpenPayment,
  offeredMethods,
  openAttemptOf,
  openPayment,
  type Payable,
  paidAlready,
  paymentsOf,
  pays,
} from '#sales/payments'
import type { Order, OrderId } from './model.ts'
import { orderCannot, payByPassed } from './order.ts'
import { lockTogether, ordersTogether } from './order-group.ts'
import { axesOf, loadOrder } from './order-store.ts'
import { cashOffer } from './pay-on-delivery.ts'

export interface StartPayment {
  readonly orderId: OrderId
  /** How the buyer wants to pay; unless said, as before, or else by the shop's first method. */
  readonly method?: OpenPayment['method']
  /** Page of ours, from its slash on, to which the provider's page sends the buyer back; the order's page unless given. */
  readonly returnPath?: string
  readonly buyerIp?: string
}

/**
 * Opens the payment of an order, and of those placed together with it that are still to be paid: one payment for all of
 * them. Says where the buyer pays. A second click leads to the same attempt; after a failed one
 * another try is opened; another method first closes what was opened before.
 *
 * @throws paidAlready, payByPassed, orderCannot, methodNotOffered; providerBusy, paymentUnconfirmed and providerDeclined from the provider
 */
export async function startPayment(
  ctx: Context,
  { orderId, method, returnPath, buyerIp }: StartPayment,
): Promise<OpenedPayment> {
  return openPayment(ctx, {
    orderId,
    method,
    payable: (tx) => payable(tx, orderId),
    returnUrl: `${ctx.outside.publicUrl}${returnPath ?? `/orders/${orderId}`}`,
    buyerIp,
  })
}

async function payable(tx: Tx, orderId: OrderId): Promise<Payable> {
  const together = await lockTogether(tx, orderId)
  const { order } = together.find((each) => each.order.id === orderId)!
  if (order.payment !== 'awaiting') throw paidAlready({ orderId })
  if (order.status !== 'open')
    throw orderCannot({ orderId, moves: { payment: 'pay' }, headline: order.headline, axes: axesOf(order) })
  if (!isBefore(tx.now, order.payBy)) throw payByPassed({ orderId })
  const due = together.filter((each) => isDue(each.order, tx.now) && isSameCurrency(each.order, order))
  return {
    shares: due.map(({ shopId, order: { id, total } }) => ({ shopId, orderId: id, amount: total })),
    description: due.length > 1 ? `${order.number} +${due.length - 1}` : order.number,
    payBy: due.map((each) => each.order.payBy).reduce(earlier),
  }
}

const isSameCurrency = (one: Order, other: Order): boolean => one.total.currency === other.total.currency
const earlier = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? one : other)

/** Whether an order may be paid now, by itself or together with others. */
export const isDue = ({ status, payment, payBy }: Order, now: Temporal.Instant): boolean =>
  status === 'open' && payment === 'awaiting' && isBefore(now, payBy)

/** How an order, and those to be paid together with it, may be paid now, in the shop's order; cash on delivery where that is possible. @throws orderNotFound */
export async function waysToPay(ctx: Context, orderId: OrderId): Promise<MethodSetting[]> {
  const together = await ordersTogether(ctx, orderId)
  const { order } = together.find((each) => each.order.id === orderId)!
  const due = together.filter((each) => isDue(each.order, ctx.now) && isSameCurrency(each.order, order))
  const amounts = due.map((each) => each.order.total)
  const offered = await offeredMethods(ctx, ctx.outside.payments, sum(amounts, order.total.currency))
  const usable = offered.filter(({ accountId }) => due.length < 2 || accountId === null)
  const cash = usable.some(({ method }) => method === 'cod') && (await cashOffer(ctx, ctx.outside.payments, order))
  return usable.filter(({ method }) => method !== 'cod' || (cash && !cash.why && isDue(order, ctx.now)))
}

/**
 * The buyer is back from the provider's page: asks the provider at once instead of waiting for its notification.
 * The order follows a moment later, by the event that a success leaves.
 */
export async function checkPayment(
  ctx: Context,
  orderId: OrderId,
): Promise<{ readonly order: Order; readonly paid: boolean }> {
  const order = await loadOrder(ctx, orderId)
  const attempt = order.payment === 'awaiting' ? await openAttemptOf(ctx, orderId) : undefined
  const status = attempt && (await askProvider(ctx, attempt))
  const now = await loadOrder(ctx, orderId)
  const paid = now.payment !== 'awaiting' || status === 'succeeded' || (await paymentsOf(ctx, orderId)).some(pays)
  return { order: now, paid }
}
