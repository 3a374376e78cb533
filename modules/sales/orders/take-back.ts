import type { Tx } from '#platform/context'
import { withdrawOutbounds } from '#supply/warehouse'
import { leaveShipment } from './leave-shipment.ts'
import type { Order } from './model.ts'

/** What the warehouse has of an order is taken back, and a box it was to share with others goes without it. @throws outboundUnderWay */
export async function takeBack(tx: Tx, order: Order): Promise<Order> {
  if (order.shipmentId) return leaveShipment(tx, order)
  await withdrawOutbounds(tx, { sourceId: order.id })
  return order
}
