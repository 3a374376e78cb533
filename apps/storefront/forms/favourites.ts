import { productBySlug } from '#goods/catalog'
import type { ProductId } from '#model/goods/catalog'
import { dropFavourite, followShop, keepFavourite, unfollowShop } from '#sales/favourites'
import { ownPath } from '../loaders/account.ts'
import { favouritesPage, followsPage } from '../loaders/favourites.ts'
import { homePage } from '../loaders/home.ts'
import { idIn } from '../loaders/ids.ts'
import { productPage } from '../loaders/product.ts'
import type { Form } from '../page.ts'
import { doneAt, textOf } from './fields.ts'

/** The button on a product's page, or the heart on its card: keeps it, or no longer, and leads back to where it was pressed. */
const like: Form = {
  path: '/products/:slug/favourite',
  page: productPage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const { product } = await productBySlug(ctx, params.slug ?? '')
    const isKept = textOf(body, 'do') !== 'drop'
    await (isKept ? keepFavourite : dropFavourite)(ctx, product.id)
    const next = body.get('next')
    return doneAt(next ? ownPath(next) : `/products/${product.slug}`, isKept ? 'kept' : 'dropped')
  },
}

const drop: Form = {
  path: '/account/favourites/:id/drop',
  page: favouritesPage,
  needs: 'shopper',
  async run({ ctx, params }) {
    await dropFavourite(ctx, idIn<ProductId>(params.id))
    return `${favouritesPage.path}?done=dropped`
  },
}

/** The button that follows a shop stands on several pages and leads back to the one it was pressed on. */
const follow: Form = {
  path: '/follow',
  page: homePage,
  needs: 'shopper',
  async run({ ctx, body }) {
    const follows = textOf(body, 'do') !== 'end'
    await (follows ? followShop : unfollowShop)(ctx)
    const next = body.get('next')
    return doneAt(next ? ownPath(next) : followsPage.path, follows ? 'followed' : 'unfollowed')
  },
}

export const favouriteForms: readonly Form[] = [like, drop, follow]
