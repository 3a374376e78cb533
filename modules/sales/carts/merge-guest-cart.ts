import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { mostPieces } from '#kernel/quantity'
import type { CustomerId } from '#model/sales/customers'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readyOwner } from './add-to-cart.ts'
import { guestHashOf } from './cart.ts'
import { lockActiveCart, ownedBy, shopsWithCart, touchCart } from './cart-store.ts'
import { linesOf } from './line-store.ts'
import type { CartId } from './model.ts'

export interface MergeGuestCart {
  /** What `guestKeyOf` makes of the guest's token. */
  readonly guestKey: string
  readonly customerId: CustomerId
}

/**
 * Joins what a guest collected with the customer's cart: the same variant's pieces are added, up to 9,999. Five sign-ins
 * at once merge it once; all of it moves or nothing. A purchase the guest began with "buy now" becomes the customer's.
 */
export async function mergeGuestCart(tx: Tx, { guestKey, customerId }: MergeGuestCart): Promise<void> {
  const guest = { guestHash: guestHashOf(guestKey) }
  const carts = await tx.db
    .selectFrom('sales.carts')
    .select(['id', 'purpose'])
    .where('shop_id', '=', tx.shopId)
    .where(ownedBy(guest))
    .where('status', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute()
  const purchase = carts.find((cart) => cart.purpose === 'buy_now')
  if (purchase) await takeOver(tx, purchase.id, customerId)
  const collected = carts.find((cart) => cart.purpose === 'cart')
  if (collected) await join(tx, collected.id as CartId, customerId)
}

/**
 * The same for the shopper who has just signed in with a guest's cart in the browser, in every shop where the guest has
 * a cart. Safe to repeat.
 */
export async function joinGuestCart(ctx: Context, { guestKey }: { guestKey: string }): Promise<void> {
  for (const shopId of await shopsWithCart(ctx, { guestHash: guestHashOf(guestKey) })) {
    await transaction({ ...ctx, shopId }, async (tx) => {
      const owner = await readyOwner(tx)
      if ('customerId' in owner) await mergeGuestCart(tx, { guestKey, customerId: owner.customerId })
    })
  }
}

async function takeOver(tx: Tx, cartId: string, customerId: CustomerId): Promise<void> {
  await tx.db
    .updateTable('sales.carts')
    .set({ customer_id: customerId, updated_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', cartId)
    .execute()
}

async function join(tx: Tx, guestCartId: CartId, customerId: CustomerId): Promise<void> {
  const lines = await linesOf(tx, guestCartId).execute()
  if (lines.length > 0) {
    const cart = await lockActiveCart(tx, { customerId })
    const rows = lines.map((line) => ({
      ...line,
      id: newId<'CartLine'>(),
      shop_id: tx.shopId,
      cart_id: cart.id,
      added_at: tx.now,
    }))
    await tx.db
      .insertInto('sales.cart_lines')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['shop_id', 'cart_id', 'variant_id']).doUpdateSet({
          quantity: sql<number>`least(sales.cart_lines.quantity + excluded.quantity, ${mostPieces})`,
          selected: sql<boolean>`sales.cart_lines.selected or excluded.selected`,
          seen_minor: sql<number>`excluded.seen_minor`,
        }),
      )
      .execute()
    await touchCart(tx, cart.id)
  }
  await tx.db
    .updateTable('sales.carts')
    .set({ status: 'merged', updated_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', guestCartId)
    .execute()
}
