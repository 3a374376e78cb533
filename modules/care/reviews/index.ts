export { type ChangeReview, changeReview, mayChange } from './change-review.ts'
export { findReviews, type ReviewFilter, type ReviewRow } from './find-reviews.ts'
export { type FollowUp, followUp, followUpUntil } from './follow-up.ts'
export { hideReview, restoreReview } from './hide-review.ts'
export { type FirstImpression, firstImpression } from './latest-reviews.ts'
export { type RateBuyer, rateBuyer } from './rate-buyer.ts'
export { ratingOf, ratingsOf } from './rating-of.ts'
export { replyToReview } from './reply.ts'
export {
  cannotHide,
  cannotRestore,
  changeTooLate,
  followedUpAlready,
  followUpTooLate,
  lineNotReviewable,
  nothingToReview,
  notReceived,
  reviewedAlready,
  reviewNotFound,
  reviewTooLate,
  scoresMissing,
  starsMissing,
  tooManyReviewPictures,
  wordsMissing,
} from './review.ts'
export { loadReview, ownReview } from './review-store.ts'
export { type Reviewable, reviewable } from './reviewable.ts'
export { reviewsPersonalData } from './reviews-data.ts'
export { reviewsOfOrder } from './reviews-of-order.ts'
export { type ReviewsOfProduct, reviewsOfProduct } from './reviews-of-product.ts'
export { reviewSettings } from './settings.ts'
export { shopScore } from './shop-score.ts'
export { hasCome, reviewUntil, type WriteReviews, type WrittenReview, writeReviews } from './write-reviews.ts'
