import type { Selectable } from 'kysely'
import { refusal } from '#kernel/refusal'
import type { CareReviews } from '#platform/database'
import type { HideReason, Review, ReviewId, ReviewState, Stars } from './model.ts'

export const reviewNotFound = refusal(
  'not_found',
  'reviews.not_found',
  (d: { reviewId: string }) => `there is no review ${d.reviewId}`,
)
export const notReceived = refusal(
  'conflict',
  'reviews.not_received',
  (d: { orderId: string }) => `order ${d.orderId} has not been received`,
)
export const reviewTooLate = refusal(
  'conflict',
  'reviews.too_late',
  (d: { until: string }) => `the time for a review ended on ${d.until}`,
)
export const nothingToReview = refusal(
  'invalid',
  'reviews.nothing_to_review',
  (_: { field: 'reviews' }) => 'no line was given its stars',
)
export const lineNotReviewable = refusal(
  'invalid',
  'reviews.not_in_order',
  (d: { field: string }) => `${d.field} is no received line of this order`,
)
export const reviewedAlready = refusal(
  'conflict',
  'reviews.already',
  (d: { field: string; name: string }) => `${d.name} has its review`,
)
export const starsMissing = refusal(
  'invalid',
  'reviews.stars_missing',
  (_: { field: string }) => 'stars are a whole number from 1 to 5',
)
export const scoresMissing = refusal(
  'invalid',
  'reviews.scores_missing',
  (_: { field: 'scores' }) => 'the first review of an order brings its three scores',
)
export const tooManyReviewPictures = refusal(
  'invalid',
  'reviews.too_many_pictures',
  (d: { field: string; most: number }) => `more than ${d.most} pictures`,
)
export const changeTooLate = refusal(
  'conflict',
  'reviews.change_too_late',
  (d: { hours: number }) => `a review can be changed for ${d.hours} hours`,
)
export const followedUpAlready = refusal(
  'conflict',
  'reviews.followed_up_already',
  (d: { reviewId: string }) => `review ${d.reviewId} has its follow-up`,
)
export const followUpTooLate = refusal(
  'conflict',
  'reviews.follow_up_too_late',
  (d: { days: number }) => `a review can be added to for ${d.days} days`,
)
export const wordsMissing = refusal('invalid', 'reviews.words_missing', (_: { field: string }) => 'words are missing')
export const cannotHide = refusal(
  'conflict',
  'reviews.cannot_hide',
  (d: { reviewId: string }) => `review ${d.reviewId} is hidden`,
)
export const cannotRestore = refusal(
  'conflict',
  'reviews.cannot_restore',
  (d: { reviewId: string }) => `review ${d.reviewId} is shown`,
)

/** Neither more nor less than a whole number of stars. @throws starsMissing */
export function mustBeStars(stars: number, field: string): asserts stars is Stars {
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) throw starsMissing({ field })
}

/** 林小雨 → 林**雨: enough to know oneself by, too little to be known by. */
export function blotted(name: string): string {
  const [first = '', ...rest] = [...name.trim()]
  return rest.length > 1 ? `${first}**${rest.at(-1)}` : `${first}**`
}

export function toReview(row: Selectable<CareReviews>): Review {
  return {
    id: row.id as ReviewId,
    orderId: row.order_id as Review['orderId'],
    orderNumber: row.order_number,
    lineId: row.order_line_id as Review['lineId'],
    productId: row.product_id as Review['productId'],
    variantId: row.variant_id as Review['variantId'],
    name: { zh: row.name, en: row.name_en },
    specification: { zh: row.specification, en: row.specification_en },
    customerId: row.customer_id as Review['customerId'],
    author: row.author,
    anonymous: row.anonymous,
    stars: row.stars as Stars,
    words: row.words,
    pictureIds: row.picture_ids as unknown as Review['pictureIds'],
    followUp: row.follow_up,
    followUpPictureIds: row.follow_up_picture_ids as unknown as Review['pictureIds'],
    followedUpAt: row.followed_up_at,
    state: row.state as ReviewState,
    stateReason: row.state_reason as HideReason | null,
    reply: row.reply,
    repliedBy: row.replied_by,
    repliedAt: row.replied_at,
    writtenAt: row.written_at,
    changedAt: row.changed_at,
  }
}
