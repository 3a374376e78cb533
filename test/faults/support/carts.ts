import type { Context } from '#platform/context'
import { activeCart } from '#sales/carts'

/** What lies in somebody's cart. */
export async function linesOfCart(ctx: Context): Promise<{ variantId: string; quantity: number }[]> {
  const cart = await activeCart(ctx)
  if (!cart) return []
  const rows = await ctx.db
    .selectFrom('sales.cart_lines')
    .select(['variant_id', 'quantity'])
    .where('shop_id', '=', ctx.shopId)
    .where('cart_id', '=', cart.id)
    .execute()
  return rows.map(({ variant_id: variantId, quantity }) => ({ variantId, quantity }))
}
