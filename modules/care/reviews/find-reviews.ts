import { type ExpressionBuilder, sql } from 'kysely'
import { type Page, toPage } from '#kernel/page'
import type { ProductId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import { beyond, type DB } from '#platform/database'
import type { OrderScores, Review, ReviewView, Stars } from './model.ts'
import { toReview } from './review.ts'

export interface ReviewFilter {
  readonly view?: ReviewView
  readonly productId?: ProductId
  readonly orderNumber?: string
  readonly cursor?: string
  readonly limit?: number
}

/** A review with what its buyer said about the order, and what the shop says about the buyer. */
export interface ReviewRow extends Review {
  readonly scores: OrderScores | null
  readonly buyerStars: Stars | null
  readonly buyerWords: string | null
}

/** The shop's reviews, the newest first. */
export async function findReviews(reader: Reader, filter: ReviewFilter = {}): Promise<Page<ReviewRow>> {
  const { view = 'all', productId, orderNumber, cursor, limit = 50 } = filter
  let query = reader.db
    .selectFrom('care.reviews as v')
    .leftJoin('care.order_ratings as o', (on) =>
      on.onRef('o.shop_id', '=', 'v.shop_id').onRef('o.order_id', '=', 'v.order_id'),
    )
    .leftJoin('care.buyer_ratings as b', (on) =>
      on.onRef('b.shop_id', '=', 'v.shop_id').onRef('b.order_id', '=', 'v.order_id'),
    )
    .selectAll('v')
    .select(['o.description', 'o.service', 'o.logistics', 'b.stars as buyer_stars', 'b.words as buyer_words'])
    .where('v.shop_id', '=', reader.shopId)
    .where(isInView(view))
  if (productId) query = query.where('v.product_id', '=', productId)
  if (orderNumber) query = query.where('v.order_number', '=', orderNumber.trim().toUpperCase())
  if (cursor) query = query.where(beyond(cursor, ['v.written_at', 'v.id']))
  const rows = await query
    .orderBy('v.written_at', 'desc')
    .orderBy('v.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.written_at.toString(), row.id])
  return { ...page, rows: page.rows.map((row) => ({ ...toReview(row), ...ratingsIn(row) })) }
}

interface Ratings {
  readonly description: number | null
  readonly service: number | null
  readonly logistics: number | null
  readonly buyer_stars: number | null
  readonly buyer_words: string | null
}

const ratingsIn = ({
  description,
  service,
  logistics,
  ...row
}: Ratings): Pick<ReviewRow, 'scores' | 'buyerStars' | 'buyerWords'> => ({
  scores: description === null ? null : ({ description, service, logistics } as OrderScores),
  buyerStars: row.buyer_stars as Stars | null,
  buyerWords: row.buyer_words,
})

const isInView = (view: ReviewView) => (row: ExpressionBuilder<DB & { v: DB['care.reviews'] }, 'v'>) => {
  if (view === 'unanswered') return row('v.reply', 'is', null)
  if (view === 'low') return row('v.stars', '<=', 3)
  if (view === 'pictures') return sql<boolean>`cardinality(v.picture_ids) + cardinality(v.follow_up_picture_ids) > 0`
  if (view === 'out_of_sight') return row('v.state', '<>', 'shown')
  return row.lit(true)
}
