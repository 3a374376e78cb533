import type { Money } from '#kernel/money'
import { canStep, type Steps } from '#kernel/steps'

export type OrderStatus = 'open' | 'cancelled' | 'completed'
export type ReviewStatus = 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
export type OrderPaymentStatus = 'awaiting' | 'on_delivery' | 'paid' | 'partly_refunded' | 'refunded'
export type FulfilmentStatus =
  | 'waiting'
  | 'pending'
  | 'released'
  | 'short'
  | 'partly_shipped'
  | 'shipped'
  | 'delivered'
  | 'received'
  | 'cancelled'
export type AfterSalesStatus = 'none' | 'open' | 'settled'

/** Where an order stands: five axes that move independently. What a person calls its state is computed from them. */
export interface OrderAxes {
  readonly status: OrderStatus
  readonly review: ReviewStatus
  readonly payment: OrderPaymentStatus
  readonly fulfilment: FulfilmentStatus
  readonly afterSales: AfterSalesStatus
}

export type OrderStep = 'cancel' | 'complete'
export const orderSteps: Steps<OrderStep, OrderStatus> = {
  cancel: { from: ['open'], to: 'cancelled' },
  complete: { from: ['open'], to: 'completed' },
}

/** `reopen` takes a yes back, or sends an order to review that nobody had asked for. */
export type ReviewStep = 'flag' | 'hold' | 'resume' | 'approve' | 'reject' | 'reopen'
export const reviewSteps: Steps<ReviewStep, ReviewStatus> = {
  flag: { from: ['not_needed'], to: 'waiting' },
  hold: { from: ['waiting'], to: 'held' },
  resume: { from: ['held'], to: 'waiting' },
  approve: { from: ['waiting', 'held'], to: 'approved' },
  reject: { from: ['waiting', 'held'], to: 'rejected' },
  reopen: { from: ['not_needed', 'approved'], to: 'waiting' },
}

/** `defer`: the buyer pays the courier; `collect`: all that was still owed has been collected. */
export type OrderPaymentStep = 'pay' | 'defer' | 'collect' | 'refundPart' | 'refundAll'
export const orderPaymentSteps: Steps<OrderPaymentStep, OrderPaymentStatus> = {
  pay: { from: ['awaiting'], to: 'paid' },
  defer: { from: ['awaiting'], to: 'on_delivery' },
  collect: { from: ['on_delivery'], to: 'paid' },
  refundPart: { from: ['paid', 'partly_refunded'], to: 'partly_refunded' },
  refundAll: { from: ['paid', 'partly_refunded'], to: 'refunded' },
}

/** `validate` makes a paid order pending handling (待处理); `skip` is the way of an order with nothing to ship; `resume` goes on when a shortage is settled; `recall` takes an order back from the warehouse; `comeBack` ends an order whose every box came back unpaid: refused at the door, or never fetched where it waited. */
export type FulfilmentStep =
  | 'validate'
  | 'release'
  | 'recall'
  | 'resume'
  | 'reportShort'
  | 'shipPart'
  | 'ship'
  | 'skip'
  | 'deliver'
  | 'receive'
  | 'withdraw'
  | 'comeBack'
export const fulfilmentSteps: Steps<FulfilmentStep, FulfilmentStatus> = {
  validate: { from: ['waiting'], to: 'pending' },
  release: { from: ['pending'], to: 'released' },
  recall: { from: ['released'], to: 'pending' },
  reportShort: { from: ['released', 'partly_shipped'], to: 'short' },
  resume: { from: ['short'], to: 'released' },
  shipPart: { from: ['released', 'short', 'partly_shipped'], to: 'partly_shipped' },
  ship: { from: ['released', 'short', 'partly_shipped'], to: 'shipped' },
  skip: { from: ['pending'], to: 'delivered' },
  deliver: { from: ['shipped'], to: 'delivered' },
  receive: { from: ['shipped', 'delivered'], to: 'received' },
  withdraw: { from: ['waiting', 'pending', 'released', 'short'], to: 'cancelled' },
  comeBack: { from: ['shipped', 'delivered', 'received'], to: 'cancelled' },
}

export type AfterSalesStep = 'open' | 'settle'
export const afterSalesSteps: Steps<AfterSalesStep, AfterSalesStatus> = {
  open: { from: ['none', 'settled'], to: 'open' },
  settle: { from: ['open'], to: 'settled' },
}

