import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { CustomerId } from '#model/sales/customers'
import type { Tx } from '#platform/context'
import { cartNotOpen } from './cart.ts'
import { insertCart } from './cart-store.ts'
import type { CartId, CartLineId, CartPurpose } from './model.ts'

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
  const { rows } = await sql<ClosedCart>`
    with closed as (
      update sales.carts set status = 'ordered', order_id = ${orderId}, version = version + 1, updated_at = ${tx.now}
      where shop_id = ${tx.shopId} and id = ${cartId} and status = 'active'
      returning purpose, customer_id)
    select purpose, customer_id as "customerId", array(
      select id from sales.cart_lines where shop_id = ${tx.shopId} and cart_id = ${cartId} and id <> all(${lineIds}::uuid[])) as rest
    from closed`.execute(tx.db)
  const cart = rows[0]
  if (!cart) throw cartNotOpen({ cartId })
  const { purpose, customerId, rest } = cart
  if (purpose === 'cart' && customerId && rest.length > 0) await keepForLater(tx, customerId, rest)
}

interface ClosedCart {
  readonly purpose: CartPurpose
  readonly customerId: CustomerId | null
  /** The lines that were not ordered. */
  readonly rest: readonly CartLineId[]
}

async function keepForLater(tx: Tx, customerId: CustomerId, lineIds: readonly CartLineId[]): Promise<void> {
  const fresh = await insertCart(tx, { customerId }, 'cart')
  await tx.db
    .updateTable('sales.cart_lines')
    .set({ cart_id: fresh })
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', lineIds)
    .execute()
}
