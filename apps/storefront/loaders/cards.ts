import { productCardsOf, saleItemsOfProducts } from '#goods/catalog'
import { listedNow } from '#goods/search'
import type { ProductCard, ProductId, Related } from '#model/goods/catalog'
import type { SearchHit } from '#model/goods/search'
import type { Context, Reader } from '#platform/context'
import { together } from '#platform/database'
import { availabilityOf } from '#supply/inventory'

/** A card as lists show it: the goods, and whether any are left. */
export interface CardData extends ProductCard {
  readonly inStock: boolean
  readonly sold: number
}

/** The cards of what a search found, in its order. */
export async function cardsOf(ctx: Context, hits: readonly SearchHit[]): Promise<CardData[]> {
  const cards = await productCardsOf(
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
  return (await productCardsOf(ctx, ids)).map((card) => ({ ...card, inStock: left(card.productId), sold: 0 }))
}

/** Of these products those that are in stock, in their order. Who asks at the same moment asks together. */
export const cardsInStock = together<readonly ProductId[], readonly CardData[]>(async (reader, lists) => {
  const listed = await listedNow(reader, [...new Set(lists.flat())])
  const inStock = [...listed].flatMap(([id, facts]) => (facts.inStock ? [id] : []))
  const cards = new Map((await productCardsOf(reader, inStock)).map((card) => [card.productId, card]))
  return lists.map((ids) =>
    ids.flatMap((id) => {
      const [card, facts] = [cards.get(id), listed.get(id)]
      return card && facts ? [{ ...card, ...facts }] : []
    }),
  )
})
