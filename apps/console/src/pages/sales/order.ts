import type { AnswerOf } from '#client'
import type { Headline, OrderAxes } from '#model/sales/orders'
import { ordersText } from '#model/sales/orders'
import type { RefundStatus } from '#model/sales/payments'
import { useText } from '../../frame/language.ts'
import type { RowOf } from '../../frame/lists.ts'

/** Everything about one order, as the desk sees it. */
export type OrderData = AnswerOf<'GET /api/v1/admin/orders/{id}'>
export type SentOrder = OrderData['order']
export type SentLine = OrderData['lines'][number]
export type SentPayment = OrderData['payments'][number]
export type SentDispute = OrderData['disputes'][number]
export type SentRefund = OrderData['refunds'][number]
export type SentParcel = OrderData['parcels'][number]
export type SentVoucher = OrderData['vouchers'][number]
export type HistoryEntry = OrderData['history'][number]
export type OrderRow = RowOf<'GET /api/v1/admin/orders'>

/** How the state of a refund is tinted, wherever one is shown. */
export const refundColors: Readonly<Record<RefundStatus, string>> = {
  waiting: 'gold',
  approved: 'processing',
  sent: 'processing',
  succeeded: 'success',
  failed: 'error',
  declined: 'default',
}

export type Axis = keyof OrderAxes
export const axes: readonly Axis[] = ['status', 'review', 'payment', 'fulfilment', 'afterSales']
export const axisValues = {
  status: ['open', 'cancelled', 'completed'],
  review: ['not_needed', 'waiting', 'held', 'approved', 'rejected'],
  payment: ['awaiting', 'on_delivery', 'paid', 'partly_refunded', 'refunded'],
  fulfilment: [
    'waiting',
    'pending',
    'released',
    'short',
    'partly_shipped',
    'shipped',
    'delivered',
    'received',
    'cancelled',
  ],
  afterSales: ['none', 'open', 'settled'],
} as const satisfies { readonly [Each in Axis]: readonly OrderAxes[Each][] }

/** What states, reasons and kinds of request are called. */
export function useOrderNames() {
  const t = useText(ordersText)
  const known = (key: string, otherwise: string) => (key in ordersText ? t(key as 'reason.unpaid') : otherwise)
  return {
    headline: (headline: Headline) => t(`order.headline.${headline}`),
    axis: (axis: Axis, value: string) => known(`order.${axis === 'afterSales' ? 'after_sales' : axis}.${value}`, value),
    reason: (reason: string) => known(`reason.${reason}`, reason),
    request: (kind: string) => known(`request.${kind}`, kind),
  }
}

const attention = 'warning'
export const headlineColors: Readonly<Record<Headline, string>> = {
  awaiting_payment: 'default',
  in_review: attention,
  on_hold: attention,
  pending: attention,
  released: 'processing',
  short: 'error',
  partly_shipped: 'processing',
  shipped: 'processing',
  delivered: 'success',
  received: 'success',
  after_sales: attention,
  refunding: attention,
  refunded: 'default',
  completed: 'success',
  cancelled: 'default',
}

const goneStates: readonly string[] = ['shipped', 'delivered', 'received', 'cancelled']

/** When the goods must have left, while they have not. */
export const dispatchBy = ({ status, fulfilment, dispatchBy: by }: SentOrder): string | null =>
  status === 'open' && !goneStates.includes(fulfilment) ? by : null
