import { sameMoney } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { isOutcomeUnknown, type ProviderRefund, providerDeclined } from '#platform/payments'
import { gatewayOf, knownAs, notifyUrl } from './gateway-of.ts'
import { isOnline, type OrderPayment, type Payment, type Refund, type RefundId, type RefundStatus } from './model.ts'
import { amountText, withoutRepeat } from './payment.ts'
import { paymentsOf } from './payment-store.ts'
import { askToRefundElsewhere, broughtBack, elsewhere } from './record-paid-elsewhere.ts'
import { advanceRefund, loadRefund, newRefundNumber, tellRefund, tryAdvanceRefund } from './refund-store.ts'

/** Job. Sends an approved refund. Safe to run again: the refund's number is the provider's key, and it sends nothing twice. */
export async function sendRefund(ctx: Context, refundId: RefundId): Promise<RefundStatus> {
  const refund = await loadRefund(ctx, { id: refundId })
  if (refund.status !== 'approved') return refund.status
  const payment = await paymentOf(ctx, refund)
  if (payment.provider === elsewhere) return giveBackElsewhere(ctx, refund)
  if (!isOnline(payment.method)) return askForPayout(ctx, refund)
  const gateway = await gatewayOf(ctx, payment)
  await noteAttempt(ctx, refundId)
  const told = await answerOf(
    gateway.refund({
      number: refund.number,
      payment: knownAs(payment),
      amount: refund.amount,
      paid: payment.whole,
      reason: refund.reason,
      notifyUrl: notifyUrl(ctx, payment),
    }),
  )
  if (told === undefined) return refund.status
  return transaction(ctx, (tx) =>
    'failure' in told ? failRefund(tx, refund, told.failure) : settleRefund(tx, told, payment),
  )
}

/** Another system holds the money: it counts as given back here, and staff are asked to give it back there, unless the order stays there. */
const giveBackElsewhere = (ctx: Context, refund: Refund): Promise<RefundStatus> =>
  transaction(ctx, async (tx) => {
    if (refund.cause !== broughtBack) await askToRefundElsewhere(tx, refund)
    return succeedRefund(tx, refund, {})
  })

/** There is no way back for cash: staff are asked to pay it out, and the refund waits until they have. */
const askForPayout = (ctx: Context, { id, orderId, number, amount, status }: Refund): Promise<RefundStatus> =>
  transaction(ctx, async (tx) => {
    await notify(tx, {
      permission: 'payments.settle',
      kind: 'refund.payout_due',
      subject: 'order',
      subjectId: orderId,
      data: { number, amount: amountText(amount) },
      dedupeKey: `refund.payout_due:${id}`,
    })
    return status
  })

/** Job. Asks what became of a refund that the provider works on. */
export async function askForRefund(ctx: Context, refundId: RefundId): Promise<RefundStatus> {
  const refund = await loadRefund(ctx, { id: refundId })
  await noteAttempt(ctx, refundId)
  const told = await answerOf(queryRefund(ctx, refund))
  if (told === undefined || 'failure' in told) return refund.status
  return transaction(ctx, (tx) => settleRefund(tx, told))
}

/** Takes what a provider says of a refund, however often and in whatever order. @throws refundNotFound */
export async function settleRefund(tx: Tx, told: ProviderRefund, payment?: Pick<Payment, 'id'>): Promise<RefundStatus> {
  const refund = await loadRefund(tx, { number: told.number })
  if (payment && payment.id !== refund.paymentId) return refund.status
  if (told.amount && !sameMoney(told.amount, refund.amount))
    return failRefund(tx, refund, `amount ${told.amount.minor}`)
  switch (told.state) {
    case 'processing':
      return (
        (await tryAdvanceRefund(tx, refund.id, 'send', { provider_ref: told.providerRef ?? null }))?.status ??
        refund.status
      )
    case 'succeeded':
      return succeedRefund(tx, refund, told)
    case 'failed':
    case 'closed':
      return failRefund(tx, refund, told.state)
    case 'not_found':
      return refund.status
  }
}

