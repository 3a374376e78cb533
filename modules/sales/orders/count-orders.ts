import { type RawBuilder, sql } from 'kysely'
import { hours } from '#kernel/day'
import type { Reader } from '#platform/context'
import { someAbnormal, somePacked } from './filter-sql.ts'
import { isDueBy, isLate, underHeadline } from './headline-sql.ts'
import { dueHours, type Headline } from './model.ts'

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

export type Counter = (typeof countedHeadlines)[number] | 'late' | 'due' | 'abnormal' | 'packed'

/** How many orders stand in each queue, at most 1,001: more than 1,000 reads "1,000+". One statement. */
export async function countOrders(reader: Reader): Promise<Record<Counter, number>> {
  const most = mostCounted + 1
  const meeting = (condition: RawBuilder<unknown>) =>
    sql`select from sales.orders where shop_id = ${reader.shopId} and ${condition} limit ${most}`
  const counters: readonly (readonly [Counter, RawBuilder<unknown>])[] = [
    ...countedHeadlines.map((headline) => [headline, meeting(underHeadline(headline))] as const),
    ['late', meeting(isLate(reader.now))],
    ['due', meeting(isDueBy(reader.now, reader.now.add(hours(dueHours))))],
    ['abnormal', someAbnormal(reader.shopId, most)],
    ['packed', somePacked(reader.shopId, most)],
  ]
  const parts = counters.map(
    ([name, some]) => sql`select ${sql.lit(name)} as name, count(*)::int8 as count from (${some}) counted`,
  )
  const { rows } = await sql<{ name: Counter; count: number }>`${sql.join(parts, sql` union all `)}`.execute(reader.db)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count])) as Record<Counter, number>
}
