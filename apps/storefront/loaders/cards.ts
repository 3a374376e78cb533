import { productCardsOf } from '#goods/catalog'
import type { ProductCard } from '#model/goods/catalog'
import type { SearchHit } from '#model/goods/search'
import type { Context } from '#platform/context'

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
