import { askable } from '#care/parcel-desk'
import { type Order, type OrderLine, orderCan } from '#model/sales/orders'
import { mayExtendReceipt, mayWishInvoice } from '#sales/orders'

/** What a buyer may do with an order, the most wanted first. */
export type BuyerAction =
  | 'pay'
  | 'receive'
  | 'review'
  | 'track'
  | 'remind'
  | 'address'
  | 'extend'
  | 'return'
  | 'invoice'
  | 'again'
  | 'cancel'

type Given = Order & { readonly lines: readonly OrderLine[] }

const allowed: readonly (readonly [BuyerAction, (order: Given) => boolean])[] = [
  ['pay', (order) => orderCan(order, 'pay')],
  ['receive', (order) => orderCan(order, 'confirmReceipt') && isSent(order)],
  ['track', (order) => order.shippedAt !== null && order.status === 'open'],
  ['remind', (order) => askable(order) === 'reminder' && isSent(order)],
  ['address', (order) => orderCan(order, 'changeRecipient') && order.payment !== 'awaiting' && isSent(order)],
  ['return', mayReturn],
  ['again', () => true],
  ['extend', mayExtendReceipt],
  ['invoice', mayWishInvoice],
  ['cancel', (order) => orderCan(order, 'cancel')],
]

/** Services and codes have no parcel to wait for. */
const isSent = ({ lines }: Given): boolean => lines.some((line) => line.requiresShipping)

/** Shipped and paid goods of which something is not given back yet. The window is looked at by the application itself. */
export function mayReturn({ payment, status, lines }: Given): boolean {
  if (payment === 'awaiting' || payment === 'on_delivery' || status === 'cancelled') return false
  return lines.some((line) => line.shipped > line.returned && line.refunded.minor < line.total.minor)
}

export const buyerActions = (order: Given): BuyerAction[] =>
  allowed.flatMap(([action, may]) => (may(order) ? [action] : []))
