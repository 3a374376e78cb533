import { sql } from 'kysely'
import type { Reader } from '#platform/context'
import { isAbnormal, isPacked } from './filter-sql.ts'
import { isLate, underHeadline } from './headline-sql.ts'
import type { Headline } from './model.ts'

/** Above this a counter says "1,000+": nobody counts a million rows for a badge. */
export const mostCounted = 1_000

/** The queues that people watch. */
export const countedHeadlines = [
  'awaiting_payment',
  'in_review',
  'on_hold',
  'pending',
  'released',
  'short',
  'partly_shipped',
  'shipped',
  'delivered',
  'after_sales',
] as const satisfies readonly Headline[]

export type Counter = (typeof countedHeadlines)[number] | 'late' | 'abnormal' | 'packed'

/** How many orders stand in each queue, at most 1,001: more than 1,000 reads "1,000+". One statement. */
export async function countOrders(reader: Reader): Promise<Record<Counter, number>> {
  const counters = [
    ...countedHeadlines.map((headline) => [headline, underHeadline(headline)] as const),
    ['late', isLate(reader.now)] as const,
    ['abnormal', isAbnormal(reader.shopId)] as const,
    ['packed', isPacked(reader.shopId)] as const,
  ]
  const parts = counters.map(
    ([name, condition]) => sql`select ${sql.lit(name)} as name, count(*)::int8 as count from (
      select from sales.orders where shop_id = ${reader.shopId} and ${condition} limit ${mostCounted + 1}) counted`,
  )
  const { rows } = await sql<{ name: Counter; count: number }>`${sql.join(parts, sql` union all `)}`.execute(reader.db)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count])) as Record<Counter, number>
}
