import { sql } from 'kysely'
import { ownerOf } from './cart.ts'
import { type CartReader, findActiveCart, ownedBy } from './cart-store.ts'
import type { CartId } from './model.ts'

/** The actor's cart in this shop; undefined while nothing was ever added. One indexed read. */
export async function activeCart(
  reader: CartReader,
): Promise<{ readonly id: CartId; readonly version: number } | undefined> {
  const owner = ownerOf(reader.actor)
  return owner && findActiveCart(reader, owner)
}

/** Pieces in the actor's carts, those of all shops as on the page of the cart, for the badge on every page. */
export async function countPieces(reader: CartReader): Promise<number> {
  const owner = ownerOf(reader.actor)
  if (!owner) return 0
  const { pieces } = await reader.db
    .selectFrom('sales.carts')
    .innerJoin('sales.cart_lines', (join) =>
      join
        .onRef('sales.cart_lines.shop_id', '=', 'sales.carts.shop_id')
        .onRef('sales.cart_lines.cart_id', '=', 'sales.carts.id'),
    )
    .select(sql<number>`coalesce(sum(sales.cart_lines.quantity), 0)::int8`.as('pieces'))
    .where('sales.carts.status', '=', 'active')
    .where('sales.carts.purpose', '=', 'cart')
    .where(ownedBy(owner))
    .executeTakeFirstOrThrow()
  return pieces
}
