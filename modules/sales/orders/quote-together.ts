import type { Shop } from '#model/office/shops'
import type { AddressId } from '#model/sales/customers'
import type { Context } from '#platform/context'
import { cartsByShop } from '#sales/carts'
import type { Checkout } from './model.ts'
import { quoteCheckout } from './quote-checkout.ts'

/** One shop's part of a checkout over several shops. */
export interface CheckoutPart {
  readonly shop: Shop
  readonly checkout: Checkout
}

export interface QuoteTogether {
  readonly addressId?: AddressId
  /** The carrier that the buyer wants in a shop, by the shop's id: each shop sends its own parcel. */
  readonly carriers?: ReadonlyMap<string, string>
}

/**
 * The last confirmation over all shops in whose carts something is selected, this shop's first: each as `quoteCheckout` shows
 * it, with its own freight, promise and problems. Shops that sell in another currency than the first are paid by themselves and left out.
 */
export async function quoteTogether(ctx: Context, { addressId, carriers }: QuoteTogether): Promise<CheckoutPart[]> {
  const chosen = (await cartsByShop(ctx)).filter(({ cart }) =>
    [...cart.lines, ...cart.invalid].some((line) => line.selected),
  )
  const payable = chosen.filter(({ shop }) => shop.currency === chosen[0]?.shop.currency)
  return Promise.all(
    payable.map(async ({ shop, cart }) => ({
      shop,
      checkout: await quoteCheckout(
        { ...ctx, shopId: shop.id },
        { cartId: cart.id, addressId, carrier: carriers?.get(shop.id) },
      ),
    })),
  )
}
