import { Type } from 'typebox'
import {
  changeReview,
  followUp,
  ratingOf,
  reviewsOfOrder,
  reviewsOfProduct,
  shopScore,
  writeReviews,
} from '#care/reviews'
import { productBySlug } from '#goods/catalog'
import { type ReviewId, reviewKinds, reviewLimits } from '#model/care/reviews'
import type { OrderId } from '#model/sales/orders'
import { IdParams, OneOf, type Routes } from '#platform/http'
import { loadOrder } from '#sales/orders'
import { Nullable } from '../goods-shapes.ts'
import { ChangeReviewBody, FollowUpBody, ReviewJson, ShownReviewJson, WriteReviewsBody } from '../review-shapes.ts'

const tags = ['reviews']
const ListQuery = Type.Object(
  {
    kind: Type.Optional(OneOf(reviewKinds)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: reviewLimits.pages })),
  },
  { additionalProperties: false },
)
const RatingJson = Type.Object({
  count: Type.Integer(),
  average: Nullable(Type.Number({ description: 'From 1 to 5' })),
  of: Type.Record(Type.String(), Type.Integer(), { description: 'How many gave so many stars' }),
  pictured: Type.Integer(),
  followedUp: Type.Integer(),
})
const ListJson = Type.Object({ rating: RatingJson, page: Type.Integer(), rows: Type.Array(ShownReviewJson) })
const average = Type.Number({ description: 'From 1 to 5' })
const ScoreJson = Type.Object({
  orders: Type.Integer({ description: 'How many rated orders it is made of' }),
  days: Type.Integer({ description: 'Of so many days up to now' }),
  scores: Nullable(Type.Object({ description: average, service: average, logistics: average })),
})

/** What buyers say: for everybody to read, and for a buyer to write. */
export function reviewRoutes(app: Routes): void {
  app.get(
    '/api/v1/store/products/:slug/reviews',
    {
      config: { needs: 'anyone', shared: true },
      schema: {
        tags,
        params: Type.Object({ slug: Type.String({ maxLength: 200 }) }),
        querystring: ListQuery,
        response: { 200: ListJson },
      },
    },
    async ({ context, params, query }) => {
      const { product } = await productBySlug(context, params.slug)
      const { kind = 'all', page = 1 } = query
      const [rating, rows] = await Promise.all([
        ratingOf(context, product.id),
        reviewsOfProduct(context, { productId: product.id, kind, page }),
      ])
      return { rating: { ...rating, of: { ...rating.of } }, page, rows: rows.map(sent) }
    },
  )
  app.get(
    '/api/v1/store/score',
    { config: { needs: 'anyone', shared: true }, schema: { tags, response: { 200: ScoreJson } } },
    ({ context }) => shopScore(context),
  )
  app.get(
    '/api/v1/store/orders/:id/reviews',
    { config: { needs: 'shopper' }, schema: { tags, params: IdParams, response: { 200: Type.Array(ReviewJson) } } },
    async ({ context, params }) => {
      const order = await loadOrder(context, params.id as OrderId)
      return (await reviewsOfOrder(context, order.id)).map(sent)
    },
  )
  app.post(
    '/api/v1/store/orders/:id/reviews',
    {
      config: { needs: 'shopper', once: true },
      schema: { tags, params: IdParams, body: WriteReviewsBody, response: { 201: Type.Array(ReviewJson) } },
    },
    async ({ context, params, body }, reply) => {
      const written = await writeReviews(context, { orderId: params.id as OrderId, ...body })
      return reply.code(201).send(written.map(sent))
    },
  )
  app.put(
    '/api/v1/store/reviews/:id',
    {
      config: { needs: 'shopper', once: true },
      schema: { tags, params: IdParams, body: ChangeReviewBody, response: { 200: ReviewJson } },
    },
    async ({ context, params, body }) =>
      sent(await changeReview(context, { reviewId: params.id as ReviewId, ...body })),
  )
  app.post(
    '/api/v1/store/reviews/:id/follow-up',
    {
      config: { needs: 'shopper', once: true },
      schema: { tags, params: IdParams, body: FollowUpBody, response: { 200: ReviewJson } },
    },
    async ({ context, params, body }) => sent(await followUp(context, { reviewId: params.id as ReviewId, ...body })),
  )
}

/** Lists that may be changed, as a schema declares them. */
const sent = <R extends { pictureIds: readonly string[]; followUpPictureIds: readonly string[] }>(review: R) => ({
  ...review,
  pictureIds: [...review.pictureIds],
  followUpPictureIds: [...review.followUpPictureIds],
})
