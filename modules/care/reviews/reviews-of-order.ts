import type { OrderId } from '#model/sales/orders'
import type { Reader } from '#platform/context'
import type { Review } from './model.ts'
import { toReview } from './review.ts'

/** What the buyer of an order has said about its lines, oldest first. */
export async function reviewsOfOrder(reader: Reader, orderId: OrderId): Promise<Review[]> {
  const rows = await reader.db
    .selectFrom('care.reviews')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map(toReview)
}
