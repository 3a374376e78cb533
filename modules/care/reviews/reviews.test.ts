import { expect, test } from 'vitest'
import { addPhoto, originalFile } from '#goods/media'
import type { ProductId } from '#model/goods/catalog'
import type { CustomerId } from '#model/sales/customers'
import type { OrderLineId } from '#model/sales/orders'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { ownMessages } from '#platform/messages'
import { changeSetting } from '#platform/settings'
import { aCaringShop, aShippedOrder, inShop, type ShippedOrder } from '#test/cases'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { photoFromAPhone, pictureBytes } from '#test/goods'
import { aProduct, type SellingShop } from '#test/orders'
import { aReceivedOrder, aReview, fullScores } from '#test/reviews'
import {
  changeReview,
  findReviews,
  firstImpression,
  followUp,
  hideReview,
  ownReview,
  rateBuyer,
  ratingOf,
  replyToReview,
  restoreReview,
  reviewable,
  reviewsOfProduct,
  reviewsPersonalData,
  shopScore,
  writeReviews,
} from './index.ts'

const { db } = await testDatabase()
const shop = await aCaringShop(db)
const ratingIn = ({ ctx }: SellingShop, productId: ProductId) => ratingOf(ctx, productId)
const picture = async (sold: { buyer: { ctx: Parameters<typeof addPhoto>[0] } }) =>
  addPhoto(sold.buyer.ctx, { bytes: await pictureBytes(), alt: '买家秀' })

test('CMP-01 a buyer rates what was received and how the buying went; the product shows stars, words, the bought variant and no name', async () => {
  const sold = await aReceivedOrder(shop)
  const [line] = sold.lines

  const [review] = await writeReviews(sold.buyer.ctx, {
    orderId: sold.order.id,
    scores: { description: 5, service: 4, logistics: 3 },
    anonymous: true,
    reviews: [{ lineId: line!.id, stars: 4, words: '  茶香很足，下次再来 ', pictureIds: [await picture(sold)] }],
  })

  expect(review).toMatchObject({
    stars: 4,
    words: '茶香很足，下次再来',
    state: 'shown',
    orderNumber: sold.order.number,
  })
  expect(await reviewsOfProduct(shop.ctx, { productId: line!.productId })).toMatchObject([
    { author: null, stars: 4, specification: line!.specification, pictureIds: [expect.any(String)] },
  ])
  expect(await ratingIn(shop, line!.productId)).toMatchObject({ count: 1, average: 4, pictured: 1, followedUp: 0 })
  expect((await findReviews(shop.ctx, { orderNumber: sold.order.number })).rows).toMatchObject([
    { scores: { description: 5, service: 4, logistics: 3 } },
  ])
  expect((await historyOf(shop.ctx, sold.order.id)).map(({ type }) => type)).toContain('order.reviewed')
})

test('CMP-01 only the buyer reviews, only what was received, only in time, and each line once', async () => {
  const shipped = await aShippedOrder(shop)
  await expect(aReview(shipped)).rejects.toMatchObject({ code: 'reviews.not_received' })

  const sold = await aReceivedOrder(shop)
  const stranger = await aReceivedOrder(shop)
  await expect(aReview({ ...sold, buyer: stranger.buyer })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(aReview({ ...sold, buyer: { ...sold.buyer, ctx: shop.ctx as never } })).rejects.toMatchObject({
    kind: 'not_found',
  })
  await expect(aReview({ ...sold, lines: stranger.lines })).rejects.toMatchObject({ code: 'reviews.not_in_order' })
  await expect(aReview(sold, { stars: 6 })).rejects.toMatchObject({ code: 'reviews.stars_missing' })
  await expect(
    writeReviews(sold.buyer.ctx, { orderId: sold.order.id, reviews: [{ lineId: sold.lines[0]!.id, stars: 5 }] }),
  ).rejects.toMatchObject({ code: 'reviews.scores_missing' })
  const late = { ...sold.buyer.ctx, now: shop.ctx.now.add({ hours: 24 * 31 }) }
  await expect(aReview({ ...sold, buyer: { ...sold.buyer, ctx: late } })).rejects.toMatchObject({
    code: 'reviews.too_late',
  })

  await aReview(sold)
  await expect(aReview(sold)).rejects.toMatchObject({ code: 'reviews.already' })
})

test('what waits for a review is what came lately and has none yet, line by line', async () => {
  const [tea, cup] = [await aProduct(shop), await aProduct(shop)]
  const sold = await aReceivedOrder(shop, [{ of: tea }, { of: cup }])
  const waiting = () => reviewable(shop.ctx, { customerId: sold.order.customerId })
  expect((await waiting())[0]?.lines).toHaveLength(2)

  await aReview(sold)
  expect((await waiting())[0]?.lines.map(({ productId }) => productId)).toEqual([cup.productId])
  await writeReviews(sold.buyer.ctx, { orderId: sold.order.id, reviews: [{ lineId: sold.lines[1]!.id, stars: 3 }] })
  expect(await waiting()).toEqual([])
})

test('CMP-01 five buyers who rate one product at once are all counted, and search hears of it', async () => {
  const tea = await aProduct(shop, { onHand: 40 })
  const orders: ShippedOrder[] = []
  for (let sold = 0; sold < 5; sold++) orders.push(await aReceivedOrder(shop, [{ of: tea }]))

  await Promise.all(orders.map((sold, index) => aReview(sold, { stars: index + 1 })))

  expect(await ratingIn(shop, tea.productId)).toMatchObject({
    count: 5,
    average: 3,
    of: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 },
  })
  const facts = db
    .selectFrom('goods.ranking_facts')
    .select(['rated', 'rating_hundredths'])
    .where('product_id', '=', tea.productId)
  expect(await facts.executeTakeFirst()).toEqual({ rated: 5, rating_hundredths: 300 })
})

