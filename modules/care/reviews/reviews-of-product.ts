import { type ExpressionBuilder, sql } from 'kysely'
import type { ProductId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import type { DB } from '#platform/database'
import { type Review, type ReviewKind, reviewLimits, type ShownReview } from './model.ts'
import { toReview } from './review.ts'

export interface ReviewsOfProduct {
  readonly productId: ProductId
  readonly kind?: ReviewKind
  /** 1, 2, 3 … as far as `reviewLimits.pages` reaches. */
  readonly page?: number
  readonly size?: number
}

/** What buyers said about a product, the newest first, as everybody may read it. */
export async function reviewsOfProduct(
  reader: Reader,
  { productId, kind = 'all', page = 1, size = 10 }: ReviewsOfProduct,
): Promise<ShownReview[]> {
  const rows = await reader.db
    .selectFrom('care.reviews')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', productId)
    .where(isOfKind(kind))
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((Math.min(page, reviewLimits.pages) - 1) * size)
    .execute()
  return rows.map((row) => shown(toReview(row)))
}

type Row = ExpressionBuilder<DB, 'care.reviews'>

const isOfKind = (kind: ReviewKind) => (row: Row) => {
  if (kind === 'good') return row('stars', '>=', 4)
  if (kind === 'middling') return row('stars', '=', 3)
  if (kind === 'bad') return row('stars', '<=', 2)
  if (kind === 'pictures')
    return row.and([
      row('state', '=', 'shown'),
      sql<boolean>`cardinality(picture_ids) + cardinality(follow_up_picture_ids) > 0`,
    ])
  if (kind === 'follow_up') return row.and([row('state', '=', 'shown'), row('follow_up', 'is not', null)])
  return row.lit(true)
}

const outOfSight = { words: '', pictureIds: [], followUp: null, followUpPictureIds: [], followedUpAt: null } as const

/** A review as everybody may read it. */
export function shown(review: Review): ShownReview {
  const { id, specification, stars, words, pictureIds, followUp, followUpPictureIds, followedUpAt } = review
  const { state, stateReason, reply, repliedAt, writtenAt, anonymous } = review
  const author = anonymous || review.author === '' ? null : review.author
  const said = state === 'shown' ? { words, pictureIds, followUp, followUpPictureIds, followedUpAt } : outOfSight
  return { id, author, specification, stars, state, stateReason, reply, repliedAt, writtenAt, ...said }
}
