import { productCardsOf } from '#goods/catalog'
import { shelfProducts } from '#goods/search'
import { shownHome } from '#growth/content'
import type { Shop } from '#model/office/shops'
import { publicShops } from '#office/shops'
import type { Context } from '#platform/context'
import type { Page } from '../page.ts'
import { forEverybody } from './for-everybody.ts'

export interface ShopCard {
  readonly shop: Shop
  readonly logoId: string | null
  readonly best: readonly {
    readonly slug: string
    readonly name: { zh: string; en: string }
    readonly pictureId: string | null
  }[]
}

export interface ShopsPage {
  readonly shops: readonly ShopCard[]
  readonly next: string | undefined
}

/** Every shop of the house, the platform's own first. */
export const shopsPage: Page<ShopsPage> = {
  path: '/shops',
  shows: 'shops',
  needs: 'anyone',
  shared: true,
  load: ({ ctx, query }) => shopsOf(ctx, query.get('after') ?? ''),
}

const shopsOf = forEverybody(async (ctx, after: string): Promise<ShopsPage> => {
  const { rows, next } = await publicShops(ctx, { cursor: after || undefined, limit: 12 })
  return { shops: await Promise.all(rows.map((shop) => cardOf({ ...ctx, shopId: shop.id }, shop))), next }
})

async function cardOf(ctx: Context, shop: Shop): Promise<ShopCard> {
  const [[hits = []], { home }] = await Promise.all([shelfProducts(ctx, [{ sort: 'sales', size: 4 }]), shownHome(ctx)])
  const cards = await productCardsOf(
    ctx,
    hits.map(({ productId }) => productId),
  )
  const best = cards.map(({ slug, name, picture }) => ({ slug, name, pictureId: picture?.id ?? null }))
  return { shop, logoId: home?.content.look.logoId ?? null, best }
}
