import { type Money, negate, subtract } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import { post } from '#office/ledger'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { Payment, PaymentStatus } from './model.ts'
import { amountText } from './payment.ts'
import { paymentByNumber } from './payment-store.ts'
import { settlePayment } from './settle-payment.ts'
import { lockWithRivals } from './share-store.ts'

export const mismatchNotOpen = refusal(
  'conflict',
  'payments.mismatch_not_open',
  (d: { number: string; status: PaymentStatus }) => `payment ${d.number} is ${d.status}`,
)

export interface AcceptMismatch {
  readonly number: string
  /** What really came, as the provider's bill has it. */
  readonly actual: Money
  readonly providerRef: string
  readonly paidAt: Temporal.Instant
  /** Why, in the words of whoever took it. */
  readonly note?: string
}

/**
 * Takes a payment whose amount does not match for what was asked: its orders are paid. What came too little is a cost of the
 * shop, what came too much stands as an overpayment.
 *
 * @throws mismatchNotOpen unless it waits for a person, also for the second of two who take it at once
 */
export async function acceptMismatch(
  tx: Tx,
  { number, actual, providerRef, paidAt, note = '' }: AcceptMismatch,
): Promise<Payment> {
  const { id } = await paymentByNumber(tx, number)
  await lockWithRivals(tx, id)
  const payment = await paymentByNumber(tx, number)
  if (payment.status !== 'mismatch') throw mismatchNotOpen({ number, status: payment.status })
  const status = await settlePayment(tx, { number, state: 'succeeded', amount: payment.amount, providerRef, paidAt })
  if (status !== 'succeeded') throw mismatchNotOpen({ number, status })
  const over = subtract(actual, payment.amount)
  const cause = { cause: 'mismatch', causeId: payment.id } as const
  if (over.minor > 0) await post(tx, { debit: 'provider_clearing', credit: 'overpayments', amount: over, ...cause })
  if (over.minor < 0)
    await post(tx, { debit: 'payment_differences', credit: 'provider_clearing', amount: negate(over), ...cause })
  const data = { number, expected: amountText(payment.amount), actual: amountText(actual), note }
  await publish(tx, { type: 'payment.mismatch_accepted', aggregate: 'payment', id: payment.id, data })
  return paymentByNumber(tx, number)
}
