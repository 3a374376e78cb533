import { type RawBuilder, sql } from 'kysely'
import type { Headline } from './model.ts'

/** In the words of its partial index. */
const isRefunding = sql<boolean>`refunded_minor > 0 and (payment_status = 'paid' or (payment_status = 'partly_refunded' and refunded_minor + waived_minor = total_minor))`

/** `headlineOf` as the database computes it, over the columns of `sales.orders`. A test holds the two together. */
export const headlineSql: RawBuilder<Headline> = sql`case
  when ${isRefunding} then 'refunding'
  when status = 'cancelled' then 'cancelled'
  when payment_status = 'awaiting' then 'awaiting_payment'
  when after_sales_status = 'open' then 'after_sales'
  when payment_status = 'refunded' then 'refunded'
  when status = 'completed' then 'completed'
  when review_status = 'held' then 'on_hold'
  when review_status = 'waiting' then 'in_review'
  when fulfilment_status in ('waiting', 'cancelled') then 'pending'
  else fulfilment_status end`

/** What must be true of an order under a headline, in the words of the partial indexes, so that a short queue is found without a search. */
const narrowing: Partial<Record<Headline, RawBuilder<boolean>>> = {
  refunding: isRefunding,
  awaiting_payment: sql`status = 'open' and payment_status = 'awaiting'`,
  in_review: sql`review_status in ('waiting', 'held')`,
  on_hold: sql`review_status in ('waiting', 'held')`,
  pending: sql`status = 'open' and fulfilment_status in ('waiting', 'pending')`,
  released: sql`status = 'open' and fulfilment_status = 'released'`,
  short: sql`status = 'open' and fulfilment_status = 'short'`,
  partly_shipped: sql`status = 'open' and fulfilment_status = 'partly_shipped'`,
  shipped: sql`status = 'open' and fulfilment_status = 'shipped'`,
  delivered: sql`status = 'open' and fulfilment_status = 'delivered'`,
  received: sql`status = 'open' and fulfilment_status = 'received'`,
  after_sales: sql`after_sales_status = 'open'`,
  refunded: sql`payment_status = 'refunded'`,
  completed: sql`status = 'completed'`,
  cancelled: sql`status = 'cancelled'`,
}

/** As a truth value, which PostgreSQL takes for true half of the time: a comparison with a `case` it takes for rare, and sorts whole queues. */
export const underHeadline = (headline: Headline): RawBuilder<boolean> => {
  const isUnder = sql<boolean>`coalesce(${headlineSql} = ${headline}, false)`
  return narrowing[headline] ? sql`${narrowing[headline]} and ${isUnder}` : isUnder
}

/** Paid, promised, and not gone in time. */
export const isLate = (now: Temporal.Instant): RawBuilder<boolean> =>
  sql`status = 'open' and fulfilment_status in ('waiting', 'pending', 'released', 'short', 'partly_shipped') and dispatch_by <= ${now}::timestamptz`
