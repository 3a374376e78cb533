import { refusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { InvoiceWish, Order, OrderId } from './model.ts'
import { advanceOrder, lockOrder } from './order-store.ts'

export const noInvoiceNow = refusal(
  'conflict',
  'orders.no_invoice_now',
  (d: { orderId: OrderId }) => `${d.orderId} is cancelled or paid back: there is nothing to invoice`,
)

/** Something of the order was sold for good, or is to be. */
export const mayWishInvoice = ({ status, payment }: Pick<Order, 'status' | 'payment'>): boolean =>
  status !== 'cancelled' && payment !== 'refunded'

/** The buyer asks for an invoice of an order, or for another one than before. @throws noInvoiceNow; orderNotFound for another's */
export function wishInvoice(
  ctx: Context,
  { orderId, wish }: { readonly orderId: OrderId; readonly wish: InvoiceWish },
): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!mayWishInvoice(order)) throw noInvoiceNow({ orderId })
    return advanceOrder(
      tx,
      order,
      {},
      {
        event: 'order.invoice_wished',
        data: { kind: wish.kind },
        change: { invoice_wish: JSON.stringify(wish) },
      },
    )
  })
}
