import { type Money, subtract } from '#kernel/money'
import { post } from '#office/ledger'
import { notify, settleNotices } from '#office/notices'
import { type Context, type Tx, worksHere } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { isOnline, type OrderPayment, type Refund, type RefundId } from './model.ts'
import { amountText } from './payment.ts'
import { paymentsOf } from './payment-store.ts'
import { elsewhere } from './record-paid-elsewhere.ts'
import { agreesToOwnRefund, declinedWithoutRemark } from './refund.ts'
import { advanceRefund, loadRefund, refundsOf, tellRefund } from './refund-store.ts'
import { paymentSettings } from './settings.ts'
import { returnToShare } from './share-store.ts'

/**
 * Whether this refund is too much for whoever brings it about: what staff and their keys give back of one order without a second person is
 * added up, so that a large refund cannot be cut into small ones. Call it once the share is claimed: whoever came second has waited for that.
 */
export async function needsSecond(tx: Tx, { orderId, provider }: OrderPayment, amount: Money): Promise<boolean> {
  if (!worksHere(tx.actor) || provider === elsewhere) return false
  const { oneRefunds } = await readSettings(tx, paymentSettings)
  const alone = (await refundsOf(tx, orderId)).filter(
    ({ requesterId, needsSecond: hadSecond }) => requesterId !== null && !hadSecond,
  )
  return alone.reduce((all, each) => all + each.amount.minor, amount.minor) > oneRefunds
}

export const askForSecond = (tx: Tx, { id, number, amount, requestedBy }: Refund): Promise<void> =>
  notify(tx, {
    permission: 'payments.settle',
    kind: 'refund.waiting',
    subject: 'refund',
    subjectId: id,
    data: { number, amount: amountText(amount), by: requestedBy },
    dedupeKey: `refund.waiting:${id}`,
  })

/**
 * A second person agrees to a large refund: its money is sent by the job sendRefund.
 * @throws agreesToOwnRefund for whoever asked for it and for keys, refundCannot unless it waits, refundNotFound
 */
export const agreeToRefund = (ctx: Context, refundId: RefundId): Promise<Refund> =>
  transaction(ctx, async (tx) => {
    const agreed = await decide(tx, refundId, 'agree')
    await tellRefund(tx, 'refund.approved', agreed)
    return agreed
  })

/**
 * Takes the promise of a waiting refund back, in the caller's transaction: share and books are as if it had never been asked for.
 * @throws agreesToOwnRefund, declinedWithoutRemark, refundCannot unless it waits, refundNotFound
 */
export async function turnDownRefund(
  tx: Tx,
  {
    refundId,
    remark,
    fromDeposits,
  }: { readonly refundId: RefundId; readonly remark: string; readonly fromDeposits: Money },
): Promise<Refund> {
  if (remark.trim() === '') throw declinedWithoutRemark({ field: 'remark' })
  const declined = await decide(tx, refundId, 'decline', remark.trim())
  const { orderId, paymentId, amount, number } = declined
  const { method } = (await paymentsOf(tx, orderId)).find(({ id }) => id === paymentId)!
  await returnToShare(tx, { paymentId, minor: amount.minor })
  const debit = isOnline(method) ? 'provider_clearing' : 'payouts_due'
  const once = { debit, cause: 'refund_declined', causeId: refundId } as const
  await post(tx, { ...once, credit: 'customer_deposits', amount: fromDeposits })
  await post(tx, { ...once, credit: 'refunds', amount: subtract(amount, fromDeposits) })
  await tellRefund(tx, 'refund.declined', declined)
  await notify(tx, {
    permission: 'aftersales.decide',
    kind: 'refund.declined',
    subject: 'order',
    subjectId: orderId,
    data: { number, by: tx.actor.name, remark: remark.trim() },
    dedupeKey: `refund.declined:${refundId}`,
  })
  return declined
}

async function decide(tx: Tx, refundId: RefundId, step: 'agree' | 'decline', remark: string | null = null) {
  const { requesterId } = await loadRefund(tx, { id: refundId })
  if (tx.actor.kind !== 'staff' || tx.actor.id === requesterId) throw agreesToOwnRefund({ refundId })
  const change = { decider_id: tx.actor.id, decided_by: tx.actor.name, decided_at: tx.now, remark }
  const decided = await advanceRefund(tx, refundId, step, change)
  await settleNotices(tx, { subject: 'refund', subjectId: refundId })
  return decided
}
