import { newId } from '#kernel/id'
import type { CartId } from '#model/sales/carts'
import type { Context, ShopId } from '#platform/context'
import { transaction } from '#platform/database'
import { claimHot } from './claim-hot.ts'
import type { Order } from './model.ts'
import { nothingSelected } from './order.ts'
import { type PlaceOrder, placeLocked } from './place-order.ts'

/** What the buyer confirmed for one shop. */
export interface ShopPart extends Omit<PlaceOrder, 'addressId' | 'phone'> {
  readonly shopId: ShopId
  readonly cartId: CartId
}

export interface PlaceTogether extends Pick<PlaceOrder, 'addressId' | 'phone'> {
  readonly parts: readonly ShopPart[]
}

/**
 * Turns the carts of several shops into one order in each, all of them or none, to be paid by one payment. Each order is
 * its shop's alone: it keeps its own snapshot and goes its own way. Placing the same carts again returns the same orders.
 *
 * @throws what `placeOrder` throws, naming the line of the shop that cannot serve; nothingSelected without a part
 */
export async function placeTogether(ctx: Context, { parts, addressId, phone }: PlaceTogether): Promise<Order[]> {
  if (parts.length === 0) throw nothingSelected({ field: 'cartId' })
  const inTurn = [...parts].sort((one, other) => (one.shopId < other.shopId ? -1 : 1))
  for (const { shopId, cartId } of inTurn) await claimHot({ ...ctx, shopId }, { cartId, addressId })
  return transaction(ctx, async (tx) => {
    const checkoutId = parts.length > 1 ? newId<'Checkout'>() : null
    const orders: Order[] = []
    for (const { shopId, ...part } of inTurn)
      orders.push(await placeLocked({ ...tx, shopId }, { ...part, addressId, phone, checkoutId }))
    return orders
  })
}
