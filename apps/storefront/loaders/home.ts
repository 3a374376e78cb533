import { categoryTree } from '#goods/catalog'
import { searchProducts } from '#goods/search'
import type { CategoryNode } from '#model/goods/catalog'
import type { Liking } from '#model/sales/favourites'
import { type Reduction, stateOf } from '#model/sales/promotions'
import type { Context } from '#platform/context'
import { readSettings } from '#platform/settings'
import { followingOf } from '#sales/favourites'
import { orderSettings } from '#sales/orders'
import { listReductions } from '#sales/promotions'
import type { Page } from '../page.ts'
import { type CardData, cardsOf } from './cards.ts'
import { forEverybody } from './for-everybody.ts'
import { type SaidHead, saidHead } from './heads.ts'

export interface Tile {
  readonly slug: string
  readonly name: CategoryNode['name']
  readonly pictureId: string | null
}

export interface HomePage {
  readonly tiles: readonly Tile[]
  readonly offers: readonly Reduction[]
  readonly newest: readonly CardData[]
  readonly popular: readonly CardData[]
  readonly dispatchHours: number
  readonly returnDays: number
  readonly following: Liking
  readonly head: SaidHead
}

export const homePage: Page<HomePage> = {
  path: '/',
  shows: 'home',
  needs: 'anyone',
  shared: true,
  load: async ({ ctx }) => ({ ...(await homeOf(ctx)), following: await followingOf(ctx) }),
}

const homeOf = forEverybody(loadHome)

async function loadHome(ctx: Context): Promise<Omit<HomePage, 'following'>> {
  const { dispatchWithin, returnWindow } = await readSettings(ctx, orderSettings)
  const newest = await cardsOf(ctx, (await searchProducts(ctx, { sort: 'newest', inStock: true, size: 8 })).hits)
  const popular = await cardsOf(ctx, (await searchProducts(ctx, { sort: 'sales', inStock: true, size: 12 })).hits)
  const offers = (await listReductions(ctx)).rows.filter((each) => stateOf(each, ctx.now) === 'in_force')
  return {
    tiles: await tilesOf(ctx, await categoryTree(ctx)),
    offers,
    newest,
    popular,
    dispatchHours: dispatchWithin,
    returnDays: returnWindow,
    head: await saidHead(ctx, 'home', ctx.shopId),
  }
}

/** Categories that have something to sell, each with the picture of what sells best in it. */
export async function tilesOf(ctx: Context, categories: readonly CategoryNode[]): Promise<Tile[]> {
  const tiles: Tile[] = []
  for (const { id, slug, name } of categories) {
    const [best] = await cardsOf(ctx, (await searchProducts(ctx, { categoryId: id, sort: 'sales', size: 1 })).hits)
    if (best) tiles.push({ slug, name, pictureId: best.picture?.id ?? null })
  }
  return tiles
}
