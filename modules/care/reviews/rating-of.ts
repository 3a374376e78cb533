import { type Selectable, sql } from 'kysely'
import type { ProductId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import { type CareProductRatings, together } from '#platform/database'
import type { Rating } from './model.ts'

/** Nobody has reviewed it yet. */
export const unrated: Rating = {
  count: 0,
  average: null,
  of: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
  pictured: 0,
  followedUp: 0,
}

/** How buyers found these products: one statement; a product that nobody has reviewed is not in it. */
export async function ratingsOf(reader: Reader, productIds: readonly ProductId[]): Promise<Map<ProductId, Rating>> {
  if (productIds.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('care.product_ratings')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', sql<string>`any(${productIds}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.product_id as ProductId, toRating(row)]))
}

/** How buyers found one product; asked together with whoever asks in the same moment. */
export const ratingOf = together(async (reader: Reader, productIds: readonly ProductId[]) => {
  const ratings = await ratingsOf(reader, [...new Set(productIds)])
  return productIds.map((id) => ratings.get(id) ?? unrated)
})

export type RatingRow = Selectable<CareProductRatings>

export function toRating({ one, two, three, four, five, pictured, followed_up }: RatingRow): Rating {
  const count = one + two + three + four + five
  const sum = one + 2 * two + 3 * three + 4 * four + 5 * five
  const of = { 1: one, 2: two, 3: three, 4: four, 5: five }
  return {
    count,
    average: count > 0 ? Math.round((sum * 100) / count) / 100 : null,
    of,
    pictured,
    followedUp: followed_up,
  }
}
