import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Tx } from '#platform/context'
import { cartNotOpen } from './cart.ts'
import { insertCart } from './cart-store.ts'
import type { CartId, CartLineId } from './model.ts'

export interface MarkOrdered {
  readonly cartId: CartId
  readonly orderId: Id<'Order'>
  /** The lines that went into the order. */
  readonly lineIds: readonly CartLineId[]
}

/**
 * Closes a cart by the order made from it, in the order's transaction. Lines that were not ordered move to a fresh cart of
 * the same customer.
 *
 * @throws cartNotOpen when it was ordered, merged or given up before
 */
export async function markOrdered(tx: Tx, { cartId, orderId, lineIds }: MarkOrdered): Promise<void> {
  const cart = await tx.db
    .updateTable('sales.carts')
    .set({ status: 'ordered', order_id: orderId, version: sql`version + 1`, updated_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', cartId)
    .where('status', '=', 'active')
    .returning(['purpose', 'customer_id'])
    .executeTakeFirst()
  if (!cart) throw cartNotOpen({ cartId })
  if (cart.purpose === 'cart' && cart.customer_id) await keepTheRest(tx, { cartId, orderId, lineIds }, cart.customer_id)
}

async function keepTheRest(tx: Tx, { cartId, lineIds }: MarkOrdered, customerId: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('sales.cart_lines')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('cart_id', '=', cartId)
    .execute()
  const rest = rows.map((row) => row.id).filter((id) => !lineIds.includes(id as CartLineId))
  if (rest.length === 0) return
  const fresh = await insertCart(tx, { customerId: customerId as Id<'Account'> }, 'cart')
  await tx.db
    .updateTable('sales.cart_lines')
    .set({ cart_id: fresh })
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', rest)
    .execute()
}
