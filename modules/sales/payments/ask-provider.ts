import { isRefusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { isOutcomeUnknown, type ProviderPayment, providerDeclined } from '#platform/payments'
import { gatewayOf, knownAs } from './gateway-of.ts'
import type { Payment, PaymentStatus } from './model.ts'
import { inShopOf } from './payment.ts'
import { openAttemptOf, tryAdvancePayment } from './payment-store.ts'
import { settlePayment } from './settle-payment.ts'

/** `unanswered`: the provider could not be asked, so that nothing may be decided yet. */
export type Answered = PaymentStatus | 'unanswered'

/** Asks the provider what became of an attempt, and settles it. */
export async function askProvider(ctx: Context, payment: Payment): Promise<Answered> {
  const gateway = await gatewayOf(ctx, payment)
  const told = await answerOf(gateway.query(knownAs(payment)))
  if (!told) return 'unanswered'
  return transaction(inShopOf(ctx, payment), (tx) => settlePayment(tx, told))
}

/**
 * Makes sure that an order's open attempt brings no more money, before the order goes another way.
 * Returns `paid` when it turned out to be paid, `unknown` when the provider cannot be asked: then nothing may be decided yet.
 */
export async function closeAttempt(ctx: Context, orderId: string): Promise<'closed' | 'paid' | 'unknown'> {
  const attempt = await openAttemptOf(ctx, orderId)
  if (!attempt) return 'closed'
  const status = await closeAtProvider(ctx, attempt)
  if (status === 'succeeded') return 'paid'
  return status === 'closed' || status === 'failed' || status === 'mismatch' ? 'closed' : 'unknown'
}

/** Closes one attempt at the provider; one that was paid in the meantime is settled as paid. */
export async function closeAtProvider(ctx: Context, payment: Payment): Promise<Answered> {
  const gateway = await gatewayOf(ctx, payment)
  try {
    await gateway.close(knownAs(payment))
  } catch (error) {
    if (isOutcomeUnknown(error)) return 'unanswered'
    if (!isRefusal(error, providerDeclined)) throw error
    return askProvider(ctx, payment)
  }
  const closed = await transaction(inShopOf(ctx, payment), (tx) =>
    tryAdvancePayment(tx, payment.id, 'close', { checked_at: tx.now }),
  )
  return closed?.status ?? askProvider(ctx, payment)
}

/** What the provider says; undefined while it says nothing. */
export async function answerOf(question: Promise<ProviderPayment>): Promise<ProviderPayment | undefined> {
  try {
    return await question
  } catch (error) {
    if (isOutcomeUnknown(error) || isRefusal(error, providerDeclined)) return undefined
    throw error
  }
}
