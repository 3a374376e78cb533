import { post } from '#office/ledger'
import { notify } from '#office/notices'
import type { Tx } from '#platform/context'
import type { PaymentId } from './model.ts'
import { insertRefund } from './refund-store.ts'
import { claimSurplus } from './share-store.ts'

/**
 * Sends back money of this shop that pays nothing: a second success of one order, or one that came after the order was cancelled.
 * It stands in the books as an overpayment until it is gone. Asking again changes nothing.
 */
export async function refundSurplus(tx: Tx, paymentId: PaymentId): Promise<void> {
  const share = await claimSurplus(tx, paymentId)
  if (!share) return
  const { orderId, amount, number } = share
  const refund = await insertRefund(tx, {
    orderId,
    paymentId,
    amount,
    cause: 'surplus',
    causeId: paymentId,
    reason: 'overpayment',
  })
  await post(tx, { debit: 'customer_deposits', credit: 'overpayments', amount, cause: 'surplus', causeId: paymentId })
  await post(tx, { debit: 'overpayments', credit: 'provider_clearing', amount, cause: 'refund', causeId: refund.id })
  await notify(tx, {
    permission: 'payments.read',
    kind: 'payment.surplus',
    subject: 'order',
    subjectId: orderId,
    data: { number },
    dedupeKey: `payment.surplus:${paymentId}`,
  })
}