/**
 * Gives a failed refund another try. What the provider has finished for good gets a new number; what it only declined keeps
 * its number, so that nothing can be sent twice.
 *
 * @throws refundCannot unless it failed
 */
export async function retryRefund(ctx: Context, refundId: RefundId): Promise<Refund> {
  const refund = await loadRefund(ctx, { id: refundId })
  const told = await answerOf(queryRefund(ctx, refund))
  const ended = told !== undefined && !('failure' in told) && (told.state === 'failed' || told.state === 'closed')
  return transaction(ctx, async (tx) => {
    if (told && 'state' in told && told.state === 'succeeded') await settleRefund(tx, told)
    else
      await advanceRefund(tx, refundId, 'retry', {
        failure: null,
        sent_at: null,
        attempts: 0,
        ...(ended ? { number: newRefundNumber(tx) } : {}),
      })
    const retried = await loadRefund(tx, { id: refundId })
    if (retried.status === 'approved') await tellRefund(tx, 'refund.approved', retried)
    return retried
  })
}

/** What has become of a refund at its provider, taken over here when it has arrived. A provider that knows nothing of it has refused it. */
export async function refundAtProvider(
  ctx: Context,
  refund: Refund,
): Promise<'unanswered' | 'refused' | 'processing' | 'succeeded'> {
  const told = await answerOf(queryRefund(ctx, refund))
  if (told === undefined) return 'unanswered'
  if ('failure' in told) return 'refused'
  if (told.state === 'succeeded') await transaction(withoutRepeat(ctx), (tx) => settleRefund(tx, told))
  return told.state === 'succeeded' || told.state === 'processing' ? told.state : 'refused'
}

const paymentOf = async (ctx: Context, { orderId, paymentId }: Refund): Promise<OrderPayment> =>
  (await paymentsOf(ctx, orderId)).find((each) => each.id === paymentId)!

async function queryRefund(ctx: Context, refund: Refund): Promise<ProviderRefund> {
  const payment = await paymentOf(ctx, refund)
  return (await gatewayOf(ctx, payment)).queryRefund(refund.number, knownAs(payment))
}

async function succeedRefund(tx: Tx, refund: Refund, told: Pick<ProviderRefund, 'providerRef'>): Promise<RefundStatus> {
  const done = await tryAdvanceRefund(tx, refund.id, 'succeed', {
    provider_ref: told.providerRef ?? null,
    succeeded_at: tx.now,
    failure: null,
  })
  if (done) await tellRefund(tx, 'refund.succeeded', done)
  return done?.status ?? refund.status
}

async function failRefund(tx: Tx, refund: Refund, failure: string): Promise<RefundStatus> {
  const failed = await tryAdvanceRefund(tx, refund.id, 'fail', { failure })
  if (!failed) return refund.status
  await tellRefund(tx, 'refund.failed', failed)
  await notify(tx, {
    permission: 'payments.read',
    kind: 'refund.failed',
    subject: 'order',
    subjectId: refund.orderId,
    data: { number: refund.number, failure },
    dedupeKey: `refund.failed:${refund.id}:${tx.now}`,
  })
  return failed.status
}

const noteAttempt = (ctx: Context, refundId: RefundId): Promise<unknown> =>
  transaction(withoutRepeat(ctx), (tx) =>
    tx.db
      .updateTable('sales.refunds')
      .set((row) => ({ attempts: row('attempts', '+', 1), sent_at: tx.now }))
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', refundId)
      .execute(),
  )

/** The provider's answer, its refusal, or nothing when the outcome is unknown: the poller asks again. */
async function answerOf(
  question: Promise<ProviderRefund>,
): Promise<ProviderRefund | { readonly failure: string } | undefined> {
  try {
    return await question
  } catch (error) {
    if (isOutcomeUnknown(error)) return undefined
    if (isRefusal(error, providerDeclined)) return { failure: String(error.details.providerCode) }
    throw error
  }
}
