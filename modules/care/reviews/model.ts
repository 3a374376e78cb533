import type { Id } from '#kernel/id'
import type { Both, PictureId, ProductId, VariantId } from '#model/goods/catalog'
import type { CustomerId } from '#model/sales/customers'
import type { OrderId, OrderLineId } from '#model/sales/orders'

export { reviewsText } from './text.ts'

export type ReviewId = Id<'Review'>

/** One to five. */
export type Stars = 1 | 2 | 3 | 4 | 5
export const allStars = [5, 4, 3, 2, 1] as const satisfies readonly Stars[]

/** `held`: its words wait for somebody to look at them; `hidden`: somebody took them out of sight. Its stars count in any case. */
export const reviewStates = ['shown', 'held', 'hidden'] as const
export type ReviewState = (typeof reviewStates)[number]

/** Why words may be taken out of sight. That a review is bad is no reason: E-Commerce Law, article 39. */
export const hideReasons = ['advertising', 'privacy', 'abuse', 'unlawful', 'off_topic'] as const
export type HideReason = (typeof hideReasons)[number]

export const reviewLimits = { words: 500, reply: 300, pictures: 6, pages: 100 } as const

export interface Review {
  readonly id: ReviewId
  readonly orderId: OrderId
  readonly orderNumber: string
  readonly lineId: OrderLineId
  readonly productId: ProductId
  readonly variantId: VariantId
  /** The goods as they were bought. */
  readonly name: Both
  readonly specification: Both
  readonly customerId: CustomerId
  /** The buyer's name with all but its ends blotted out; empty once the account is closed. */
  readonly author: string
  readonly anonymous: boolean
  readonly stars: Stars
  readonly words: string
  readonly pictureIds: readonly PictureId[]
  readonly followUp: string | null
  readonly followUpPictureIds: readonly PictureId[]
  readonly followedUpAt: Temporal.Instant | null
  readonly state: ReviewState
  readonly stateReason: HideReason | null
  readonly reply: string | null
  readonly repliedBy: string | null
  readonly repliedAt: Temporal.Instant | null
  readonly writtenAt: Temporal.Instant
  readonly changedAt: Temporal.Instant | null
}

/** What everybody sees of a review: no order, no person, and no words while they are out of sight. */
export type ShownReview = Pick<
  Review,
  | 'id'
  | 'specification'
  | 'stars'
  | 'words'
  | 'pictureIds'
  | 'followUp'
  | 'followUpPictureIds'
  | 'followedUpAt'
  | 'state'
  | 'stateReason'
  | 'reply'
  | 'repliedAt'
  | 'writtenAt'
> & {
  /** Null where the buyer wished so or has closed the account. */
  readonly author: string | null
}

/** Which of a product's reviews: `good` four and five stars, `middling` three, `bad` one and two. */
export const reviewKinds = ['all', 'pictures', 'good', 'middling', 'bad', 'follow_up'] as const
export type ReviewKind = (typeof reviewKinds)[number]

/** How a product's buyers found it. */
export interface Rating {
  readonly count: number
  /** From 1 to 5, to two decimals; null without a review. */
  readonly average: number | null
  /** How many gave so many stars. */
  readonly of: Readonly<Record<Stars, number>>
  readonly pictured: number
  readonly followedUp: number
}

/** How many reviews of a product are of a kind. */
export function countOf({ count, of, pictured, followedUp }: Rating, kind: ReviewKind): number {
  const counts: Readonly<Record<ReviewKind, number>> = {
    all: count,
    pictures: pictured,
    good: of[5] + of[4],
    middling: of[3],
    bad: of[2] + of[1],
    follow_up: followedUp,
  }
  return counts[kind]
}

/** The three scores of an order: the goods were as described, the service, the way here. */
export const scoreKinds = ['description', 'service', 'logistics'] as const
export type ScoreKind = (typeof scoreKinds)[number]
export type OrderScores = Readonly<Record<ScoreKind, Stars>>

/** How a shop's buyers found it lately. */
export interface ShopScore {
  /** How many orders it is made of. */
  readonly orders: number
  /** Over so many days up to now. */
  readonly days: number
  /** From 1 to 5, to two decimals; null while too few have rated to say anything. */
  readonly scores: Readonly<Record<ScoreKind, number>> | null
}

/** What the shop says about the buyer of an order; staff alone see it. */
export interface BuyerRating {
  readonly orderId: OrderId
  readonly stars: Stars
  readonly words: string
  readonly ratedBy: string
  readonly ratedAt: Temporal.Instant
}

/** The desk's views of the list: what has no answer, three stars and fewer, with pictures, held or hidden. */
export const reviewViews = ['all', 'unanswered', 'low', 'pictures', 'out_of_sight'] as const
export type ReviewView = (typeof reviewViews)[number]
