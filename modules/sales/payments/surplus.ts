import { post } from '#office/ledger'
import { notify } from '#office/notices'
import type { Tx } from '#platform/context'
import type { PaymentId } from './model.ts'
import { toPayment } from './payment.ts'
import { insertRefund } from './refund-store.ts'

/**
 * Sends back money that pays nothing: a second success of one order, or one that came after the order was cancelled.
 * It stands in the books as an overpayment until it is gone. Asking again changes nothing.
 */
export async function refundSurplus(tx: Tx, paymentId: PaymentId): Promise<void> {
  const row = await tx.db
    .updateTable('sales.payments')
    .set((payment) => ({ surplus: true, refund_minor: payment.ref('captured_minor') }))
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', paymentId)
    .where('status', '=', 'succeeded')
    .where('surplus', '=', false)
    .where('refund_minor', '=', 0)
    .returningAll()
    .executeTakeFirst()
  if (!row) return
  const { id, orderId, number, captured: amount } = toPayment(row)
  const refund = await insertRefund(tx, {
    orderId,
    paymentId: id,
    amount,
    cause: 'surplus',
    causeId: id,
    reason: 'overpayment',
  })
  await post(tx, { debit: 'customer_deposits', credit: 'overpayments', amount, cause: 'surplus', causeId: id })
  await post(tx, { debit: 'overpayments', credit: 'provider_clearing', amount, cause: 'refund', causeId: refund.id })
  await notify(tx, {
    permission: 'payments.read',
    kind: 'payment.surplus',
    subject: 'order',
    subjectId: orderId,
    data: { number },
    dedupeKey: `payment.surplus:${id}`,
  })
}
