import { money } from '#kernel/money'
import type { CartId } from '#model/sales/carts'
import type { AddressId } from '#model/sales/customers'
import { cartsByShop, selectLines } from '#sales/carts'
import { placeOrder } from '#sales/orders'
import { ownPath } from '../loaders/account.ts'
import { checkoutPage } from '../loaders/checkout.ts'
import { idIn, idOrNone } from '../loaders/ids.ts'
import type { Answer, Form } from '../page.ts'
import { otherAddress, writtenAt } from './checkout-address.ts'
import { textOf } from './fields.ts'
import { invoiceWishIn } from './invoice-wish.ts'

/** The last confirmation: what was seen on the page is what is ordered, or the order is refused and the page shown anew. */
const place: Form = {
  path: checkoutPage.path,
  page: checkoutPage,
  needs: 'shopper',
  once: true,
  async run({ ctx, body, shop }): Promise<Answer | string> {
    const wish = textOf(body, 'way')
    if (wish) {
      body.set('carrier', wish)
      return { to: '', again: 'way_chosen' }
    }
    const elsewhere = otherAddress(body)
    if (elsewhere) return elsewhere
    const invoiceWish = await invoiceWishIn(ctx, body)
    const order = await placeOrder(ctx, {
      cartId: idIn<CartId>(textOf(body, 'order')),
      addressId: idOrNone<AddressId>(textOf(body, 'address')),
      phone: textOf(body, 'phone') || undefined,
      expectedTotal: money(Number(textOf(body, 'expectedTotal')), shop.currency),
      carrier: textOf(body, 'carrier') || undefined,
      memo: textOf(body, 'memo').slice(0, 200),
      invoiceWish,
    })
    return order.payment === 'awaiting' ? `/orders/${order.id}/pay` : `/orders/${order.id}`
  },
}

/** Chosen goods of any shop that cannot be had any more stay in the cart, and the rest is gone on with. */
const leaveOut: Form = {
  path: `${checkoutPage.path}/leave-out`,
  page: checkoutPage,
  needs: 'shopper',
  async run({ ctx, body }) {
    for (const { shop, cart } of await cartsByShop(ctx)) {
      const lineIds = cart.invalid.filter(({ selected }) => selected).map(({ id }) => id)
      if (lineIds.length > 0) await selectLines({ ...ctx, shopId: shop.id }, { lineIds, selected: false })
    }
    return ownPath(textOf(body, 'next'))
  },
}

export const checkoutForms: readonly Form[] = [place, leaveOut, writtenAt(checkoutPage)]
