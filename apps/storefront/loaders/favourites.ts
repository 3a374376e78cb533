import type { Page as Rows } from '#kernel/page'
import type { Favourite, Follow, StockWait } from '#model/sales/favourites'
import { ownFavourites, ownFollows, ownStockWaits } from '#sales/favourites'
import type { Page } from '../page.ts'

export interface FavouritesPage {
  readonly favourites: Rows<Favourite>
  /** What is sold out and waited for; on the first page. */
  readonly waits: readonly StockWait[]
}

export const favouritesPage: Page<FavouritesPage> = {
  path: '/account/favourites',
  shows: 'favourites',
  needs: 'shopper',
  async load({ ctx, query }) {
    const cursor = query.get('cursor') ?? undefined
    const waits = cursor ? [] : await ownStockWaits(ctx)
    return { favourites: await ownFavourites(ctx, { cursor, limit: 20 }), waits }
  },
}

export interface FollowsPage {
  readonly follows: readonly Follow[]
}

export const followsPage: Page<FollowsPage> = {
  path: '/account/follows',
  shows: 'follows',
  needs: 'shopper',
  load: async ({ ctx }) => ({ follows: await ownFollows(ctx) }),
}
