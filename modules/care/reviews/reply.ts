import { settleNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { type Review, type ReviewId, reviewLimits } from './model.ts'
import { wordsMissing } from './review.ts'
import { lockReview, updateReview } from './review-store.ts'
import { tellOfReply } from './tell-buyer.ts'

/** The shop answers a review for everybody to read, and its buyer hears of it; a second answer takes the place of the first, which its history keeps. @throws wordsMissing, reviewNotFound */
export function replyToReview(
  ctx: Context,
  { reviewId, reply }: { readonly reviewId: ReviewId; readonly reply: string },
): Promise<Review> {
  return transaction(ctx, async (tx) => {
    const words = reply.trim().slice(0, reviewLimits.reply)
    if (words === '') throw wordsMissing({ field: 'reply' })
    const before = await lockReview(tx, reviewId)
    const after = await updateReview(tx, before, {
      event: 'review.replied',
      data: { before: before.reply, after: words },
      change: { reply: words, replied_by: tx.actor.name, replied_at: tx.now },
    })
    await tellOfReply(tx, after)
    await settleNotices(tx, { subject: 'review', subjectId: reviewId, kinds: ['review.low'] })
    return after
  })
}
