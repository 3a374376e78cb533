import type { CartId } from '#model/sales/carts'
import type { InvoiceTitle } from '#model/sales/customers'
import type { Checkout } from '#model/sales/orders'
import { cartView } from '#sales/carts'
import { invoiceTitlesOf } from '#sales/customers'
import { quoteCheckout } from '#sales/orders'
import { type Page, Redirect } from '../page.ts'
import { type CheckoutAddress, checkoutAddress } from './checkout-address.ts'
import { idOrNone } from './ids.ts'

export interface CheckoutPage extends CheckoutAddress {
  readonly checkout: Checkout
  /** The names that the buyer has invoices made out to. */
  readonly titles: readonly InvoiceTitle[]
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
    const [to, titles] = await Promise.all([checkoutAddress(request), invoiceTitlesOf(ctx)])
    const checkout = await quoteCheckout(ctx, {
      cartId: id,
      addressId: to.address?.id,
      carrier: said.get('carrier') || undefined,
    })
    const isWriting = to.isWriting && checkout.reach === 'address'
    return { ...to, isWriting, checkout, titles, cartId }
  },
}
