import { refusal } from '#kernel/refusal'
import { post } from '#office/ledger'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { isOnline, type Payout, type Refund, type RefundId, type RefundStep, refundSteps } from './model.ts'
import { paymentUnconfirmed } from './payment.ts'
import { paymentsOf } from './payment-store.ts'
import { refundCannot } from './refund.ts'
import { advanceRefund, loadRefund, tellRefund } from './refund-store.ts'
import { refundAtProvider } from './send-refund.ts'

export const payoutWithoutReference = refusal(
  'invalid',
  'payments.payout_without_reference',
  (_: { field: 'reference' }) => 'a payout names the transfer or receipt it was made by',
)

export interface RecordPayout extends Pick<Payout, 'way' | 'reference' | 'note' | 'paidOn'> {
  readonly refundId: RefundId
}

/**
 * Records that a refund was paid out by hand: one of an order that was paid to the courier, or one that the provider has refused for good, whose money
 * it then still holds. The refund has succeeded by that, and its order follows. A refund is paid out once.
 *
 * @throws refundCannot when it waits for its provider or has arrived, payoutWithoutReference
 * @throws paymentUnconfirmed while the provider does not say what became of it
 */
export async function recordPayout(ctx: Context, input: RecordPayout): Promise<Refund> {
  if (input.reference.trim() === '') throw payoutWithoutReference({ field: 'reference' })
  const refund = await loadRefund(ctx, { id: input.refundId })
  const payment = (await paymentsOf(ctx, refund.orderId)).find(({ id }) => id === refund.paymentId)!
  const step = isOnline(payment.method) ? 'payInstead' : 'payOut'
  const { id: refundId, status } = refund
  if (!refundSteps[step].from.includes(status)) throw refundCannot({ refundId, step, status })
  if (step === 'payInstead') await mustBeRefused(ctx, refund)
  return transaction(ctx, (tx) => payOut(tx, input, step))
}

/** Nobody pays by hand what the provider may have sent. */
async function mustBeRefused(ctx: Context, refund: Refund): Promise<void> {
  const state = await refundAtProvider(ctx, refund)
  if (state === 'unanswered') throw paymentUnconfirmed({ orderId: refund.orderId })
  if (state !== 'refused')
    throw refundCannot({ refundId: refund.id, step: 'payInstead', status: state === 'succeeded' ? state : 'sent' })
}

type PayoutStep = Extract<RefundStep, 'payOut' | 'payInstead'>

/** The step is that of its kind alone: what a colleague has sent anew since the provider was asked is no longer refused. */
async function payOut(tx: Tx, { refundId, ...payout }: RecordPayout, step: PayoutStep): Promise<Refund> {
  const paid = await advanceRefund(tx, refundId, step, { succeeded_at: tx.now, failure: null })
  await tx.db
    .insertInto('sales.payouts')
    .values({
      refund_id: refundId,
      shop_id: tx.shopId,
      way: payout.way,
      reference: payout.reference.trim(),
      note: payout.note,
      paid_on: payout.paidOn,
      recorded_at: tx.now,
      recorded_by: tx.actor.name,
    })
    .execute()
  const debit = step === 'payInstead' ? 'provider_clearing' : 'payouts_due'
  await post(tx, { debit, credit: 'bank', amount: paid.amount, cause: 'payout', causeId: refundId })
  await tellRefund(tx, 'refund.succeeded', paid)
  return paid
}
