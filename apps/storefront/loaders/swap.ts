import { productBySlug } from '#goods/catalog'
import type { Variant } from '#model/goods/catalog'
import type { CartLineId, CartLineView } from '#model/sales/carts'
import { cartView } from '#sales/carts'
import { availabilityOf } from '#supply/inventory'
import { type Page, Redirect } from '../page.ts'
import { idIn } from './ids.ts'

export interface SwapPage {
  readonly line: CartLineView
  /** The variants that could stand there instead, its own among them. */
  readonly variants: readonly (Variant & { readonly available: number })[]
}

/** The other variants of what a line of the cart holds. */
export const swapPage: Page<SwapPage> = {
  path: '/cart/lines/:id/swap',
  shows: 'swap',
  needs: 'anyone',
  async load({ ctx, params }) {
    const lineId = idIn<CartLineId>(params.id)
    const { lines, invalid } = await cartView(ctx)
    const line = [...lines, ...invalid].find(({ id }) => id === lineId)
    if (!line?.item) return new Redirect('/cart')
    const { product } = await productBySlug(ctx, line.item.slug)
    const sold = product.variants.filter(({ status, price }) => status === 'active' && price && price.list.minor > 0)
    const available = await availabilityOf(
      ctx,
      sold.map(({ id }) => id),
    )
    return { line, variants: sold.map((variant) => ({ ...variant, available: available.get(variant.id) ?? 0 })) }
  },
}
