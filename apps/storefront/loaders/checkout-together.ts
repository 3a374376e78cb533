import { type Money, sum } from '#kernel/money'
import type { Address, AddressId } from '#model/sales/customers'
import { addressesOf } from '#sales/customers'
import { type CheckoutPart, quoteTogether } from '#sales/orders'
import { type Page, Redirect } from '../page.ts'
import { idOrNone } from './ids.ts'

export interface TogetherPage {
  readonly parts: readonly CheckoutPart[]
  readonly total: Money
  readonly addresses: readonly Address[]
  readonly address: Address | undefined
}

/** The last confirmation over the carts of several shops: one order in each, one payment for all. */
export const checkoutTogetherPage: Page<TogetherPage> = {
  path: '/checkout/together',
  shows: 'checkout-together',
  needs: 'shopper',
  async load({ ctx, form, query }) {
    const addresses = await addressesOf(ctx)
    const addressId = idOrNone<AddressId>((form?.values ?? query).get('address'))
    const address = addresses.find((each) => each.id === addressId) ?? addresses[0]
    const parts = await quoteTogether(ctx, { addressId: address?.id })
    if (parts.length === 0) return new Redirect('/cart')
    const totals = parts.map(({ checkout }) => checkout.total)
    return { parts, total: sum(totals, parts[0]!.shop.currency), addresses, address }
  },
}
