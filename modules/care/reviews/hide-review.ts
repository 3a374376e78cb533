import { settleNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { HideReason, Review, ReviewId } from './model.ts'
import { cannotHide, cannotRestore } from './review.ts'
import { lockReview, updateReview } from './review-store.ts'

/**
 * Takes the words and pictures of a review out of sight, with a reason that everybody may read. Its stars go on counting: nobody
 * betters a score by hiding. @throws cannotHide, reviewNotFound
 */
export function hideReview(
  ctx: Context,
  { reviewId, reason }: { readonly reviewId: ReviewId; readonly reason: HideReason },
): Promise<Review> {
  return transaction(ctx, async (tx) => {
    const before = await lockReview(tx, reviewId)
    if (before.state === 'hidden') throw cannotHide({ reviewId })
    const after = await updateReview(tx, before, {
      event: 'review.hidden',
      data: { before: before.state, reason },
      change: { state: 'hidden', state_reason: reason, state_by: tx.actor.name },
    })
    await settleNotices(tx, { subject: 'review', subjectId: reviewId, kinds: ['review.held'] })
    return after
  })
}

/** Shows a review that was held back or hidden. @throws cannotRestore, reviewNotFound */
export function restoreReview(ctx: Context, reviewId: ReviewId): Promise<Review> {
  return transaction(ctx, async (tx) => {
    const before = await lockReview(tx, reviewId)
    if (before.state === 'shown') throw cannotRestore({ reviewId })
    const after = await updateReview(tx, before, {
      event: 'review.restored',
      data: { before: before.state, reason: before.stateReason },
      change: { state: 'shown', state_reason: null, state_by: tx.actor.name },
    })
    await settleNotices(tx, { subject: 'review', subjectId: reviewId, kinds: ['review.held'] })
    return after
  })
}
