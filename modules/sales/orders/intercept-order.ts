import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { interceptOutbounds } from '#supply/warehouse'
import { leaveShipment } from './leave-shipment.ts'
import { type Order, type OrderId, orderCan } from './model.ts'
import { orderCannot } from './order.ts'
import { axesOf, lockOrder } from './order-store.ts'
import { backToReview } from './unapprove-order.ts'

export interface InterceptOrder {
  readonly orderId: OrderId
  readonly reason: string
}

/**
 * Stops an order that the warehouse has, however far it is, until a courier has it (拦截): it waits for review again, the warehouse puts back what is picked, labels of it are void.
 * Its goods stay set aside and its money as it is, so that it can be changed and approved, or cancelled. Orders that shared its box are picked anew without it.
 *
 * @throws orderCannot unless all of it is with the warehouse; outboundHandedOver when a courier has just taken a box; otherIsShort
 */
export function interceptOrder(ctx: Context, { orderId, reason }: InterceptOrder): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const found = await lockOrder(tx, orderId)
    if (!orderCan(found, 'intercept'))
      throw orderCannot({
        orderId,
        moves: { review: 'reopen', fulfilment: 'recall' },
        headline: found.headline,
        axes: axesOf(found),
      })
    return backToReview(tx, await stopped(tx, found, reason), { event: 'order.intercepted', reason })
  })
}

/** What the warehouses have of it is stopped, and of those that share its box too. */
async function stopped(tx: Tx, order: Order, reason: string): Promise<Order> {
  const stop = (_: Tx, of: { readonly sourceId: string }) => interceptOutbounds(tx, { ...of, reason })
  if (order.shipmentId) return leaveShipment(tx, order, stop)
  await stop(tx, { sourceId: order.id })
  return order
}
