import { type WriteReviews, writeReviews } from '#care/reviews'
import type { Review } from '#model/care/reviews'
import { confirmReceipt } from '#sales/orders'
import { aShippedOrder, type ShippedOrder } from './cases.ts'
import type { SellingShop, Wanted } from './orders.ts'

/** An order whose buyer has confirmed the receipt: two pieces at 25.00 unless said otherwise. */
export async function aReceivedOrder(shop: SellingShop, lines?: readonly Wanted[]): Promise<ShippedOrder> {
  const sold = await aShippedOrder(shop, { lines })
  await confirmReceipt(sold.buyer.ctx, sold.order.id)
  return sold
}

export const fullScores = { description: 5, service: 5, logistics: 5 } as const

/** What the buyer of a received order says about its first line: five stars without words unless said otherwise. */
export async function aReview(
  { buyer, order, lines }: ShippedOrder,
  {
    scores = fullScores,
    anonymous,
    ...given
  }: Partial<WriteReviews['reviews'][number] & Omit<WriteReviews, 'reviews'>> = {},
): Promise<Review> {
  const [review] = await writeReviews(buyer.ctx, {
    orderId: order.id,
    scores,
    anonymous,
    reviews: [{ lineId: lines[0]!.id, stars: 5, ...given }],
  })
  return review!
}
