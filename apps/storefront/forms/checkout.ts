import { money } from '#kernel/money'
import type { CartId } from '#model/sales/carts'
import type { AddressId } from '#model/sales/customers'
import type { InvoiceWish } from '#model/sales/orders'
import { placeOrder } from '#sales/orders'
import { checkoutPage } from '../loaders/checkout.ts'
import { idIn } from '../loaders/ids.ts'
import type { Answer, Form } from '../page.ts'
import { textOf } from './fields.ts'

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
    const order = await placeOrder(ctx, {
      cartId: idIn<CartId>(textOf(body, 'order')),
      addressId: idIn<AddressId>(textOf(body, 'address')),
      expectedTotal: money(Number(textOf(body, 'expectedTotal')), shop.currency),
      carrier: textOf(body, 'carrier') || undefined,
      memo: textOf(body, 'memo').slice(0, 200),
      invoiceWish: invoiceWish(body),
    })
    return order.payment === 'awaiting' ? `/orders/${order.id}/pay` : `/orders/${order.id}`
  },
}

function invoiceWish(body: URLSearchParams): InvoiceWish | undefined {
  const kind = textOf(body, 'invoice')
  const title = textOf(body, 'invoiceTitle').slice(0, 100)
  if (kind !== 'personal' && kind !== 'company') return undefined
  return {
    kind,
    title,
    taxNumber: textOf(body, 'taxNumber').slice(0, 30) || undefined,
    email: textOf(body, 'invoiceEmail').slice(0, 100) || undefined,
  }
}

export const checkoutForms: readonly Form[] = [place]
