import { type RawBuilder, sql } from 'kysely'
import type { FulfilmentStatus, Headline } from './model.ts'

type Condition = RawBuilder<boolean>

/** In the words of its partial index. */
const isRefunding: Condition = sql`(refunded_minor > 0 and (payment_status = 'paid' or (payment_status = 'partly_refunded' and refunded_minor + waived_minor = total_minor)))`

const isOpen: Condition = sql`status = 'open' and payment_status not in ('awaiting', 'refunded') and after_sales_status <> 'open'`

/** In the words of its partial index, from which its queues are counted: what is said differently is looked up order by order. */
const isMoving: Condition = sql`${isOpen} and review_status not in ('waiting', 'held') and not ${isRefunding}`

const isMovingAs = (...statuses: readonly FulfilmentStatus[]): Condition =>
  sql`${isMoving} and fulfilment_status in (${sql.join(statuses.map((status) => sql.lit(status)))})`

/**
 * What is true of the orders under a headline, over the columns of `sales.orders`: `headlineOf` as an index can find it. A test holds
 * the two together.
 */
export const underHeadline = (headline: Headline): Condition => conditions[headline]

const conditions: Readonly<Record<Headline, Condition>> = {
  refunding: isRefunding,
  cancelled: sql`status = 'cancelled' and not ${isRefunding}`,
  awaiting_payment: sql`status = 'open' and payment_status = 'awaiting'`,
  after_sales: sql`after_sales_status = 'open' and status <> 'cancelled' and payment_status <> 'awaiting' and not ${isRefunding}`,
  refunded: sql`payment_status = 'refunded' and status <> 'cancelled' and after_sales_status <> 'open'`,
  completed: sql`status = 'completed' and payment_status not in ('awaiting', 'refunded') and after_sales_status <> 'open' and not ${isRefunding}`,
  on_hold: sql`review_status = 'held' and ${isOpen} and not ${isRefunding}`,
  in_review: sql`review_status = 'waiting' and ${isOpen} and not ${isRefunding}`,
  pending: isMovingAs('waiting', 'pending'),
  released: isMovingAs('released'),
  short: isMovingAs('short'),
  partly_shipped: isMovingAs('partly_shipped'),
  shipped: isMovingAs('shipped'),
  delivered: isMovingAs('delivered'),
  received: isMovingAs('received'),
}

const awaitsDispatch: Condition = sql`status = 'open' and fulfilment_status in ('waiting', 'pending', 'released', 'short', 'partly_shipped')`

/** Paid, promised, and not gone in time. */
export const isLate = (now: Temporal.Instant): Condition =>
  sql`${awaitsDispatch} and dispatch_by <= ${now}::timestamptz`

/** Promised to leave before then, and still in time. */
export const isDueBy = (now: Temporal.Instant, then: Temporal.Instant): Condition =>
  sql`${awaitsDispatch} and dispatch_by > ${now}::timestamptz and dispatch_by <= ${then}::timestamptz`
