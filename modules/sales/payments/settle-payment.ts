import { post } from '#office/ledger'
import { notify } from '#office/notices'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { ProviderPayment } from '#platform/payments'
import type { Payment, PaymentStatus } from './model.ts'
import { amountText, fits } from './payment.ts'
import { isRefTaken, lockPaymentsOf, paymentByNumber, tryAdvancePayment } from './payment-store.ts'
import { refundSurplus } from './surplus.ts'

/**
 * Takes what a provider says of an attempt, whoever asked and in whatever order it comes: a notification, our question, the return page.
 * The first success counts and is booked; a repeat changes nothing; a success beside another one is surplus and goes back;
 * an amount that does not fit pays nothing and is shown to staff.
 */
export async function settlePayment(tx: Tx, told: ProviderPayment): Promise<PaymentStatus> {
  const { id, orderId } = await paymentByNumber(tx, told.number)
  const attempts = await lockPaymentsOf(tx, orderId)
  const payment = attempts.find((each) => each.id === id)!
  const settled = await settle(tx, payment, told, attempts)
  return (settled ?? payment).status
}

async function settle(
  tx: Tx,
  payment: Payment,
  told: ProviderPayment,
  attempts: readonly Payment[],
): Promise<Payment | undefined> {
  switch (told.state) {
    case 'pending':
      return tryAdvancePayment(tx, payment.id, 'open')
    case 'not_found':
      return undefined
    case 'closed':
      return tryAdvancePayment(tx, payment.id, 'close')
    case 'failed':
      return fail(tx, payment)
    case 'succeeded':
      if (payment.status === 'succeeded') return undefined
      return fits(payment, told) && !(await isRefTaken(tx, payment, told.providerRef!))
        ? capture(tx, payment, told, attempts)
        : doubt(tx, payment, told)
  }
}

async function fail(tx: Tx, payment: Payment): Promise<Payment | undefined> {
  const failed = await tryAdvancePayment(tx, payment.id, 'fail')
  if (failed) await tell(tx, 'payment.failed', failed)
  return failed
}

async function capture(
  tx: Tx,
  payment: Payment,
  told: ProviderPayment,
  attempts: readonly Payment[],
): Promise<Payment | undefined> {
  const captured = await tryAdvancePayment(tx, payment.id, 'capture', {
    captured_minor: payment.amount.minor,
    provider_ref: told.providerRef!,
    paid_at: told.paidAt ?? tx.now,
  })
  if (!captured) return undefined
  await post(tx, {
    debit: 'provider_clearing',
    credit: 'customer_deposits',
    amount: captured.captured,
    cause: 'payment',
    causeId: captured.id,
    effectiveAt: captured.paidAt ?? tx.now,
  })
  const paidBefore = attempts.some((each) => each.id !== payment.id && each.status === 'succeeded' && !each.surplus)
  if (paidBefore) await refundSurplus(tx, captured.id)
  else await tell(tx, 'payment.succeeded', captured)
  return captured
}

async function doubt(tx: Tx, payment: Payment, told: ProviderPayment): Promise<Payment | undefined> {
  const doubted = await tryAdvancePayment(tx, payment.id, 'doubt')
  if (!doubted) return undefined
  const data = { number: payment.number, expected: amountText(payment.amount), actual: amountText(told.amount) }
  await tell(tx, 'payment.mismatch', doubted, data)
  await notify(tx, {
    permission: 'payments.read',
    kind: 'payment.mismatch',
    subject: 'order',
    subjectId: payment.orderId,
    data,
    dedupeKey: `payment.mismatch:${payment.id}`,
  })
  return doubted
}

const tell = (tx: Tx, type: string, payment: Payment, more: Readonly<Record<string, unknown>> = {}): Promise<void> =>
  publish(tx, {
    type,
    aggregate: 'payment',
    id: payment.id,
    data: { orderId: payment.orderId, paymentId: payment.id, amount: payment.amount, ...more },
  })
