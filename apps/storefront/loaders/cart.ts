import { offeredBeside } from '#goods/catalog'
import type { Shop } from '#model/office/shops'
import type { CartView } from '#model/sales/carts'
import { cartsByShop, cartView } from '#sales/carts'
import type { Page } from '../page.ts'
import { type CardData, offeredCards } from './cards.ts'

export interface CartPage {
  /** This shop's cart. */
  readonly cart: CartView
  /** Those of all shops that hold something, this shop's first. */
  readonly carts: readonly { readonly shop: Shop; readonly cart: CartView }[]
  /** What staff say belongs to the goods in the cart. */
  readonly beside: readonly CardData[]
}

export const cartPage: Page<CartPage> = {
  path: '/cart',
  shows: 'cart',
  needs: 'anyone',
  leadsToCart: true,
  async load({ ctx }) {
    const cart = await cartView(ctx)
    const inCart = cart.lines.flatMap(({ item }) => item?.productId ?? [])
    const beside = await offeredCards(ctx, await offeredBeside(ctx, inCart, { limit: 4 }))
    return { cart, carts: await cartsByShop(ctx), beside }
  },
}
