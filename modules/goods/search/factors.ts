import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import { searchSettings } from './settings.ts'

/** A new product keeps half of its freshness for so long. */
const halfFresh = 30
/** A product with few visitors or ratings counts as if so many average ones had come before. */
const averageVisitors = 50
const averageRatings = 5
const averageRating = 450

/**
 * One row for each document `d` of the shop: each factor from 0 to 1 (`sales`, `conversion`, `rating`, `freshness`) and the product of the lifts
 * (`boost`). Sales and conversion are measured by the best of the shop.
 */
export async function factorRows(reader: Reader): Promise<RawBuilder<unknown>> {
  const lifts = await readSettings(reader, searchSettings)
  const { shopId, now } = reader
  return sql`
    select f.*, (1 + f.sales * ${lifts.salesLift / 100}::real) * (1 + f.conversion * ${lifts.conversionLift / 100}::real)
      * (1 + f.rating * ${lifts.ratingLift / 100}::real) * (1 + f.freshness * ${lifts.freshnessLift / 100}::real) as boost
    from (
      select m.product_id, m.locale, m.sold, m.seen, m.bought, m.rated, m.rating_hundredths,
        ln(1 + m.sold) / greatest(ln(1 + max(m.sold) over ()), 1) as sales,
        m.converted / greatest(max(m.converted) over (), 0.0001) * (m.seen is not null)::int as conversion,
        (m.rating - 100) / 400.0 * (m.rated > 0)::int as rating,
        case when d.on_sale_at > ${now} then 0 else exp(-ln(2) * extract(epoch from ${now}::timestamptz - d.on_sale_at) / 86400 / ${halfFresh}) end as freshness
      from goods.search_documents d
      cross join lateral (
        select d.product_id, d.locale, d.sold, f.seen, f.bought, coalesce(f.rated, 0) as rated, f.rating_hundredths,
          coalesce(f.bought, 0)::real / (coalesce(f.seen, 0) + ${averageVisitors}) as converted,
          (coalesce(f.rating_hundredths, 0) * coalesce(f.rated, 0) + ${averageRating * averageRatings}) / (coalesce(f.rated, 0) + ${averageRatings})::real as rating
        from (select) one left join goods.ranking_facts f on f.shop_id = ${shopId} and f.product_id = d.product_id) m
      where d.shop_id = ${shopId}) f`
}
