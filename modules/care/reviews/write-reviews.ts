import { mustBeOurs } from '#goods/media'
import { dayIn, daysLater, isBefore } from '#kernel/day'
import { newId } from '#kernel/id'
import type { PictureId } from '#model/goods/media'
import type { Order, OrderId, OrderLine, OrderLineId } from '#model/sales/orders'
import { loadShop } from '#office/shops'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { linesOf, lockOrder, orderNotFound, tellOrder } from '#sales/orders'
import { countReview } from './count-review.ts'
import { type OrderScores, type Review, reviewLimits, scoreKinds } from './model.ts'
import {
  blotted,
  lineNotReviewable,
  mustBeStars,
  nothingToReview,
  notReceived,
  reviewedAlready,
  reviewTooLate,
  scoresMissing,
  tooManyReviewPictures,
  toReview,
} from './review.ts'
import { tellReview } from './review-store.ts'
import { reviewsOfOrder } from './reviews-of-order.ts'
import { whyHeld } from './screen-review.ts'
import { reviewSettings } from './settings.ts'
import { tellDesk } from './tell-desk.ts'

export interface WriteReviews {
  readonly orderId: OrderId
  /** How the whole buying went; needed with the first review of the order, ignored afterwards. */
  readonly scores?: Readonly<Record<keyof OrderScores, number>>
  readonly anonymous?: boolean
  readonly reviews: readonly WrittenReview[]
}

export interface WrittenReview {
  readonly lineId: OrderLineId
  readonly stars: number
  /** At most 500 characters are kept; may be empty. */
  readonly words?: string
  readonly pictureIds?: readonly PictureId[]
}

/**
 * The buyer rates a received purchase: the order once, and each of its lines once, at once or one after the other. The ratings of the
 * products move in the same transaction; words that look like an advertisement or hold what the law forbids wait for a person.
 *
 * @throws notReceived, reviewTooLate, nothingToReview, lineNotReviewable, reviewedAlready, starsMissing, scoresMissing, tooManyReviewPictures
 * @throws orderNotFound for an order that is not the buyer's own, pictureNotFound for a picture that is not the shop's
 */
export function writeReviews(ctx: Context, input: WriteReviews): Promise<Review[]> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, input.orderId) // two at once come one after the other
    if (order.customerId !== tx.actor.id) throw orderNotFound({ order: input.orderId })
    await mustBeReviewable(tx, order)
    const chosen = await chosenLines(tx, order, input.reviews)
    await rateOrder(tx, order, input.scores)
    const written: Review[] = []
    for (const each of chosen) written.push(await writeOne(tx, order, { ...each, anonymous: input.anonymous ?? false }))
    await tellOrder(tx, 'order.reviewed', order, { stars: written.map(({ stars }) => stars) })
    return written
  })
}

/** Until when an order may be reviewed; null while it has not been received. */
export async function reviewUntil(
  reader: Reader,
  { receivedAt }: Pick<Order, 'receivedAt'>,
): Promise<Temporal.Instant | null> {
  if (!receivedAt) return null
  const { reviewWithin } = await readSettings(reader, reviewSettings)
  return daysLater(receivedAt, reviewWithin, (await loadShop(reader)).timeZone)
}

async function mustBeReviewable(tx: Tx, order: Order): Promise<void> {
  const until = await reviewUntil(tx, order)
  if (!until) throw notReceived({ orderId: order.id })
  if (isBefore(until, tx.now)) throw reviewTooLate({ until: dayIn(until, (await loadShop(tx)).timeZone).toString() })
}

/** Whether a line of a received order came to its buyer: goods that left, and what needs no parcel. */
export const hasCome = ({ shipped, requiresShipping }: Pick<OrderLine, 'shipped' | 'requiresShipping'>): boolean =>
  shipped > 0 || !requiresShipping

type Chosen = WrittenReview & { readonly line: OrderLine }

async function chosenLines(tx: Tx, order: Order, reviews: readonly WrittenReview[]): Promise<Chosen[]> {
  if (reviews.length === 0) throw nothingToReview({ field: 'reviews' })
  const lines = new Map((await linesOf(tx, order)).filter(hasCome).map((line) => [line.id, line]))
  const earlier = new Set((await reviewsOfOrder(tx, order.id)).map(({ lineId }) => lineId))
  return reviews.map((review) => {
    const field = `reviews.${review.lineId}`
    const line = lines.get(review.lineId)
    if (!line) throw lineNotReviewable({ field })
    if (earlier.has(line.id)) throw reviewedAlready({ field, name: line.name[tx.locale] })
    earlier.add(line.id)
    return { ...review, line }
  })
}

async function rateOrder(tx: Tx, order: Order, scores: WriteReviews['scores']): Promise<void> {
  const known = await tx.db
    .selectFrom('care.order_ratings')
    .select('order_id')
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', order.id)
    .executeTakeFirst()
  if (known) return
  if (!scores) throw scoresMissing({ field: 'scores' })
  for (const kind of scoreKinds) mustBeStars(scores[kind], `scores.${kind}`)
  const { description, service, logistics } = scores
  await tx.db
    .insertInto('care.order_ratings')
    .values({
      shop_id: tx.shopId,
      order_id: order.id,
      customer_id: order.customerId,
      description,
      service,
      logistics,
      rated_at: tx.now,
    })
    .execute()
}

async function writeOne(
  tx: Tx,
  order: Order,
  { line, anonymous, ...given }: Chosen & { anonymous: boolean },
): Promise<Review> {
  const field = `reviews.${line.id}`
  mustBeStars(given.stars, field)
  const words = (given.words ?? '').trim().slice(0, reviewLimits.words)
  const pictureIds = await checkedPictures(tx, given.pictureIds, field)
  const reason = await whyHeld(tx, words)
  const row = await tx.db
    .insertInto('care.reviews')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      order_id: order.id,
      order_number: order.number,
      order_line_id: line.id,
      product_id: line.productId,
      variant_id: line.variantId,
      name: line.name.zh,
      name_en: line.name.en,
      specification: line.specification.zh,
      specification_en: line.specification.en,
      customer_id: order.customerId,
      author: blotted(tx.actor.name),
      anonymous,
      stars: given.stars,
      words,
      picture_ids: pictureIds,
      state: reason ? 'held' : 'shown',
      state_reason: reason ?? null,
      locale: tx.locale,
      written_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const review = toReview(row)
  await countReview(tx, { after: review })
  await tellReview(tx, 'review.written', review, { state: review.state })
  await tellDesk(tx, review)
  return review
}

/** Each picture once. @throws tooManyReviewPictures, pictureNotFound */
export async function checkedPictures(
  tx: Tx,
  given: readonly PictureId[] = [],
  field = 'pictureIds',
): Promise<PictureId[]> {
  const ids = [...new Set(given)]
  if (ids.length > reviewLimits.pictures) throw tooManyReviewPictures({ field, most: reviewLimits.pictures })
  await mustBeOurs(tx, ids)
  return ids
}
