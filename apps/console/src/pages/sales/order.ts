import type { Headline, Order, OrderAxes, OrderLine } from '#model/sales/orders'
import { ordersText } from '#model/sales/orders'
import type { OrderPayment, Refund } from '#model/sales/payments'
import type { Voucher } from '#model/sales/vouchers'
import type { Parcel, Recipient, TrackedStep } from '#model/supply/shipping'
import type { Json } from '../../frame/json.ts'
import { useText } from '../../frame/language.ts'

export type SentOrder = Json<Omit<Order, 'cartId' | 'locale'>>
export type SentLine = Json<Omit<OrderLine, 'agreed' | 'barcode' | 'position'>>
export type SentPayment = Json<
  Pick<
    OrderPayment,
    'id' | 'number' | 'status' | 'amount' | 'captured' | 'refunded' | 'surplus' | 'createdAt' | 'paidAt'
  >
>
export type SentRefund = Json<
  Pick<
    Refund,
    | 'id'
    | 'number'
    | 'status'
    | 'amount'
    | 'cause'
    | 'reason'
    | 'createdAt'
    | 'succeededAt'
    | 'failure'
    | 'attempts'
    | 'requestedBy'
  >
>
export type SentParcel = Json<
  Pick<Parcel, 'id' | 'number' | 'carrier' | 'waybillNumber' | 'status' | 'handedOverAt' | 'signedAt'>
> & { readonly steps: readonly Json<TrackedStep>[] }

export type SentVoucher = Json<Pick<Voucher, 'id' | 'code' | 'status' | 'appointmentAt' | 'redeemedAt'>>

export interface OrderRow extends SentOrder {
  readonly lines: readonly SentLine[]
  readonly recipient: Recipient
}

export interface HistoryEntry {
  readonly id: string
  readonly type: string
  readonly at: string
  readonly actorKind: string
  readonly actorName: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Everything about one order, as the desk sees it. */
export interface OrderData {
  readonly order: SentOrder
  readonly lines: readonly SentLine[]
  readonly recipient: Recipient
  readonly payments: readonly SentPayment[]
  readonly refunds: readonly SentRefund[]
  readonly parcels: readonly SentParcel[]
  readonly vouchers: readonly SentVoucher[]
  readonly history: readonly HistoryEntry[]
  readonly together: readonly { readonly id: string; readonly number: string }[]
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
