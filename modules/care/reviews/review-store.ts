import type { Updateable } from 'kysely'
import type { CustomerId } from '#model/sales/customers'
import { type Reader, type Tx, worksHere } from '#platform/context'
import type { CareReviews } from '#platform/database'
import { publish } from '#platform/events'
import { countReview } from './count-review.ts'
import type { Review, ReviewId } from './model.ts'
import { reviewNotFound, toReview } from './review.ts'

/** Locks a review for change. @throws reviewNotFound when there is none here, or when it is another buyer's */
export async function lockReview(tx: Tx, reviewId: ReviewId): Promise<Review> {
  const row = await reviewRow(tx, reviewId).forUpdate().executeTakeFirst()
  const isTheirs = worksHere(tx.actor) || row?.customer_id === tx.actor.id
  if (!row || !isTheirs) throw reviewNotFound({ reviewId })
  return toReview(row)
}

/** A review as staff see it. @throws reviewNotFound */
export async function loadReview(reader: Reader, reviewId: ReviewId): Promise<Review> {
  const row = await reviewRow(reader, reviewId).executeTakeFirst()
  if (!row) throw reviewNotFound({ reviewId })
  return toReview(row)
}

/** A buyer's own review. @throws reviewNotFound when it is another's */
export async function ownReview(reader: Reader, customerId: CustomerId, reviewId: ReviewId): Promise<Review> {
  const review = await loadReview(reader, reviewId)
  if (review.customerId !== customerId) throw reviewNotFound({ reviewId })
  return review
}

const reviewRow = (reader: Reader, reviewId: ReviewId) =>
  reader.db.selectFrom('care.reviews').selectAll().where('shop_id', '=', reader.shopId).where('id', '=', reviewId)

interface ReviewChange {
  /** What the history calls it: `review.hidden`. */
  readonly event: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly change: Omit<Updateable<CareReviews>, 'id' | 'shop_id' | 'product_id' | 'customer_id'>
}

/** Changes a locked review, moves what its product's rating counts of it, and writes its history. */
export async function updateReview(tx: Tx, before: Review, { event, data, change }: ReviewChange): Promise<Review> {
  const row = await tx.db
    .updateTable('care.reviews')
    .set(change)
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const after = toReview(row)
  await countReview(tx, { before, after })
  await tellReview(tx, event, after, data)
  return after
}

export const tellReview = (
  tx: Tx,
  type: string,
  { id, orderId, productId, stars }: Review,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> => publish(tx, { type, aggregate: 'review', id, data: { orderId, productId, stars, ...data } })
