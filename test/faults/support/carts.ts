import type { CartLineId } from '#model/sales/carts'
import type { Context } from '#platform/context'
import { activeCart } from '#sales/carts'

/** What lies in somebody's cart. */
export async function linesOfCart(ctx: Context): Promise<{ id: CartLineId; variantId: string; quantity: number }[]> {
  const cart = await activeCart(ctx)
  if (!cart) return []
  const rows = await ctx.db
    .selectFrom('sales.cart_lines')
    .select(['id', 'variant_id', 'quantity'])
    .where('shop_id', '=', ctx.shopId)
    .where('cart_id', '=', cart.id)
    .execute()
  return rows.map(({ id, variant_id: variantId, quantity }) => ({ id: id as CartLineId, variantId, quantity }))
}

/** How many carts a guest has open. */
export async function openCartsOf(ctx: Context): Promise<number> {
  const rows = await ctx.db
    .selectFrom('sales.carts')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('guest_hash', '=', Buffer.from(ctx.actor.guestKey!, 'base64url'))
    .where('status', '=', 'active')
    .execute()
  return rows.length
}
