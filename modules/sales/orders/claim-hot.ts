import type { CartId } from '#model/sales/carts'
import type { AddressId } from '#model/sales/customers'
import type { Context } from '#platform/context'
import { loadCart } from '#sales/carts'
import { loadAddress } from '#sales/customers'
import { claimStock, hotVariants, markCrowded } from '#supply/inventory'

/**
 * Before the order's transaction, as nobody should wait for a row with an order half written: sets the hot goods of a cart aside, together with all who
 * want them now. A shop without hot variants is not asked anything. What is refused later stays claimed for its buyer until the claim ends.
 *
 * @throws outOfStock naming the line; cartNotFound, addressNotFound
 */
export async function claimHot(
  ctx: Context,
  { cartId, addressId }: { readonly cartId: CartId; readonly addressId?: AddressId },
): Promise<void> {
  await markCrowded(ctx)
  const hot = await hotVariants(ctx)
  if (hot.size === 0) return
  const cart = await loadCart(ctx, cartId)
  const lines = cart.lines.filter(({ variantId }) => hot.has(variantId))
  if (cart.status !== 'active' || !cart.customerId || !addressId || lines.length === 0) return
  const { recipient } = await loadAddress(ctx, cart.customerId, addressId)
  for (const { id, variantId, quantity } of lines)
    await claimStock(ctx, {
      holder: cart.id,
      variantId,
      quantity,
      province: recipient.districtCode,
      field: `lines.${id}`,
    })
}
