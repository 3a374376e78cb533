import { saleItemsOf } from '#goods/catalog'
import { pieces } from '#kernel/quantity'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { ensureCustomer } from '#sales/customers'
import { type CartOwner, isForSale, needOwner, notForSale } from './cart.ts'
import { lockActiveCart, touchCart } from './cart-store.ts'
import { addLine, newLine } from './line-store.ts'
import type { CartId, CartLineId } from './model.ts'

export interface AddToCart {
  readonly variantId: VariantId
  readonly quantity: number
}

/**
 * Puts pieces of a variant into the actor's cart, making the cart on first use; a variant already there grows. Stock is
 * not set aside: `cartView` says what is available.
 *
 * @throws quantityOutOfRange below 1, or when the line would exceed 9,999 pieces
 * @throws notForSale when the variant does not exist here or is not on sale
 * @throws tooManyLines when the cart is full
 */
export function addToCart(
  ctx: Context,
  { variantId, quantity }: AddToCart,
): Promise<{ cartId: CartId; lineId: CartLineId }> {
  return transaction(ctx, async (tx) => {
    const owner = await readyOwner(tx)
    const item = await saleItem(tx, variantId)
    const line = newLine(item, pieces(quantity))
    const cart = await lockActiveCart(tx, owner)
    const lineId = await addLine(tx, cart.id, line)
    await touchCart(tx, cart.id)
    return { cartId: cart.id, lineId }
  })
}

/** The owner of carts that the actor is; a shopper's first cart makes the customer. */
export async function readyOwner(tx: Tx): Promise<CartOwner> {
  const owner = needOwner(tx.actor)
  if ('customerId' in owner) await ensureCustomer(tx, { id: owner.customerId, displayName: tx.actor.name })
  return owner
}

/** @throws notForSale */
export async function saleItem(tx: Tx, variantId: VariantId): Promise<SaleItem> {
  const item = (await saleItemsOf(tx, [variantId])).get(variantId)
  if (!isForSale(item)) throw notForSale({ field: 'variantId', variantId })
  return item
}
