import { type Money, money, subtract } from '#kernel/money'
import { post } from '#office/ledger'
import type { Tx } from '#platform/context'
import { isOnline, type OrderPayment, pays, type Refund } from './model.ts'
import { paymentsOf } from './payment-store.ts'
import { badRefundAmount, exceedsCaptured, nothingCaptured } from './refund.ts'
import { findRefund, insertRefund } from './refund-store.ts'
import { askForSecond, needsSecond } from './second-person.ts'
import { claimOfShare } from './share-store.ts'

export interface RequestRefund {
  readonly orderId: string
  readonly amount: Money
  readonly cause: string
  readonly causeId: string
  /** Shown to the buyer by the provider. */
  readonly reason: string
  /** What of it was still a deposit for goods not shipped; the rest reduces revenue already taken. */
  readonly fromDeposits: Money
}

/**
 * Promises money back by the route it came, in the caller's transaction, and books it. The money is sent by the job sendRefund.
 * The order is locked: the same cause is refunded once. Never more goes back than was captured for it: one guarded statement decides.
 * What is too much for one person of the staff waits until another one agrees.
 *
 * @throws exceedsCaptured, badRefundAmount, nothingCaptured
 */
export async function requestRefund(tx: Tx, input: RequestRefund): Promise<Refund> {
  const payment = await capturedPayment(tx, input.orderId)
  const { amount, cause, causeId } = input
  if (amount.minor <= 0 || amount.currency !== payment.amount.currency)
    throw badRefundAmount({ field: 'amount', amount })
  const earlier = await findRefund(tx, { paymentId: payment.id, cause, causeId })
  if (earlier) return earlier

  if (!(await claimOfShare(tx, { paymentId: payment.id, minor: amount.minor })))
    throw exceedsCaptured({ field: 'amount', asked: amount, left: await leftOf(tx, payment) })
  const waits = await needsSecond(tx, payment, amount)
  const refund = await insertRefund(tx, { ...input, paymentId: payment.id, needsSecond: waits })
  if (waits) await askForSecond(tx, refund)
  await book(tx, refund, payment, input.fromDeposits)
  return refund
}

async function capturedPayment(tx: Tx, orderId: string): Promise<OrderPayment> {
  const paid = (await paymentsOf(tx, orderId)).find(pays)
  if (!paid) throw nothingCaptured({ orderId })
  return paid
}

async function leftOf(tx: Tx, { id, orderId }: OrderPayment): Promise<Money> {
  const { captured, refunded } = (await paymentsOf(tx, orderId)).find((each) => each.id === id)!
  return subtract(captured, refunded)
}

/** Cash that a courier took is paid back by hand. */
async function book(tx: Tx, refund: Refund, { method }: OrderPayment, fromDeposits: Money): Promise<void> {
  const credit = isOnline(method) ? 'provider_clearing' : 'payouts_due'
  const deposits = money(Math.min(fromDeposits.minor, refund.amount.minor), refund.amount.currency)
  const revenue = subtract(refund.amount, deposits)
  await post(tx, { debit: 'customer_deposits', credit, amount: deposits, cause: 'refund', causeId: refund.id })
  await post(tx, { debit: 'refunds', credit, amount: revenue, cause: 'refund', causeId: refund.id })
}
