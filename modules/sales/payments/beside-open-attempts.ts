import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { WaitingEvent } from '#platform/events'

/** Of payments that have succeeded those whose order has another attempt open: few, and only they are anybody's work. One query. */
export async function besideOpenAttempts(db: Database, events: readonly WaitingEvent[]): Promise<WaitingEvent[]> {
  const payments = events.map(({ aggregateId }) => aggregateId)
  const { rows } = await sql<{ id: string }>`
    select distinct paid.payment_id as id from sales.payment_shares paid
    join sales.payment_shares beside on beside.shop_id = paid.shop_id and beside.order_id = paid.order_id and beside.is_open
    where paid.payment_id = any(${payments}::uuid[])`.execute(db)
  const wanted = new Set(rows.map(({ id }) => id))
  return events.filter(({ aggregateId }) => wanted.has(aggregateId))
}
