import { Type } from 'typebox'
import { findReviews, hideReview, loadReview, rateBuyer, replyToReview, restoreReview } from '#care/reviews'
import { hideReasons, type Review, type ReviewId, reviewLimits, reviewViews } from '#model/care/reviews'
import type { OrderId } from '#model/sales/orders'
import { historyOf } from '#platform/events'
import { IdOf, IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import { ReviewJson, ReviewRowJson, StarsJson, WordsText } from '../review-shapes.ts'

const tags = ['reviews']
const read = { needs: { staff: 'reviews.read' } } as const
const answer = { needs: { staff: 'reviews.answer' }, once: true } as const
const ListQuery = Type.Object(
  {
    ...PageQuery,
    view: Type.Optional(OneOf(reviewViews)),
    productId: Type.Optional(IdOf<'Product'>()),
    orderNumber: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
)
const ReplyBody = Type.Object(
  { reply: Type.String({ minLength: 1, maxLength: reviewLimits.reply }) },
  { additionalProperties: false },
)
const HideBody = Type.Object({ reason: OneOf(hideReasons) }, { additionalProperties: false })
const RateBuyerBody = Type.Object(
  { stars: StarsJson, words: Type.Optional(WordsText) },
  { additionalProperties: false },
)
const WithHistoryJson = Type.Object({
  ...ReviewJson.properties,
  history: Type.Array(
    Type.Object({
      type: Type.String(),
      at: Instant,
      actorName: Type.String(),
      data: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
})

/** What buyers said, and what the desk does about it. */
export function adminReviewRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/reviews',
    { config: read, schema: { tags, querystring: ListQuery, response: { 200: PageOf(ReviewRowJson) } } },
    async ({ context, query }) => {
      const page = await findReviews(context, query)
      return { ...page, rows: page.rows.map(sent) }
    },
  )
  app.get(
    '/api/v1/admin/reviews/:id',
    { config: read, schema: { tags, params: IdParams, response: { 200: WithHistoryJson } } },
    async ({ context, params }) => ({
      ...sent(await loadReview(context, params.id as ReviewId)),
      history: await historyOf(context, params.id),
    }),
  )
  app.post(
    '/api/v1/admin/reviews/:id/reply',
    { config: answer, schema: { tags, params: IdParams, body: ReplyBody, response: { 200: ReviewJson } } },
    async ({ context, params, body }) =>
      sent(await replyToReview(context, { reviewId: params.id as ReviewId, ...body })),
  )
  app.post(
    '/api/v1/admin/reviews/:id/hide',
    { config: answer, schema: { tags, params: IdParams, body: HideBody, response: { 200: ReviewJson } } },
    async ({ context, params, body }) => sent(await hideReview(context, { reviewId: params.id as ReviewId, ...body })),
  )
  app.post(
    '/api/v1/admin/reviews/:id/restore',
    { config: answer, schema: { tags, params: IdParams, response: { 200: ReviewJson } } },
    async ({ context, params }) => sent(await restoreReview(context, params.id as ReviewId)),
  )
  app.put(
    '/api/v1/admin/orders/:id/buyer-rating',
    {
      config: answer,
      schema: {
        tags,
        params: IdParams,
        body: RateBuyerBody,
        response: { 200: Type.Object({ orderId: IdText, stars: StarsJson, words: Type.String() }) },
      },
    },
    ({ context, params, body }) => rateBuyer(context, { orderId: params.id as OrderId, ...body }),
  )
}

const sent = <R extends Review>(review: R) => ({
  ...review,
  pictureIds: [...review.pictureIds],
  followUpPictureIds: [...review.followUpPictureIds],
})
