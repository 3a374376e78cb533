import { findCases, rateCase } from '#care/after-sales'
import { followUp, type Reviewable, replyToReview, reviewable, writeReviews } from '#care/reviews'
import { answerVisitor, askTheShop } from '#care/visitor-desk'
import { productsOf } from '#goods/catalog'
import { isBefore } from '#kernel/day'
import type { Review } from '#model/care/reviews'
import type { PictureId, ProductId } from '#model/goods/catalog'
import type { CustomerId } from '#model/sales/customers'
import type { OrderLine } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { tellWaiting } from '#platform/events'
import { type Dice, dice } from './dice.ts'
import type { Person } from './people.ts'
import { at, type Cast, type Stage } from './stage.ts'
import type { Good } from './stock-goods.ts'
import { complaints, handling, later, middling, praise, questions, replies, waiting } from './what-people-say.ts'

interface Town {
  readonly stage: Stage
  readonly cast: Cast
  readonly goods: readonly Good[]
  readonly people: readonly Person[]
}

const seed = 20_262
/** Enough for every page to be alive, few enough for the start to stay quick. */
const mostOrders = 70
const pictured = 18

/** Buyers say how it was, the shop answers, and visitors ask before they buy. */
export async function letPeopleSpeak(town: Town, until: Temporal.Instant): Promise<void> {
  const chance = dice(seed)
  const photos = await photosOf(town, until)
  const written = await writeThem(town, until, chance, photos)
  await answerThem(town, until, chance, written)
  await rateTheHandling(town, until, chance)
  await askAndAnswer(town, until)
  const { stage, cast } = town
  await tellWaiting(at(stage, cast.shopId, cast.staff.owner, until), stage.listeners)
}

/** Second pictures of products stand for photos that buyers took. */
async function photosOf({ stage, cast, goods }: Town, until: Temporal.Instant): Promise<Map<ProductId, PictureId>> {
  const ctx = at(stage, cast.shopId, cast.staff.owner, until)
  const products = await productsOf(ctx, [...new Set(goods.map(({ productId }) => productId))])
  return new Map(
    [...products].flatMap(([id, { pictures }]) => {
      const photo = pictures[1]
      return photo ? [[id, photo.id] as const] : []
    }),
  )
}

type Spoken = Review & { readonly by: Person }

async function writeThem(
  town: Town,
  until: Temporal.Instant,
  chance: Dice,
  photos: ReadonlyMap<ProductId, PictureId>,
): Promise<Spoken[]> {
  const written: Spoken[] = []
  let orders = 0
  for (const by of town.people) {
    const ctx = at(town.stage, town.cast.shopId, by.actor, until)
    for (const found of await reviewable(ctx, { customerId: by.actor.id as CustomerId })) {
      if (orders === mostOrders) return written
      if (chance.happens(15)) continue // says nothing, as people do
      orders += 1
      const showsPhoto = written.filter(({ pictureIds }) => pictureIds.length > 0).length < pictured
      for (const review of await writeOne(ctx, found, chance, showsPhoto ? photos : new Map()))
        written.push({ ...review, by })
    }
  }
  return written
}

function writeOne(
  ctx: Context,
  { order, lines }: Reviewable,
  chance: Dice,
  photos: ReadonlyMap<ProductId, PictureId>,
): Promise<Review[]> {
  const when = order.receivedAt!.add({ hours: chance.whole(3, 60) })
  const now = isBefore(when, ctx.now) ? when : ctx.now
  const mood = (least: number) => (chance.happens(80) ? 5 : chance.whole(least, 5))
  return writeReviews(
    { ...ctx, now },
    {
      orderId: order.id,
      scores: { description: mood(3), service: mood(4), logistics: mood(3) },
      anonymous: chance.happens(40),
      reviews: lines.map((line) => whatOf(line, chance, photos)),
    },
  )
}

function whatOf(line: OrderLine, chance: Dice, photos: ReadonlyMap<ProductId, PictureId>) {
  const stars = chance.happens(68) ? 5 : chance.happens(55) ? 4 : chance.happens(60) ? 3 : chance.whole(1, 2)
  const words = stars <= 2 ? chance.pick(complaints) : stars === 3 ? chance.pick(middling) : praiseOf(line, chance)
  const photo = stars >= 4 && chance.happens(45) ? photos.get(line.productId) : undefined
  return { lineId: line.id, stars, words: chance.happens(12) ? '' : words, pictureIds: photo ? [photo] : [] }
}

const praiseOf = ({ name }: OrderLine, chance: Dice): string =>
  chance.pick(praise.filter(([about]) => about.test(name.zh)).flatMap(([, says]) => says))

async function answerThem({ stage, cast }: Town, until: Temporal.Instant, chance: Dice, written: readonly Spoken[]) {
  const desk = at(stage, cast.shopId, cast.staff.service, until)
  for (const { id: reviewId, stars, writtenAt, by, followUp: added } of written) {
    if (stars <= 3 ? chance.happens(75) : chance.happens(15))
      await replyToReview(desk, { reviewId, reply: chance.pick(stars <= 3 ? replies.low : replies.good) })
    const isOld = isBefore(writtenAt.add({ hours: 24 * 10 }), until)
    if (isOld && added === null && stars >= 4 && chance.happens(15))
      await followUp(at(stage, cast.shopId, by.actor, until), { reviewId, words: chance.pick(later) })
  }
}

async function rateTheHandling({ stage, cast, people }: Town, until: Temporal.Instant, chance: Dice): Promise<void> {
  const ctx = at(stage, cast.shopId, cast.staff.owner, until)
  const { rows } = await findCases(ctx, { status: ['settled'], limit: 20 })
  for (const { id: caseId, kind, customerId } of rows) {
    const buyer = people.find(({ actor }) => actor.id === customerId)
    if (!buyer || kind === 'parcel_inquiry' || chance.happens(30)) continue
    const stars = chance.happens(75) ? chance.whole(4, 5) : 3
    await rateCase({ ...ctx, actor: buyer.actor }, { caseId, stars, words: chance.pick(handling) })
  }
}

async function askAndAnswer({ stage, cast, goods, people }: Town, until: Temporal.Instant): Promise<void> {
  const popular = goods.toSorted((a, b) => b.charm - a.charm || (a.sku < b.sku ? -1 : 1))
  const products = [...new Set(popular.map(({ productId }) => productId))]
  const desk = at(stage, cast.shopId, cast.staff.service, until)
  for (const [index, [words, answer]] of questions.entries()) {
    const visitor = at(stage, cast.shopId, people[index + 3]!.actor, until.subtract({ hours: 24 * (index + 1) }))
    const { id } = await askTheShop(visitor, { words, productId: products[index % 3]!, ip: '10.0.0.1' })
    await answerVisitor(desk, { questionId: id, answer, publish: true })
  }
  for (const [index, words] of waiting.entries()) {
    const visitor = at(stage, cast.shopId, people[index + 9]!.actor, until.subtract({ hours: index + 1 }))
    await askTheShop(visitor, { words, productId: products[index + 3]!, ip: '10.0.0.1' })
  }
}
