import { productCardsOf } from '#goods/catalog'
import { shelfProducts } from '#goods/search'
import type { CategoryNode } from '#model/goods/catalog'
import type { Context } from '#platform/context'

export interface Tile {
  readonly slug: string
  readonly name: CategoryNode['name']
  readonly pictureId: string | null
}

/** Categories that have something to sell, each with the picture of what sells best in it. */
export async function tilesOf(ctx: Context, categories: readonly CategoryNode[]): Promise<Tile[]> {
  const best = await shelfProducts(
    ctx,
    categories.map(({ id: categoryId }) => ({ categoryId, sort: 'sales', size: 1 })),
  )
  const ids = [...new Set(best.flatMap((hits) => hits.map(({ productId }) => productId)))]
  const pictures = new Map((await productCardsOf(ctx, ids)).map(({ productId, picture }) => [productId, picture]))
  return categories.flatMap(({ slug, name }, at) => {
    const [hit] = best[at]!
    return hit ? [{ slug, name, pictureId: pictures.get(hit.productId)?.id ?? null }] : []
  })
}
