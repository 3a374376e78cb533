import type { OrderId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { lockOrder, tellOrder } from '#sales/orders'
import { type BuyerRating, reviewLimits, type Stars } from './model.ts'
import { mustBeStars, notReceived } from './review.ts'

export interface RateBuyer {
  readonly orderId: OrderId
  readonly stars: number
  readonly words?: string
}

/** The shop says how the buyer of a received order was to deal with; staff alone see it, and the last word counts. @throws notReceived, starsMissing, orderNotFound */
export function rateBuyer(ctx: Context, { orderId, stars, words = '' }: RateBuyer): Promise<BuyerRating> {
  return transaction(ctx, async (tx) => {
    mustBeStars(stars, 'stars')
    const order = await lockOrder(tx, orderId)
    if (!order.receivedAt) throw notReceived({ orderId })
    const said = { stars, words: words.trim().slice(0, reviewLimits.words), rated_by: tx.actor.name, rated_at: tx.now }
    await tx.db
      .insertInto('care.buyer_ratings')
      .values({ shop_id: tx.shopId, order_id: orderId, customer_id: order.customerId, ...said })
      .onConflict((conflict) => conflict.columns(['shop_id', 'order_id']).doUpdateSet(said))
      .execute()
    await tellOrder(tx, 'order.buyer_rated', order, { stars })
    return { orderId, stars: stars as Stars, words: said.words, ratedBy: said.rated_by, ratedAt: said.rated_at }
  })
}
