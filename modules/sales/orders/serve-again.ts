import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { withdrawOutbounds } from '#supply/warehouse'
import { handToWarehouse } from './hand-to-warehouse.ts'
import { leaveShipment } from './leave-shipment.ts'
import { type Order, type OrderId, orderCan } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { missingOf, secureStock } from './secure-stock.ts'

/**
 * Goods that were missing are there again: they are set aside anew and the order goes on to the warehouse. Nothing missing, nothing changed.
 *
 * @throws outOfStock while they are not; outboundUnderWay, orderCannot once a part has left
 */
export function serveAgain(ctx: Context, orderId: OrderId): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const found = await lockOrder(tx, orderId)
    mustWait(found)
    if (found.fulfilment !== 'short' && (await missingOf(tx, found, await linesOf(tx, found))).length === 0)
      return found
    const order = await takeBack(tx, found)
    await secureStock(tx, order)
    return sendAgain(tx, order)
  })
}

function mustWait(order: Order): void {
  if (!orderCan(order, 'changeRecipient'))
    throw orderCannot({ orderId: order.id, moves: {}, headline: order.headline, axes: axesOf(order) })
}

/** What the warehouse has of an order is taken back, and a box it was to share with others goes without it. @throws outboundUnderWay */
export async function takeBack(tx: Tx, order: Order): Promise<Order> {
  if (order.shipmentId) return leaveShipment(tx, order)
  await withdrawOutbounds(tx, { sourceId: order.id })
  return order
}

/** An order that the warehouse had goes there again; one that is not released yet waits as before. */
export async function sendAgain(tx: Tx, order: Order): Promise<Order> {
  const moves = order.fulfilment === 'short' ? ({ fulfilment: 'resume' } as const) : {}
  const served = await advanceOrder(tx, order, moves, { event: 'order.short_settled' })
  if (served.fulfilment === 'released') await handToWarehouse(tx, served)
  return served
}
