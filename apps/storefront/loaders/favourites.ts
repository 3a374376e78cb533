import type { Page as Rows } from '#kernel/page'
import type { Favourite, Follow } from '#model/sales/favourites'
import { ownFavourites, ownFollows } from '#sales/favourites'
import type { Page } from '../page.ts'

export interface FavouritesPage {
  readonly favourites: Rows<Favourite>
}

export const favouritesPage: Page<FavouritesPage> = {
  path: '/account/favourites',
  shows: 'favourites',
  needs: 'shopper',
  load: async ({ ctx, query }) => ({
    favourites: await ownFavourites(ctx, { cursor: query.get('cursor') ?? undefined, limit: 20 }),
  }),
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
