import type { CartId } from '#model/sales/carts'
import type { Address, AddressId } from '#model/sales/customers'
import type { Checkout } from '#model/sales/orders'
import { cartView } from '#sales/carts'
import { addressesOf } from '#sales/customers'
import { quoteCheckout } from '#sales/orders'
import { type Page, Redirect } from '../page.ts'
import { type RegionChoice, regionChoice } from './addresses.ts'
import { idOrNone } from './ids.ts'

export interface CheckoutPage {
  readonly checkout: Checkout
  readonly addresses: readonly Address[]
  readonly address: Address | undefined
  readonly regions: RegionChoice
  /** "Buy now" comes with a cart of its own. */
  readonly cartId: CartId | undefined
}

export const checkoutPage: Page<CheckoutPage> = {
  path: '/checkout',
  shows: 'checkout',
  needs: 'shopper',
  async load(request) {
    const { ctx, form, query } = request
    const said = form?.values ?? query
    const cartId = idOrNone<CartId>(said.get('cart'))
    const { id, selected } = await cartView(ctx, cartId)
    if (!id || selected.pieces === 0) return new Redirect('/cart')
    const addresses = await addressesOf(ctx)
    const addressId = idOrNone<AddressId>(said.get('address'))
    const address = addresses.find((each) => each.id === addressId) ?? addresses[0]
    const checkout = await quoteCheckout(ctx, {
      cartId: id,
      addressId: address?.id,
      carrier: said.get('carrier') || undefined,
    })
    return { checkout, addresses, address, regions: regionChoice(request), cartId }
  },
}
