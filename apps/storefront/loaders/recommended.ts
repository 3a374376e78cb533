import { productCardsOf } from '#goods/catalog'
import { alsoBought, recommendAfter, recommendFor, topProducts } from '#insight/recommendations'
import type { Both, CategoryId, ProductId } from '#model/goods/catalog'
import type { Reason, Recommendation } from '#model/insight/recommendations'
import type { Context } from '#platform/context'
import type { PageRequest } from '../page.ts'
import { type CardData, cardsInStock } from './cards.ts'
import { forEverybody } from './for-everybody.ts'

/** A card with why it is shown. */
export interface RecommendedCard extends CardData {
  readonly reason: Reason
  /** What the thing is called that speaks for it, where it is not the page's own. */
  readonly because?: Both
}

/** What else buyers of a product wanted, as known some seconds ago; what it costs and whether any is left is asked for each page. */
export async function besideProduct(ctx: Context, productId: ProductId, limit: number): Promise<RecommendedCard[]> {
  return cardsFor(ctx, await boughtBeside(ctx, productId, String(limit)))
}

const boughtBeside = forEverybody((ctx, productId: ProductId, limit: string) =>
  alsoBought(ctx, { productId, limit: Number(limit) }),
)

/** What goes with the goods in a cart. */
export async function besideCart(
  ctx: Context,
  inCart: readonly ProductId[],
  limit: number,
): Promise<RecommendedCard[]> {
  const past = inCart.map((item) => ({ item, weight: 1 }))
  return past.length > 0 ? withNames(ctx, await cardsFor(ctx, await recommendAfter(ctx, { past, limit }))) : []
}

/** What this visitor may want; what is popular, for whoever has no past or does not let us remember it. */
export async function forVisitor({ ctx, visitorId }: PageRequest, limit: number): Promise<RecommendedCard[]> {
  const customerId = ctx.actor.kind === 'shopper' ? (ctx.actor.id ?? undefined) : undefined
  const found =
    visitorId || customerId
      ? await recommendFor(ctx, { customerId, visitorId, limit })
      : await forStrangers(ctx, String(limit))
  return withNames(ctx, await cardsFor(ctx, found))
}

const forStrangers = forEverybody((ctx, limit: string) => recommendFor(ctx, { limit: Number(limit) }))

/** What sold most of late: in the shop, or in a category. */
export async function topOf(ctx: Context, categoryId?: CategoryId): Promise<RecommendedCard[]> {
  return cardsFor(ctx, await (categoryId ? topIn(ctx, categoryId) : topAnywhere(ctx)))
}

const topAnywhere = forEverybody((ctx) => topProducts(ctx))
const topIn = forEverybody((ctx, categoryId: CategoryId) => topProducts(ctx, { categoryId }))

async function cardsFor(ctx: Context, found: readonly Recommendation[]): Promise<RecommendedCard[]> {
  if (found.length === 0) return []
  const reasons = new Map(found.map(({ productId, reason }) => [productId, reason]))
  const cards = await cardsInStock(ctx, [...reasons.keys()])
  return cards.map((card) => ({ ...card, reason: reasons.get(card.productId)! }))
}

async function withNames(ctx: Context, cards: readonly RecommendedCard[]): Promise<RecommendedCard[]> {
  const ids = cards.flatMap(({ reason }) => (reason.kind === 'together' ? [reason.because] : []))
  if (ids.length === 0) return [...cards]
  const names = new Map((await productCardsOf(ctx, [...new Set(ids)])).map(({ productId, name }) => [productId, name]))
  return cards.map((card) => ({
    ...card,
    because: card.reason.kind === 'together' ? names.get(card.reason.because) : undefined,
  }))
}
