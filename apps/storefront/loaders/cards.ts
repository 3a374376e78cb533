import { ratingsOf } from '#care/reviews'
import { productCardsOf, saleItemsOfProducts } from '#goods/catalog'
import { listedNow } from '#goods/search'
import type { Rating } from '#model/care/reviews'
import type { ProductCard, ProductId, Related } from '#model/goods/catalog'
import type { SearchHit } from '#model/goods/search'
import type { Context, Reader } from '#platform/context'
import { together } from '#platform/database'
import { keptOf } from '#sales/favourites'
import { availabilityOf } from '#supply/inventory'

/** A card as lists show it: the goods, whether any are left, and how buyers found them. */
export interface CardData extends RatedCard {
  readonly inStock: boolean
  readonly sold: number
}

export interface RatedCard extends ProductCard {
  /** Undefined while nobody has reviewed it. */
  readonly rating?: Pick<Rating, 'average' | 'count'>
}

/** The cards of these products, in their order, each with what buyers say of it. */
export async function ratedCardsOf(reader: Reader, ids: readonly ProductId[]): Promise<RatedCard[]> {
  const [cards, ratings] = await Promise.all([productCardsOf(reader, ids), ratingsTogether(reader, ids)])
  return cards.map((card) => {
    const rating = ratings.get(card.productId)
    return rating && rating.count > 0 ? { ...card, rating: { average: rating.average, count: rating.count } } : card
  })
}

/** Who asks at the same moment asks together. */
const ratingsTogether = together<readonly ProductId[], ReadonlyMap<ProductId, Rating>>(async (reader, lists) => {
  const ratings = await ratingsOf(reader, [...new Set(lists.flat())])
  return lists.map(() => ratings)
})

/** Which of these cards the reader keeps among their favourites. */
export const keptAmong = (
  ctx: Context,
  ...lists: readonly (readonly Pick<ProductCard, 'productId'>[])[]
): Promise<ReadonlySet<ProductId>> => keptOf(ctx, [...new Set(lists.flat().map(({ productId }) => productId))])

/** The cards of what a search found, in its order. */
export async function cardsOf(ctx: Context, hits: readonly SearchHit[]): Promise<CardData[]> {
  const cards = await ratedCardsOf(
    ctx,
    hits.map((hit) => hit.productId),
  )
  const byId = new Map(hits.map((hit) => [hit.productId as string, hit]))
  return cards.map((card) => {
    const { inStock = false, sold = 0 } = byId.get(card.productId) ?? {}
    return { ...card, inStock, sold }
  })
}

/** The cards of products that belong to others, in their order, with whether any are left. */
export async function offeredCards(ctx: Reader, offered: readonly Related[]): Promise<CardData[]> {
  const ids = offered.map(({ productId }) => productId)
  const items = await saleItemsOfProducts(ctx, ids)
  const available = await availabilityOf(
    ctx,
    items.filter(({ active }) => active).map(({ variantId }) => variantId),
  )
  const left = (id: string) =>
    items.some(({ productId, variantId }) => productId === id && (available.get(variantId) ?? 0) > 0)
  return (await ratedCardsOf(ctx, ids)).map((card) => ({ ...card, inStock: left(card.productId), sold: 0 }))
}

/** Of these products those that are in stock, in their order. Who asks at the same moment asks together. */
export const cardsInStock = together<readonly ProductId[], readonly CardData[]>(async (reader, lists) => {
  const listed = await listedNow(reader, [...new Set(lists.flat())])
  const inStock = [...listed].flatMap(([id, facts]) => (facts.inStock ? [id] : []))
  const cards = new Map((await ratedCardsOf(reader, inStock)).map((card) => [card.productId, card]))
  return lists.map((ids) =>
    ids.flatMap((id) => {
      const [card, facts] = [cards.get(id), listed.get(id)]
      return card && facts ? [{ ...card, ...facts }] : []
    }),
  )
})
