import { sql } from 'kysely'
import { daysLater } from '#kernel/day'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import type { CaseRatingSum } from './model.ts'

/** How buyers found the handling of their cases over so many days up to now: one row for each who decided, those with the most first, and the whole shop as the first of all. */
export async function sumCaseRatings(reader: Reader, { days }: { readonly days: number }): Promise<CaseRatingSum[]> {
  const { timeZone } = await loadShop(reader)
  const { rows } = await sql<{ handled_by: string | null; count: number; stars: number; low: number }>`
    select handled_by, count(*)::int8 as count, coalesce(sum(stars), 0)::int8 as stars, (count(*) filter (where stars <= 3))::int8 as low
    from care.case_ratings where shop_id = ${reader.shopId} and rated_at > ${daysLater(reader.now, -days, timeZone)}
    group by grouping sets ((), (handled_by)) order by grouping(handled_by) desc, count desc, handled_by`.execute(
    reader.db,
  )
  return rows.map(({ handled_by, count, stars, low }) => ({
    handledBy: handled_by,
    count,
    average: count > 0 ? Math.round((stars * 100) / count) / 100 : null,
    low,
  }))
}
