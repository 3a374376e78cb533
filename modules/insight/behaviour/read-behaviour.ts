import { sql } from 'kysely'
import { daysLater } from '#kernel/day'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'

/** What happened in a shop on a day, by the shop's calendar. Orders and payments are counted from the orders themselves. */
export interface BehaviourDay {
  readonly day: Temporal.PlainDate
  readonly views: number
  readonly searches: number
  readonly clicks: number
  readonly cartAdds: number
  readonly checkouts: number
  readonly ordersPlaced: number
  readonly ordersPaid: number
  /** Browsers that agreed to be known. */
  readonly visitors: number
}

export interface SearchedWords {
  readonly query: string
  readonly times: number
  /** Of these how many found nothing. */
  readonly empty: number
}

/** The last days, the newest first; at most 90. */
export async function behaviourDays(reader: Reader, days: number): Promise<BehaviourDay[]> {
  const { timeZone } = await loadShop(reader)
  const { since, zone } = { since: daysLater(reader.now, 1 - Math.min(90, days), timeZone), zone: timeZone }
  const { rows } = await sql<Omit<BehaviourDay, 'day'> & { day: Temporal.PlainDate }>`
    with step as (
      select (at at time zone ${zone})::date as day, kind, visitor_id from insight.behaviour_events where shop_id = ${reader.shopId} and at >= ${since}
      union all
      select (placed_at at time zone ${zone})::date, 'placed', null from sales.orders where shop_id = ${reader.shopId} and placed_at >= ${since}
      union all
      select (paid_at at time zone ${zone})::date, 'paid', null from sales.orders where shop_id = ${reader.shopId} and paid_at >= ${since})
    select day, count(*) filter (where kind = 'view')::int as views, count(*) filter (where kind = 'search')::int as searches,
      count(*) filter (where kind = 'click')::int as clicks, count(*) filter (where kind = 'cart_add')::int as "cartAdds",
      count(*) filter (where kind = 'checkout')::int as checkouts, count(*) filter (where kind = 'placed')::int as "ordersPlaced",
      count(*) filter (where kind = 'paid')::int as "ordersPaid", count(distinct visitor_id)::int as visitors
    from step group by day order by day desc`.execute(reader.db)
  return rows
}

/** What was searched most in the last days, with how often nothing was found; at most 50. */
export async function searchedWords(reader: Reader, days: number): Promise<SearchedWords[]> {
  const { rows } = await sql<SearchedWords>`
    select lower(query) as query, count(*)::int as times, count(*) filter (where results = 0)::int as empty
    from insight.behaviour_events
    where shop_id = ${reader.shopId} and kind = 'search' and query <> '' and at >= ${reader.now.subtract({ hours: 24 * Math.min(90, days) })}
    group by lower(query) order by times desc, query limit 50`.execute(reader.db)
  return rows
}
