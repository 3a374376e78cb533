import { daysLater } from '#kernel/day'
import { refusal } from '#kernel/refusal'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import type { Order, OrderId } from './model.ts'
import { advanceOrder, lockOrder } from './order-store.ts'
import { orderSettings } from './settings.ts'

export const receiptNotExtendable = refusal(
  'conflict',
  'orders.receipt_not_extendable',
  (d: { orderId: OrderId }) => `the receipt of ${d.orderId} is not waited for`,
)

/** Delivered, not received, and not put off before. */
export const mayExtendReceipt = (
  order: Pick<Order, 'status' | 'fulfilment' | 'receiveBy' | 'receiptExtendedAt'>,
): boolean =>
  order.status === 'open' &&
  order.fulfilment === 'delivered' &&
  order.receiveBy !== null &&
  order.receiptExtendedAt === null

/**
 * The buyer puts the automatic receipt off, once, by some days (setting). Asking again changes nothing.
 *
 * @throws receiptNotExtendable before delivery and after receipt; orderNotFound for another's
 */
export function extendReceipt(ctx: Context, orderId: OrderId): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order.receiptExtendedAt) return order
    if (!mayExtendReceipt(order)) throw receiptNotExtendable({ orderId })
    const { extendReceiptBy } = await readSettings(tx, orderSettings)
    const { timeZone } = await loadShop(tx)
    const until = daysLater(order.receiveBy!, extendReceiptBy, timeZone)
    return advanceOrder(
      tx,
      order,
      {},
      {
        event: 'order.receipt_extended',
        data: { receiveBy: { before: order.receiveBy, after: until } },
        change: { receive_by: until, receipt_extended_at: tx.now },
      },
    )
  })
}
