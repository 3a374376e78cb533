import type { Money } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { isOutcomeUnknown, providerDeclined } from '#platform/payments'
import { askProvider } from './ask-provider.ts'
import { openStatuses, type Payment } from './model.ts'
import { paidAlready, paymentUnconfirmed, withoutRepeat } from './payment.ts'
import { insertPayment, openAttemptOf, paymentsOf, tryAdvancePayment } from './payment-store.ts'

/** What is to be paid, as the room that owns the debt says with its row locked. */
export interface Payable {
  readonly amount: Money
  /** Shown on the provider's page. */
  readonly description: string
  readonly payBy: Temporal.Instant
}

export interface OpenPayment {
  readonly orderId: string
  /** Locks the debt and says what is due, or refuses. */
  readonly payable: (tx: Tx) => Promise<Payable>
  /** Where the provider's page sends the buyer back. */
  readonly returnUrl: string
  readonly buyerIp?: string
}

export interface OpenedPayment {
  readonly payUrl: string
  readonly number: string
}

interface Attempt extends Payable {
  readonly payment: Pick<Payment, 'id' | 'orderId' | 'number' | 'status' | 'amount' | 'provider'>
  readonly expires: string
}

/**
 * Opens the one attempt to pay an order, or the same one again: a second click gets the same number, and the provider opens nothing new.
 * Our number is committed before the provider hears of it, so a notification may arrive before its answer.
 *
 * @throws paidAlready
 * @throws paymentUnconfirmed when the provider did not answer: asking, not another attempt, settles what it did
 * @throws providerDeclined when it said no; another try gets a new number
 */
export async function openPayment(ctx: Context, input: OpenPayment): Promise<OpenedPayment> {
  const attempt = await transaction(ctx, (tx) => claimAttempt(tx, ctx.outside.payments.provider, input))
  const rest = withoutRepeat(ctx)
  const isOver = attempt.payment.status === 'unknown' && (await settleDoubt(rest, attempt))
  return isOver ? openPayment(rest, input) : openAtProvider(rest, attempt, input)
}

async function claimAttempt(tx: Tx, provider: string, { orderId, payable }: OpenPayment): Promise<Attempt> {
  const due = await payable(tx)
  const attempts = await paymentsOf(tx, orderId)
  if (attempts.some((each) => each.status === 'succeeded' && !each.surplus)) throw paidAlready({ orderId })
  const payment =
    (await openAttemptOf(tx, orderId)) ??
    (await insertPayment(tx, { orderId, provider, amount: due.amount, expiresAt: due.payBy }))
  return { ...due, payment, expires: due.payBy.toString() }
}

/** A call without an answer may have opened the payment, and the buyer may have paid it. True when that attempt has ended without money. */
async function settleDoubt(ctx: Context, { payment }: Attempt): Promise<boolean> {
  const status = await askProvider(ctx, payment)
  if (status === 'succeeded') throw paidAlready({ orderId: payment.orderId })
  if (status === 'unanswered') throw paymentUnconfirmed({ orderId: payment.orderId })
  return !openStatuses.some((open) => open === status)
}

async function openAtProvider(ctx: Context, attempt: Attempt, input: OpenPayment): Promise<OpenedPayment> {
  const { payment } = attempt
  try {
    const { payUrl } = await ctx.outside.payments.create({
      number: payment.number,
      amount: payment.amount,
      description: attempt.description,
      expiresAt: Temporal.Instant.from(attempt.expires),
      notifyUrl: notifyUrl(ctx, payment.provider),
      returnUrl: input.returnUrl,
      buyerIp: input.buyerIp,
    })
    await transaction(ctx, (tx) => tryAdvancePayment(tx, payment.id, 'open', { pay_url: payUrl }))
    return { payUrl, number: payment.number }
  } catch (error) {
    throw await afterFailedOpening(ctx, attempt, error)
  }
}

/** A declined opening is asked about too: "paid already" is a no that means yes. */
async function afterFailedOpening(ctx: Context, { payment }: Attempt, error: unknown): Promise<unknown> {
  const { orderId } = payment
  if (isOutcomeUnknown(error)) {
    await transaction(ctx, (tx) => tryAdvancePayment(tx, payment.id, 'lose'))
    return paymentUnconfirmed({ orderId })
  }
  if (!isRefusal(error, providerDeclined)) return error
  if ((await askProvider(ctx, payment)) === 'succeeded') return paidAlready({ orderId })
  await transaction(ctx, (tx) => tryAdvancePayment(tx, payment.id, 'fail'))
  return error
}

/** Where a provider sends its notifications. Carries no query: providers refuse addresses that do. */
export const notifyUrl = (ctx: Context, provider: string): string =>
  `${ctx.outside.publicUrl}/api/v1/provider/payments/${provider}/notices`
