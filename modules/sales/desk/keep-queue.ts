import type { Order } from '#model/sales/orders'
import { isRefundOver } from '#model/sales/payments'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { ordersUnder } from '#sales/orders'
import { refundsOf } from '#sales/payments'
import { openIssue, settleIssues } from './issue-store.ts'
import type { IssueKind } from './model.ts'

type Told = Pick<EventRecord, 'data'>

interface Rule {
  readonly opens?: IssueKind
  readonly settles?: readonly IssueKind[]
  /** Only then. */
  readonly when?: (told: Told, order: Order, reader: Reader) => boolean | Promise<boolean>
}

const beforeDispatch: readonly IssueKind[] = ['review', 'overdue', 'short', 'change']
const isPaid = (_: Told, order: Order): boolean => order.payment !== 'awaiting'
const unpaid: readonly (string | undefined)[] = ['awaiting', 'on_delivery']
const wasPaid = ({ data }: Told): boolean => !unpaid.includes((data.before as { payment?: string } | null)?.payment)
const isWithWarehouse = (_: Told, { fulfilment }: Order): boolean => fulfilment === 'released' || fulfilment === 'short'
const allBack = async (_: Told, { id }: Order, reader: Reader): Promise<boolean> =>
  (await refundsOf(reader, id)).every(isRefundOver)

/** What puts an order into the queue of the abnormal ones, and what takes it out again. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  'payment.mismatch': [{ opens: 'payment' }],
  'order.paid': [{ settles: ['payment'] }],
  'order.review_needed': [{ opens: 'review' }],
  'order.unapproved': [{ opens: 'review' }],
  'order.intercepted': [{ opens: 'review' }],
  'order.approved': [{ settles: ['review'] }],
  'order.promise_broken': [{ opens: 'overdue' }],
  'order.short': [{ opens: 'short' }],
  'order.short_settled': [{ settles: ['short'] }],
  'order.recipient_changed': [{ opens: 'change', when: isPaid }],
  'order.items_changed': [{ opens: 'change', when: isPaid }, { settles: ['short'] }],
  'order.request_added': [{ opens: 'change', when: isWithWarehouse }],
  'order.shipped': [{ settles: beforeDispatch }],
  'order.delivered': [{ settles: beforeDispatch }],
  'order.cancelled': [{ settles: [...beforeDispatch, 'payment'] }, { opens: 'cancellation', when: wasPaid }],
  'order.refund_requested': [
    { opens: 'refund', when: ({ data }) => data.refundId !== null && data.cause !== 'cancel' },
  ],
  'order.refund_declined': [{ settles: ['refund'], when: allBack }],
  'order.refunded': [{ settles: ['refund', 'cancellation'], when: allBack }],
  'refund.failed': [{ opens: 'refund_failed' }],
  'refund.succeeded': [{ settles: ['refund_failed'], when: allBack }],
  'order.after_sales_opened': [{ opens: 'return' }],
  'order.after_sales_settled': [{ settles: ['return'] }],
  'parcel.returning': [{ opens: 'parcel' }],
  'parcel.returned': [{ opens: 'parcel' }],
}

export const queueEvents = Object.keys(rules)

/** Job. Keeps the queue of abnormal orders in step with what happens to them. Told again changes nothing. */
export async function keepQueue(ctx: Context, event: EventRecord): Promise<void> {
  for (const order of await ordersUnder(ctx, subjectOf(event)))
    for (const rule of rules[event.type] ?? []) await apply(ctx, event, order, rule)
}

async function apply(ctx: Context, event: EventRecord, order: Order, { opens, settles, when }: Rule): Promise<void> {
  if (when && !(await when(event, order, ctx))) return
  const { at, type } = event
  await transaction(ctx, async (tx) => {
    if (settles) await settleIssues(tx, { orderId: order.id, kinds: settles, at, by: type })
    if (opens) await openIssue(tx, { orderId: order.id, kind: opens, at, data: dataOf(event) })
  })
}

function subjectOf({ aggregate, aggregateId, data }: EventRecord): string {
  if (aggregate === 'order') return aggregateId
  return String(aggregate === 'parcel' ? data.sourceId : data.orderId)
}

/** What the queue shows beside the kind. */
const dataOf = ({ type, data }: EventRecord): Record<string, unknown> => ({
  event: type,
  reason: data.reason ?? data.note,
  reasons: data.reasons,
  amount: data.amount,
  expected: data.expected,
  actual: data.actual,
  failure: data.failure,
})
