import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { cartLineNotFound } from './cart.ts'
import { lockCartOfLine, touchCart } from './cart-store.ts'
import { cartView } from './cart-view.ts'
import type { CartId, CartLineId } from './model.ts'

/** Takes a line out of the actor's cart. @throws cartLineNotFound when it is no line of the actor's open carts */
export function removeLine(ctx: Context, lineId: CartLineId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const cartId = await lockCartOfLine(tx, lineId)
    if (!cartId) throw cartLineNotFound({ lineId })
    await deleteLines(tx, cartId, [lineId])
  })
}

/** Takes every sold-out or delisted line out of the actor's cart. Returns how many there were. */
export function clearInvalid(ctx: Context): Promise<number> {
  return transaction(ctx, async (tx) => {
    const { id, invalid } = await cartView(tx)
    if (!id || invalid.length === 0) return 0
    return deleteLines(
      tx,
      id,
      invalid.map((line) => line.id),
    )
  })
}

/** Takes lines out of a locked cart. Returns how many were there. */
export async function deleteLines(tx: Tx, cartId: CartId, lineIds: readonly CartLineId[]): Promise<number> {
  const gone = await tx.db
    .deleteFrom('sales.cart_lines')
    .where('shop_id', '=', tx.shopId)
    .where('cart_id', '=', cartId)
    .where('id', 'in', [...lineIds])
    .returning('id')
    .execute()
  await touchCart(tx, cartId)
  return gone.length
}
