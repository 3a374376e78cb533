import { add, sum } from '#kernel/money'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { refundsOf } from '#sales/payments'
import type { Order, OrderId, OrderMoves } from './model.ts'
import { advanceOrder, lockOrder, tellOrder } from './order-store.ts'
import { settlementOf } from './settlement.ts'

/** Job. The provider has sent money back: only now the order counts as refunded, in part or whole. Told again changes nothing. */
export function followRefund(ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> {
  const refundId = String(data.refundId)
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, String(data.orderId) as OrderId)
    if (data.cause === 'surplus' || (await settlementOf(tx, order)).arrivedRefundIds.has(refundId)) return
    await advanceOrder(tx, order, await movesFor(tx, order), {
      event: 'order.refunded',
      data: { refundId, amount: data.amount, cause: data.cause },
    })
  })
}

/** Two refunds may have arrived before either was told of: the second finds the order refunded. */
async function movesFor(tx: Tx, order: Order): Promise<OrderMoves> {
  if (order.payment === 'refunded') return {}
  return { payment: (await isAllBack(tx, order)) ? 'refundAll' : 'refundPart' }
}

async function isAllBack(tx: Tx, order: Order): Promise<boolean> {
  const arrived = (await refundsOf(tx, order.id)).filter(
    (refund) => refund.status === 'succeeded' && refund.cause !== 'surplus',
  )
  return (
    add(
      sum(
        arrived.map((refund) => refund.amount),
        order.total.currency,
      ),
      order.waived,
    ).minor === order.total.minor
  )
}

/** Job. An attempt to pay failed: the history says so and the buyer is told that another try is open. */
export const followFailedPayment = (ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> =>
  transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, String(data.orderId) as OrderId)
    if (order.status === 'open' && order.payment === 'awaiting')
      await tellOrder(tx, 'order.payment_failed', order, { paymentId: data.paymentId })
  })
