import { daysLater, isBefore } from '#kernel/day'
import type { PictureId } from '#model/goods/media'
import { loadShop } from '#office/shops'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { stateFor } from './change-review.ts'
import { type Review, type ReviewId, reviewLimits } from './model.ts'
import { followedUpAlready, followUpTooLate, wordsMissing } from './review.ts'
import { lockReview, updateReview } from './review-store.ts'
import { whyHeld } from './screen-review.ts'
import { reviewSettings } from './settings.ts'
import { tellDesk } from './tell-desk.ts'
import { checkedPictures } from './write-reviews.ts'

export interface FollowUp {
  readonly reviewId: ReviewId
  readonly words: string
  readonly pictureIds?: readonly PictureId[]
}

/**
 * The buyer adds, once, what only time could show (追评), within half a year (setting). The stars stay.
 *
 * @throws followedUpAlready, followUpTooLate, wordsMissing, tooManyReviewPictures; reviewNotFound for another's
 */
export function followUp(ctx: Context, { reviewId, ...given }: FollowUp): Promise<Review> {
  return transaction(ctx, async (tx) => {
    const before = await lockReview(tx, reviewId)
    if (before.followUp !== null) throw followedUpAlready({ reviewId })
    if (isBefore(await followUpUntil(tx, before), tx.now)) {
      throw followUpTooLate({ days: (await readSettings(tx, reviewSettings)).followUpWithin })
    }
    const words = given.words.trim().slice(0, reviewLimits.words)
    if (words === '') throw wordsMissing({ field: 'words' })
    const pictureIds = await checkedPictures(tx, given.pictureIds)
    const seen = before.state === 'shown' ? stateFor(await whyHeld(tx, words)) : {}
    const after = await updateReview(tx, before, {
      event: 'review.followed_up',
      change: { follow_up: words, follow_up_picture_ids: pictureIds, followed_up_at: tx.now, ...seen },
    })
    await tellDesk(tx, after)
    return after
  })
}

/** Until when a review may be added to. */
export async function followUpUntil(
  reader: Reader,
  { writtenAt }: Pick<Review, 'writtenAt'>,
): Promise<Temporal.Instant> {
  const { followUpWithin } = await readSettings(reader, reviewSettings)
  return daysLater(writtenAt, followUpWithin, (await loadShop(reader)).timeZone)
}
