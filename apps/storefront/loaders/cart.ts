import { offeredBeside } from '#goods/catalog'
import type { CartView } from '#model/sales/carts'
import { cartView } from '#sales/carts'
import type { Page } from '../page.ts'
import { type CardData, offeredCards } from './cards.ts'

export interface CartPage {
  readonly cart: CartView
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
    return { cart, beside: await offeredCards(ctx, await offeredBeside(ctx, inCart, { limit: 4 })) }
  },
}
