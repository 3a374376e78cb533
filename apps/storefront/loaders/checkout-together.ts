import { type Money, sum } from '#kernel/money'
import type { InvoiceTitle } from '#model/sales/customers'
import type { Reach } from '#model/sales/orders'
import { invoiceTitlesOf } from '#sales/customers'
import { type CheckoutPart, quoteTogether } from '#sales/orders'
import { type Page, Redirect } from '../page.ts'
import { type CheckoutAddress, checkoutAddress } from './checkout-address.ts'

export interface TogetherPage extends CheckoutAddress {
  readonly parts: readonly CheckoutPart[]
  /** What all of them together need to reach their buyer. */
  readonly reach: Reach
  readonly total: Money
  /** The names that the buyer has invoices made out to. */
  readonly titles: readonly InvoiceTitle[]
}

/** The last confirmation over the carts of several shops: one order in each, one payment for all. */
export const checkoutTogetherPage: Page<TogetherPage> = {
  path: '/checkout/together',
  shows: 'checkout-together',
  needs: 'shopper',
  async load(request) {
    const { ctx, form } = request
    const [to, titles] = await Promise.all([checkoutAddress(request), invoiceTitlesOf(ctx)])
    const parts = await quoteTogether(ctx, { addressId: to.address?.id, carriers: carriersIn(form?.values) })
    if (parts.length === 0) return new Redirect('/cart')
    if (parts.length === 1 && parts[0]!.shop.id === request.shop.id && !form) return new Redirect('/checkout')
    const totals = parts.map(({ checkout }) => checkout.total)
    const reach = reaches.find((each) => parts.some(({ checkout }) => checkout.reach === each))!
    const isWriting = to.isWriting && reach === 'address'
    return { ...to, isWriting, reach, parts, titles, total: sum(totals, parts[0]!.shop.currency) }
  },
}

/** The most that one of them needs is enough for all: an address has a number too. */
const reaches: readonly Reach[] = ['address', 'phone', 'account']

const prefix = 'carrier-'

/** The carrier chosen in each shop, by the shop's id. */
const carriersIn = (values: URLSearchParams | undefined): ReadonlyMap<string, string> =>
  new Map(
    [...(values ?? [])].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )
