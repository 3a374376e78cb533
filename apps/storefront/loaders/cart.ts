import type { CartView } from '#model/sales/carts'
import { cartView } from '#sales/carts'
import type { Page } from '../page.ts'

export interface CartPage {
  readonly cart: CartView
}

export const cartPage: Page<CartPage> = {
  path: '/cart',
  shows: 'cart',
  needs: 'anyone',
  leadsToCart: true,
  load: async ({ ctx }) => ({ cart: await cartView(ctx) }),
}