test('the same review sent twice at once is one review, counted once', async () => {
  const sold = await aReceivedOrder(shop)
  const results = await Promise.allSettled([aReview(sold), aReview(sold)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await ratingIn(shop, sold.lines[0]!.productId)).toMatchObject({ count: 1 })
})

test('CMP-01 for three days the buyer may say it otherwise, and the rating follows', async () => {
  const sold = await aReceivedOrder(shop)
  const review = await aReview(sold, { stars: 2, pictureIds: [await picture(sold)] })
  const change = { reviewId: review.id, stars: 5, words: '客服已解决', anonymous: false, pictureIds: [] }

  await changeReview(later(sold.buyer.ctx, { hours: 72 }), change)

  expect(await ratingIn(shop, review.productId)).toMatchObject({ count: 1, average: 5, pictured: 0, of: { 2: 0 } })
  await expect(changeReview(later(sold.buyer.ctx, { hours: 73 }), change)).rejects.toMatchObject({
    code: 'reviews.change_too_late',
  })
  const stranger = await aReceivedOrder(shop)
  await expect(changeReview(stranger.buyer.ctx, change)).rejects.toMatchObject({ code: 'reviews.not_found' })
})

test('CMP-01 one follow-up within half a year; a second, or a late one, is refused', async () => {
  const sold = await aReceivedOrder(shop)
  const review = await aReview(sold)
  const add = (hours: number, words = '用了三个月，依旧不掉色') =>
    followUp(later(sold.buyer.ctx, { hours }), { reviewId: review.id, words })

  await expect(add(24, ' ')).rejects.toMatchObject({ code: 'reviews.words_missing' })
  await expect(add(24 * 181)).rejects.toMatchObject({ code: 'reviews.follow_up_too_late' })
  await add(24 * 90)
  await expect(add(24 * 91)).rejects.toMatchObject({ code: 'reviews.followed_up_already' })

  expect(await ratingIn(shop, review.productId)).toMatchObject({ count: 1, followedUp: 1 })
  expect(await reviewsOfProduct(shop.ctx, { productId: review.productId, kind: 'follow_up' })).toHaveLength(1)
})

test('CMP-01 ORD-21 the shop replies for everybody to read, its second word takes the place of the first, and the buyer hears of it once', async () => {
  const sold = await aReceivedOrder(shop)
  const review = await aReview(sold, { stars: 2, words: '杯口有划痕' })
  const notices = () => openNotices(shop.ctx, new Set(['reviews.answer']))
  expect((await notices()).filter(({ subjectId }) => subjectId === review.id)).toMatchObject([{ kind: 'review.low' }])
  expect((await findReviews(shop.ctx, { view: 'unanswered' })).rows[0]!.id).toBe(review.id)

  await replyToReview(shop.ctx, { reviewId: review.id, reply: '马上给您换新' })
  await replyToReview(shop.ctx, { reviewId: review.id, reply: '已给您换新' })

  expect(await reviewsOfProduct(shop.ctx, { productId: review.productId })).toMatchObject([{ reply: '已给您换新' }])
  expect((await notices()).filter(({ subjectId }) => subjectId === review.id)).toEqual([])
  const { rows } = await ownMessages(sold.buyer.ctx, { accountId: sold.buyer.ctx.actor.id, limit: 20 })
  expect(rows.filter(({ template }) => template === 'review.replied')).toMatchObject([
    { values: { reviewId: review.id }, body: expect.stringContaining('回复了您') },
  ])
})

test('ORD-21 a good review that its buyer makes a bad one calls the desk', async () => {
  const sold = await aReceivedOrder(shop)
  const { id: reviewId } = await aReview(sold, { stars: 5, words: '很好' })
  await changeReview(sold.buyer.ctx, { reviewId, stars: 2, words: '用了两天就裂了', anonymous: false, pictureIds: [] })

  const called = (await openNotices(shop.ctx, new Set(['reviews.answer']))).filter(
    ({ subjectId }) => subjectId === reviewId,
  )
  expect(called.map(({ kind }) => kind)).toEqual(['review.low'])
})

test('CMP-01 hiding a review takes its words and pictures away, says why, and leaves its stars in the score', async () => {
  const sold = await aReceivedOrder(shop)
  const review = await aReview(sold, { stars: 1, words: '骂人的话', pictureIds: [await picture(sold)] })
  const seen = async () => (await reviewsOfProduct(shop.ctx, { productId: review.productId }))[0]

  await hideReview(shop.ctx, { reviewId: review.id, reason: 'abuse' })
  expect(await seen()).toMatchObject({ stars: 1, words: '', pictureIds: [], stateReason: 'abuse' })
  expect((await firstImpression(shop.ctx, review.productId)).latest).toEqual([])
  expect(await ratingIn(shop, review.productId)).toMatchObject({ count: 1, average: 1, pictured: 0 })
  await expect(hideReview(shop.ctx, { reviewId: review.id, reason: 'abuse' })).rejects.toMatchObject({
    code: 'reviews.cannot_hide',
  })

  await restoreReview(shop.ctx, review.id)
  expect(await seen()).toMatchObject({ words: '骂人的话', stateReason: null })
  expect(await ratingIn(shop, review.productId)).toMatchObject({ pictured: 1 })
})

test('CMP-01 a hidden review stays hidden whatever its buyer makes of it, until the shop restores it', async () => {
  const sold = await aReceivedOrder(shop)
  const { id: reviewId, productId } = await aReview(sold, { stars: 1, words: '骂人的话' })
  const seen = async () => (await reviewsOfProduct(shop.ctx, { productId }))[0]
  await hideReview(shop.ctx, { reviewId, reason: 'abuse' })

  await changeReview(sold.buyer.ctx, { reviewId, stars: 2, words: '很普通', anonymous: false, pictureIds: [] })
  expect(await seen()).toMatchObject({ words: '', stateReason: 'abuse' })
  await restoreReview(shop.ctx, reviewId)
  expect(await seen()).toMatchObject({ stars: 2, words: '很普通' })
})

test.each([
  ['加微信 tea_888 领红包', 'advertising'],
  ['打 13812345678 有优惠', 'advertising'],
  ['看 https://cheap.example', 'advertising'],
  ['喝了能治愈失眠', 'unlawful'],
  ['最好喝的茶，顶级！', undefined],
])('words that advertise or that the law forbids wait for a person: %s', async (words, reason) => {
  const review = await aReview(await aReceivedOrder(shop), { words })
  expect(review).toMatchObject({ state: reason ? 'held' : 'shown', stateReason: reason ?? null })
  const [seen] = await reviewsOfProduct(shop.ctx, { productId: review.productId })
  expect(seen!.words).toBe(reason ? '' : words)
})

test('CMP-01 the shop rates the buyer too; staff alone read it, and the last word counts', async () => {
  const sold = await aReceivedOrder(shop)
  await aReview(sold)
  await rateBuyer(shop.ctx, { orderId: sold.order.id, stars: 2, words: '拒收两次' })
  await rateBuyer(shop.ctx, { orderId: sold.order.id, stars: 4 })
  expect((await findReviews(shop.ctx, { orderNumber: sold.order.number })).rows).toMatchObject([
    { buyerStars: 4, buyerWords: '' },
  ])
  const shipped = await aShippedOrder(shop)
  await expect(rateBuyer(shop.ctx, { orderId: shipped.order.id, stars: 5 })).rejects.toMatchObject({
    code: 'reviews.not_received',
  })
})

test('STO-09 the score of the shop is shown when enough orders were rated, of the last half year only', async () => {
  const young = await aCaringShop(db)
  await transaction(young.ctx, (tx) => changeSetting(tx, 'reviews.scoreFrom', 2))
  const tea = await aProduct(young)
  for (const [sold, logistics] of [4, 5].entries()) {
    expect(await shopScore(young.ctx)).toEqual({ orders: sold, days: 180, scores: null })
    await aReview(await aReceivedOrder(young, [{ of: tea }]), { scores: { ...fullScores, logistics } })
  }
  expect(await shopScore(young.ctx)).toMatchObject({ orders: 2, scores: { description: 5, logistics: 4.5 } })
  expect(await shopScore(inShop(young, { hours: 24 * 181 }).ctx)).toMatchObject({ orders: 0, scores: null })
})

test('the page of a product begins with its own newest reviews that say or show something', async () => {
  const [tea, cup, bowl] = [await aReceivedOrder(shop), await aReceivedOrder(shop), await aReceivedOrder(shop)]
  const reviews = [
    await aReview(tea, { words: '好茶' }),
    await aReview(cup, { words: '好杯' }),
    await aReview(bowl, { words: '' }),
  ]

  const pages = await Promise.all(reviews.map(({ productId }) => firstImpression(shop.ctx, productId)))
  expect(pages.map(({ latest }) => latest.map(({ words }) => words))).toEqual([['好茶'], ['好杯'], []])
})

test('a buyer opens the own review, nobody else’s', async () => {
  const [sold, other] = [await aReceivedOrder(shop), await aReceivedOrder(shop)]
  const review = await aReview(sold)
  const asked = ({ buyer }: typeof sold) => ownReview(shop.ctx, buyer.ctx.actor.id as CustomerId, review.id)

  expect(await asked(sold)).toMatchObject({ id: review.id })
  await expect(asked(other)).rejects.toMatchObject({ code: 'reviews.not_found' })
})

test('lists take a product’s reviews by kind and page by page, and keep them to their shop', async () => {
  const other = await aCaringShop(db)
  const tea = await aProduct(shop, { onHand: 40 })
  for (const stars of [1, 3, 4, 5]) await aReview(await aReceivedOrder(shop, [{ of: tea }]), { stars })
  const { productId } = tea
  const starsOf = async (kind: 'good' | 'middling' | 'bad') =>
    (await reviewsOfProduct(shop.ctx, { productId, kind })).map(({ stars }) => stars)
  expect([await starsOf('good'), await starsOf('middling'), await starsOf('bad')]).toEqual([[5, 4], [3], [1]])
  expect(await reviewsOfProduct(shop.ctx, { productId, size: 3, page: 2 })).toHaveLength(1)
  expect(await reviewsOfProduct(other.ctx, { productId })).toEqual([])
  expect((await ratingIn(other, productId)).count).toBe(0)
})

test('who closes the account leaves the stars and takes name, words and pictures along', async () => {
  const sold = await aReceivedOrder(shop)
  const review = await aReview(sold, { words: '很好', pictureIds: [await picture(sold)] })
  await followUp(sold.buyer.ctx, { reviewId: review.id, words: '还是很好' })
  const { customerId } = sold.order
  expect(await reviewsPersonalData.collect(shop.ctx, customerId)).toMatchObject({ reviews: [{ words: '很好' }] })

  await transaction(shop.ctx, (tx) => reviewsPersonalData.erase!(tx, customerId))

  expect(await reviewsOfProduct(shop.ctx, { productId: review.productId })).toMatchObject([
    { author: null, stars: 5, words: '', followUp: null, pictureIds: [] },
  ])
  expect(await ratingIn(shop, review.productId)).toMatchObject({ count: 1, pictured: 0, followedUp: 0 })
})

test('of a photo only what was drawn anew is kept: neither where it was taken nor by which phone', async () => {
  const sold = await aReceivedOrder(shop)
  const id = await addPhoto(sold.buyer.ctx, { bytes: await photoFromAPhone(), alt: '买家秀' })
  const kept = (await originalFile(shop.ctx, id))!.toString('latin1')
  expect(kept).not.toMatch(/Exif|GPS|Pocophone/)
  await expect(
    addPhoto(sold.buyer.ctx, { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), alt: '买家秀' }),
  ).rejects.toMatchObject({ code: 'media.no_picture' })
})

test('six pictures for a line are enough, and they must be the shop’s own', async () => {
  const sold = await aReceivedOrder(shop)
  const strange = Array.from({ length: 7 }, () => crypto.randomUUID() as never)
  await expect(aReview(sold, { pictureIds: strange })).rejects.toMatchObject({ code: 'reviews.too_many_pictures' })
  await expect(aReview(sold, { pictureIds: strange.slice(1) })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(aReview(sold, { lineId: crypto.randomUUID() as OrderLineId })).rejects.toMatchObject({
    code: 'reviews.not_in_order',
  })
})
