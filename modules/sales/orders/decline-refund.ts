import { add, type Money } from '#kernel/money'
import { byHand, type Refund, type RefundId } from '#model/sales/payments'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { loadRefund, refundIsOwed, turnDownRefund } from '#sales/payments'
import type { Order, OrderId } from './model.ts'
import { lockOrder, tellOrder } from './order-store.ts'
import { recogniseRest } from './recognise-revenue.ts'
import type { Revenue } from './settlement.ts'

/**
 * A second person turns down a large refund that somebody of the staff wrote by hand: the order is as if it had never been asked for, and
 * may be given back otherwise. What follows from a cancellation or a case is owed to the buyer and cannot be turned down.
 *
 * @throws refundIsOwed, agreesToOwnRefund, declinedWithoutRemark, refundCannot unless it waits
 */
export function declineRefund(
  ctx: Context,
  { refundId, remark }: { readonly refundId: RefundId; readonly remark: string },
): Promise<Refund> {
  return transaction(ctx, async (tx) => {
    const { orderId, cause } = await loadRefund(tx, { id: refundId })
    const order = await lockOrder(tx, orderId as OrderId)
    if (cause !== byHand || order.status === 'cancelled') throw refundIsOwed({ refundId, cause })

    const declined = await turnDownRefund(tx, { refundId, remark, fromDeposits: await depositsIn(tx, order, refundId) })
    await owe(tx, order, declined.amount)
    await tellOrder(tx, 'order.refund_declined', order, { refundId, amount: declined.amount, remark: declined.remark })
    if (hasLeft(order)) await takeRest(tx, order, refundId)
    return declined
  })
}

/** How much of it would have come out of the deposits, as was written down when it was asked for. */
async function depositsIn(tx: Tx, { id }: Order, refundId: RefundId): Promise<Money> {
  const asked = (await historyOf(tx, id)).find(
    ({ type, data }) => type === 'order.refund_requested' && data.refundId === refundId,
  )
  const { goods, freight } = asked!.data.deposits as Revenue
  return add(goods, freight)
}

const owe = (tx: Tx, { id }: Order, amount: Money) =>
  tx.db
    .updateTable('sales.orders')
    .set((row) => ({
      refunded_minor: row('refunded_minor', '-', amount.minor),
      version: row('version', '+', 1),
    }))
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()

const hasLeft = ({ fulfilment }: Order): boolean =>
  fulfilment === 'shipped' || fulfilment === 'delivered' || fulfilment === 'received'

/** No parcel will take these deposits as revenue any more. */
async function takeRest(tx: Tx, order: Order, refundId: RefundId): Promise<void> {
  const revenue = await recogniseRest(tx, order, refundId)
  await tellOrder(tx, 'order.revenue_kept', order, { refundId, revenue })
}
