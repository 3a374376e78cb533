import type { Reader } from '#platform/context'
import type { Order } from './model.ts'
import { toOrder } from './order.ts'

/** Orders of the shop by their numbers, as they were printed, newest first; numbers that nobody bears are left out. */
export async function ordersNumbered(reader: Reader, numbers: readonly string[]): Promise<Order[]> {
  if (numbers.length === 0) return []
  const rows = await reader.db
    .selectFrom('sales.orders')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('number', 'in', [...numbers])
    .orderBy('placed_at', 'desc')
    .execute()
  return rows.map(toOrder)
}
