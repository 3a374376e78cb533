import {
  type FirstImpression,
  firstImpression,
  followUpUntil,
  hasCome,
  mayChange,
  ownReview,
  ratingOf,
  reviewSettings,
  reviewsOfOrder,
  reviewsOfProduct,
  reviewUntil,
  shopScore,
} from '#care/reviews'
import { publishedQuestions } from '#care/visitor-desk'
import { productBySlug } from '#goods/catalog'
import { isBefore } from '#kernel/day'
import {
  countOf,
  type Rating,
  type Review,
  type ReviewId,
  type ReviewKind,
  reviewKinds,
  reviewLimits,
  type ShopScore,
  type ShownReview,
} from '#model/care/reviews'
import type { PublishedQuestion } from '#model/care/visitor-desk'
import type { Both, ProductId } from '#model/goods/catalog'
import type { CustomerId } from '#model/sales/customers'
import type { Order, OrderId, OrderLine } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { readSettings } from '#platform/settings'
import { linesOf, loadOrder } from '#sales/orders'
import type { Page } from '../page.ts'
import { forEverybody } from './for-everybody.ts'
import { idIn } from './ids.ts'

/** How the shop's buyers found it; the same for everybody and some seconds old at most. */
export const scoreOfShop: (ctx: Context) => Promise<ShopScore> = forEverybody(shopScore)

/** What a product's page says about its reviews. */
export interface ReviewsPart extends FirstImpression {
  readonly score: ShopScore
  readonly questions: readonly PublishedQuestion[]
}

export async function reviewsPart(ctx: Context, productId: ProductId): Promise<ReviewsPart> {
  const [impression, score, questions] = await Promise.all([
    firstImpression(ctx, productId),
    scoreOfShop(ctx),
    publishedQuestions(ctx, productId),
  ])
  return { ...impression, score, questions }
}

export interface ReviewsPage {
  readonly slug: string
  readonly productName: Both
  readonly rating: Rating
  readonly kind: ReviewKind
  readonly reviews: readonly ShownReview[]
  readonly number: number
  readonly pages: number
}

const size = 10

export const reviewsPage: Page<ReviewsPage> = {
  path: '/products/:slug/reviews',
  shows: 'reviews',
  needs: 'anyone',
  shared: true,
  async load({ ctx, params, query }) {
    const { product } = await productBySlug(ctx, params.slug ?? '')
    const rating = await ratingOf(ctx, product.id)
    const kind = reviewKinds.find((each) => each === query.get('of')) ?? 'all'
    const pages = Math.min(Math.max(1, Math.ceil(countOf(rating, kind) / size)), reviewLimits.pages)
    const number = Math.min(Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1), pages)
    const { zh, en } = product.texts
    return {
      slug: product.slug,
      productName: { zh: zh?.name ?? '', en: en?.name ?? '' },
      rating,
      kind,
      reviews: await reviewsOfProduct(ctx, { productId: product.id, kind, page: number, size }),
      number,
      pages,
    }
  },
}

export interface WriteReviewPage {
  readonly order: Order
  /** What came and has no review yet. */
  readonly open: readonly OrderLine[]
  readonly written: readonly Review[]
  /** Null while the order has not been received. */
  readonly until: Temporal.Instant | null
  readonly isOver: boolean
}

export const writeReviewPage: Page<WriteReviewPage> = {
  path: '/orders/:id/review',
  shows: 'write-review',
  needs: 'shopper',
  async load({ ctx, params }) {
    const order = await loadOrder(ctx, idIn<OrderId>(params.id))
    const [lines, written, until] = await Promise.all([
      linesOf(ctx, order),
      reviewsOfOrder(ctx, order.id),
      reviewUntil(ctx, order),
    ])
    const reviewed = new Set(written.map(({ lineId }) => lineId))
    const open = until ? lines.filter((line) => hasCome(line) && !reviewed.has(line.id)) : []
    return { order, open, written, until, isOver: until !== null && isBefore(until, ctx.now) }
  },
}

/** Whether something of an order came lately and has no review yet. */
export async function mayReview(ctx: Context, order: Order, lines: readonly OrderLine[]): Promise<boolean> {
  const until = await reviewUntil(ctx, order)
  if (!until || isBefore(until, ctx.now)) return false
  const reviewed = new Set((await reviewsOfOrder(ctx, order.id)).map(({ lineId }) => lineId))
  return lines.some((line) => hasCome(line) && !reviewed.has(line.id))
}

export interface OwnReviewPage {
  readonly review: Review
  readonly mayChange: boolean
  readonly changeHours: number
  /** The last moment for a follow-up; null when there is one already, or none is possible any more. */
  readonly followUpUntil: Temporal.Instant | null
}

export const ownReviewPage: Page<OwnReviewPage> = {
  path: '/reviews/:id',
  shows: 'own-review',
  needs: 'shopper',
  async load({ ctx, params }) {
    const review = await ownReview(ctx, ctx.actor.id as CustomerId, idIn<ReviewId>(params.id))
    const { changeWithin } = await readSettings(ctx, reviewSettings)
    const until = await followUpUntil(ctx, review)
    return {
      review,
      mayChange: mayChange(review, changeWithin, ctx.now),
      changeHours: changeWithin,
      followUpUntil: review.followUp !== null || isBefore(until, ctx.now) ? null : until,
    }
  },
}
