import { type TProperties, Type } from 'typebox'
import { hideReasons, reviewLimits, reviewStates } from '#model/care/reviews'
import { IdOf, IdText, Instant, OneOf } from '#platform/http'
import { NameJson, Nullable } from './goods-shapes.ts'

const closed = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false })

export const StarsJson = Type.Integer({ minimum: 1, maximum: 5 })
export const WordsText = Type.String({ maxLength: reviewLimits.words })
const PictureIds = Type.Array(IdOf<'Picture'>(), { maxItems: reviewLimits.pictures })
export const ScoresJson = closed({ description: StarsJson, service: StarsJson, logistics: StarsJson })

const shownFields = {
  id: IdText,
  stars: StarsJson,
  specification: NameJson,
  words: Type.String(),
  pictureIds: Type.Array(IdText),
  followUp: Nullable(Type.String()),
  followUpPictureIds: Type.Array(IdText),
  followedUpAt: Nullable(Instant),
  state: OneOf(reviewStates),
  stateReason: Nullable(OneOf(hideReasons)),
  reply: Nullable(Type.String()),
  repliedAt: Nullable(Instant),
  writtenAt: Instant,
}
/** A review as everybody may read it. */
export const ShownReviewJson = Type.Object({ ...shownFields, author: Nullable(Type.String()) })

/** A review as its buyer and the shop's staff see it. */
export const ReviewJson = Type.Object({
  ...shownFields,
  orderId: IdText,
  orderNumber: Type.String(),
  lineId: IdText,
  productId: IdText,
  variantId: IdText,
  name: NameJson,
  author: Type.String(),
  anonymous: Type.Boolean(),
  repliedBy: Nullable(Type.String()),
  changedAt: Nullable(Instant),
})
export const ReviewRowJson = Type.Object({
  ...ReviewJson.properties,
  customerId: IdText,
  scores: Nullable(ScoresJson),
  buyerStars: Nullable(StarsJson),
  buyerWords: Nullable(Type.String()),
})

export const WriteReviewsBody = closed({
  scores: Type.Optional(ScoresJson),
  anonymous: Type.Optional(Type.Boolean()),
  reviews: Type.Array(
    closed({
      lineId: IdOf<'OrderLine'>(),
      stars: StarsJson,
      words: Type.Optional(WordsText),
      pictureIds: Type.Optional(PictureIds),
    }),
    { minItems: 1, maxItems: 100 },
  ),
})
export const ChangeReviewBody = closed({
  stars: StarsJson,
  words: WordsText,
  anonymous: Type.Boolean(),
  pictureIds: PictureIds,
})
export const FollowUpBody = closed({
  words: Type.String({ minLength: 1, maxLength: reviewLimits.words }),
  pictureIds: Type.Optional(PictureIds),
})
