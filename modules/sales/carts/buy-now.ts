import { pieces } from '#kernel/quantity'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type AddToCart, readyOwner, saleItem } from './add-to-cart.ts'
import type { CartOwner } from './cart.ts'
import { insertCart, ownedBy } from './cart-store.ts'
import { addLine, newLine } from './line-store.ts'
import type { CartId } from './model.ts'

/**
 * Goes straight to checkout with one variant: a cart of its own, so that the cart with the rest stays as it is. An earlier
 * one that was not ordered is given up.
 *
 * @throws quantityOutOfRange, notForSale
 */
export function buyNow(ctx: Context, { variantId, quantity }: AddToCart): Promise<CartId> {
  return transaction(ctx, async (tx) => {
    const owner = await readyOwner(tx)
    const item = await saleItem(tx, variantId)
    await abandonEarlier(tx, owner)
    const cartId = await insertCart(tx, owner, 'buy_now')
    await addLine(tx, cartId, newLine(item, pieces(quantity)))
    return cartId
  })
}

async function abandonEarlier(tx: Tx, owner: CartOwner): Promise<void> {
  await tx.db
    .updateTable('sales.carts')
    .set({ status: 'abandoned', updated_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where(ownedBy(owner))
    .where('purpose', '=', 'buy_now')
    .where('status', '=', 'active')
    .execute()
}