/** One step on each axis that moves, together or not at all. */
export interface OrderMoves {
  readonly status?: OrderStep
  readonly review?: ReviewStep
  readonly payment?: OrderPaymentStep
  readonly fulfilment?: FulfilmentStep
  readonly afterSales?: AfterSalesStep
}

/** The fulfilment states in which an order still waits for its dispatch, as the promise clock counts it. */
export const beforeDispatch = ['waiting', 'pending', 'released', 'short', 'partly_shipped'] as const

/** The one word that people use for where an order stands. */
export const headlines = [
  'awaiting_payment',
  'in_review',
  'on_hold',
  'pending',
  'released',
  'short',
  'partly_shipped',
  'shipped',
  'delivered',
  'received',
  'after_sales',
  'refunding',
  'refunded',
  'completed',
  'cancelled',
] as const
export type Headline = (typeof headlines)[number]

type Standing = OrderAxes & Readonly<Record<'refunded' | 'waived' | 'total', Pick<Money, 'minor'>>>

/** Computes the headline from the axes: money on its way back first, then the end, then what is waited for. */
export function headlineOf(order: Standing): Headline {
  if (isRefunding(order)) return 'refunding'
  if (order.status === 'cancelled') return 'cancelled'
  if (order.payment === 'awaiting') return 'awaiting_payment'
  if (order.afterSales === 'open') return 'after_sales'
  if (order.payment === 'refunded') return 'refunded'
  if (order.status === 'completed') return 'completed'
  if (order.review === 'held') return 'on_hold'
  if (order.review === 'waiting') return 'in_review'
  if (order.fulfilment === 'waiting' || order.fulfilment === 'cancelled') return 'pending'
  return order.fulfilment
}

/** Money was promised back and the first or the last of it has not arrived. */
const isRefunding = ({ payment, refunded, waived, total }: Standing): boolean =>
  refunded.minor > 0 &&
  (payment === 'paid' || (payment === 'partly_refunded' && refunded.minor + waived.minor === total.minor))

/** What may be done with an order now, as its buyer or staff: pages disable what is not in it. */
export type OrderAction =
  | 'pay'
  | 'cancel'
  | 'changeRecipient'
  | 'addRequest'
  | 'review'
  | 'unapprove'
  | 'intercept'
  | 'release'
  | 'merge'
  | 'confirmReceipt'

const isReleasable = (order: OrderAxes): boolean =>
  order.status === 'open' &&
  order.fulfilment === 'pending' &&
  (order.review === 'not_needed' || order.review === 'approved')

const isWithWarehouse = ({ status, fulfilment }: OrderAxes): boolean => status === 'open' && fulfilment === 'released'

const actions: Readonly<Record<OrderAction, (order: OrderAxes) => boolean>> = {
  pay: (order) => order.status === 'open' && canStep(orderPaymentSteps, order.payment, 'pay'),
  cancel: (order) =>
    canStep(orderSteps, order.status, 'cancel') && canStep(fulfilmentSteps, order.fulfilment, 'withdraw'),
  changeRecipient: (order) => order.status === 'open' && canStep(fulfilmentSteps, order.fulfilment, 'withdraw'),
  addRequest: (order) => order.status === 'open' && canStep(fulfilmentSteps, order.fulfilment, 'withdraw'),
  review: (order) => order.status === 'open' && canStep(reviewSteps, order.review, 'approve'),
  unapprove: (order) => isReleasable(order) || isWithWarehouse(order),
  intercept: isWithWarehouse,
  release: (order) => isReleasable(order),
  merge: (order) => isReleasable(order) || isWithWarehouse(order),
  confirmReceipt: (order) => order.status === 'open' && canStep(fulfilmentSteps, order.fulfilment, 'receive'),
}

/** Nothing was paid, and nothing has left or is being picked: staff may agree to another price. */
export const mayBargain = (order: Pick<Standing, keyof OrderAxes | 'waived'>): boolean =>
  orderCan(order, 'pay') ||
  (order.payment === 'on_delivery' &&
    order.status === 'open' &&
    order.waived.minor === 0 &&
    ['waiting', 'pending', 'released'].includes(order.fulfilment))

export const orderCan = (order: OrderAxes, action: OrderAction): boolean => actions[action](order)
export const orderActionNames = Object.keys(actions) as OrderAction[]
export const orderActions = (order: OrderAxes): OrderAction[] =>
  orderActionNames.filter((action) => orderCan(order, action))
