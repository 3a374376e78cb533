import { allShopIds } from '#office/shops'
import type { ShopId, Tx } from '#platform/context'
import type { Order, OrderId } from './model.ts'
import { toOrder } from './order.ts'
import { type ActingReader, loadOrder, lockOrder } from './order-store.ts'

/** An order and the shop it belongs to: orders placed together belong to several. */
export interface PlacedIn {
  readonly shopId: ShopId
  readonly order: Order
}

/** The order with those placed together with it, itself among them, in the order of the shops' ids. @throws orderNotFound */
export async function ordersTogether(reader: ActingReader, orderId: OrderId): Promise<PlacedIn[]> {
  const order = await loadOrder(reader, orderId)
  if (!order.checkoutId) return [{ shopId: reader.shopId, order }]
  const rows = await reader.db
    .selectFrom('sales.orders')
    .selectAll()
    .where('shop_id', 'in', await allShopIds(reader.db))
    .where('checkout_id', '=', order.checkoutId)
    .where('customer_id', '=', order.customerId)
    .orderBy('shop_id')
    .execute()
  return rows.map((row) => ({ shopId: row.shop_id as ShopId, order: toOrder(row) }))
}

/** Locks them, in the order of the shops' ids. */
export async function lockTogether(tx: Tx, orderId: OrderId): Promise<PlacedIn[]> {
  const locked: PlacedIn[] = []
  for (const { shopId, order } of await ordersTogether(tx, orderId))
    locked.push({ shopId, order: await lockOrder({ ...tx, shopId }, order.id) })
  return locked
}
