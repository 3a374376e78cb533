import { sql } from 'kysely'
import type { ProductId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import { together } from '#platform/database'
import type { Rating, ShownReview } from './model.ts'
import { ratingsOf, unrated } from './rating-of.ts'
import { toReview } from './review.ts'
import { shown } from './reviews-of-product.ts'

export interface FirstImpression {
  readonly rating: Rating
  /** The newest that say or show something. */
  readonly latest: readonly ShownReview[]
}

const most = 3

/**
 * What a product's page shows of its reviews. Asked together with whoever asks in the same moment: one statement where nobody has
 * reviewed any of the products, two otherwise.
 */
export const firstImpression = together(
  async (reader: Reader, productIds: readonly ProductId[]): Promise<FirstImpression[]> => {
    const ratings = await ratingsOf(reader, [...new Set(productIds)])
    const latest = await latestOf(reader, [...ratings.keys()])
    return productIds.map((id) => ({ rating: ratings.get(id) ?? unrated, latest: latest.get(id) ?? [] }))
  },
)

async function latestOf(reader: Reader, productIds: readonly ProductId[]): Promise<Map<ProductId, ShownReview[]>> {
  if (productIds.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom(sql<{ id: string }>`unnest(${productIds}::uuid[])`.as<'p'>(sql`p(id)`))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('care.reviews')
          .selectAll()
          .where('shop_id', '=', reader.shopId)
          .whereRef('product_id', '=', 'p.id')
          .where('state', '=', 'shown')
          .where((row) => row.or([row('words', '<>', ''), sql<boolean>`cardinality(picture_ids) > 0`]))
          .orderBy('written_at', 'desc')
          .orderBy('id', 'desc')
          .limit(most)
          .as('r'),
      (on) => on.onTrue(),
    )
    .selectAll('r')
    .execute()
  const byProduct = Map.groupBy(rows.map(toReview), ({ productId }) => productId)
  return new Map([...byProduct].map(([id, reviews]) => [id, reviews.map(shown)]))
}
