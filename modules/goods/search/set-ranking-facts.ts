import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Tx } from '#platform/context'

/** What ranking wants to know of a product besides its words. What is left out stays as it was told before. */
export interface RankingFacts {
  /** Different visitors who saw its page lately, and how many of them bought it: the caller chooses the span, the same for all products. */
  readonly seen?: number
  readonly bought?: number
  /** How many published ratings it has, and their mean in hundredths of a star (100 to 500). */
  readonly rated?: number
  readonly ratingHundredths?: number
}

/**
 * Told by the owners of behaviour and reviews. Replaces what they told before and is safe to repeat; a job turns it into the factor of ranking
 * within ten minutes. Pieces sold are told by orders (`pushSold`), freshness is known from the listing.
 */
export async function setRankingFacts(tx: Tx, facts: ReadonlyMap<Id<'Product'>, RankingFacts>): Promise<void> {
  if (facts.size === 0) return
  const rows = [...facts].map(([id, { seen, bought, rated, ratingHundredths }]) => ({
    id,
    seen,
    bought,
    rated,
    rating: ratingHundredths,
  }))
  await sql`
    insert into goods.ranking_facts as f (shop_id, product_id, seen, bought, rated, rating_hundredths)
    select ${tx.shopId}, n.id, n.seen, n.bought, n.rated, n.rating
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, seen int, bought int, rated int, rating int)
    order by n.id
    on conflict (shop_id, product_id) do update set
      seen = coalesce(excluded.seen, f.seen), bought = coalesce(excluded.bought, f.bought),
      rated = coalesce(excluded.rated, f.rated), rating_hundredths = coalesce(excluded.rating_hundredths, f.rating_hundredths)`.execute(
    tx.db,
  )
}
