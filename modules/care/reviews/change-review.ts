import type { PictureId } from '#model/goods/media'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { type Review, type ReviewId, reviewLimits } from './model.ts'
import { changeTooLate, mustBeStars } from './review.ts'
import { lockReview, updateReview } from './review-store.ts'
import { whyHeld } from './screen-review.ts'
import { reviewSettings } from './settings.ts'
import { tellDesk } from './tell-desk.ts'
import { checkedPictures } from './write-reviews.ts'

export interface ChangeReview {
  readonly reviewId: ReviewId
  readonly stars: number
  readonly words: string
  readonly anonymous: boolean
  /** All the pictures it shall have. */
  readonly pictureIds: readonly PictureId[]
}

/**
 * The buyer says it otherwise, for some hours after the review was written (setting). What staff have hidden stays hidden.
 *
 * @throws changeTooLate, starsMissing, tooManyReviewPictures; reviewNotFound for another's
 */
export function changeReview(ctx: Context, { reviewId, stars, anonymous, ...given }: ChangeReview): Promise<Review> {
  return transaction(ctx, async (tx) => {
    const before = await lockReview(tx, reviewId)
    const { changeWithin } = await readSettings(tx, reviewSettings)
    if (!mayChange(before, changeWithin, tx.now)) throw changeTooLate({ hours: changeWithin })
    mustBeStars(stars, 'stars')
    const words = given.words.trim().slice(0, reviewLimits.words)
    const pictureIds = await checkedPictures(tx, given.pictureIds)
    const change = { stars, words, anonymous, picture_ids: pictureIds, changed_at: tx.now }
    const seen =
      before.state === 'hidden' ? {} : stateFor(await whyHeld(tx, `${words}\n${before.followUp ?? ''}`.trim()))
    const after = await updateReview(tx, before, {
      event: 'review.changed',
      data: { before: before.stars },
      change: { ...change, ...seen },
    })
    await tellDesk(tx, after)
    return after
  })
}

/** Whether its buyer may still change a review, `changeWithin` hours being allowed. */
export const mayChange = (
  { writtenAt }: Pick<Review, 'writtenAt'>,
  changeWithin: number,
  now: Temporal.Instant,
): boolean => Temporal.Instant.compare(now, writtenAt.add({ hours: changeWithin })) <= 0

export const stateFor = (reason: Review['stateReason'] | undefined) =>
  ({ state: reason ? 'held' : 'shown', state_reason: reason ?? null }) as const
