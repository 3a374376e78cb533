import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { handReservations } from '#supply/inventory'
import { openRecipient } from '#supply/shipping'
import { withdrawOutbounds } from '#supply/warehouse'
import { handToWarehouse } from './hand-to-warehouse.ts'
import { leaveShipment } from './leave-shipment.ts'
import { type Order, type OrderId, orderCan, type ShipmentId } from './model.ts'
import { leavesInParts, notMerged, orderCannot, ordersDiffer, tooFewToMerge } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { recipientIndex } from './recipient.ts'
import { sealedRecipientOf } from './recipient-store.ts'
import { readyForWarehouse } from './release-order.ts'
import { insertShipment, membersOf, shipmentNumber } from './shipment-store.ts'

/**
 * Puts several orders of one buyer that go to the same address into one shipment, and hands them to the warehouse as such: one outbound and
 * one parcel serve them all. What each buyer paid, freight included, stays as agreed; lines, refunds, tracking and receipt stay each order's own.
 * Orders that are in a shipment already take the others into it. Merging the same orders again changes nothing.
 *
 * @throws leavesInParts while something of one is still to come
 * @throws ordersDiffer in buyer, recipient, carrier or shipment, or when only some are paid on delivery: who refuses to pay would send all back; tooFewToMerge
 * @throws orderCannot before validation and after dispatch, outboundUnderWay once picking has begun, outOfStock
 */
export function mergeOrders(ctx: Context, merge: MergeOrders): Promise<Order[]> {
  return transaction(ctx, async (tx) => (await mergeLocked(tx, merge)).members)
}

export interface MergeOrders {
  readonly orderIds: readonly OrderId[]
}

/** The same inside a transaction: all that leave together now, and those of them that did not before. */
export async function mergeLocked(
  tx: Tx,
  { orderIds }: MergeOrders,
): Promise<{ readonly members: Order[]; readonly joined: readonly OrderId[] }> {
  const orders = await lockInOrder(tx, orderIds)
  await mustFit(tx, orders)
  const joining = orders.filter(({ shipmentId }) => shipmentId === null)
  if (joining.length === 0) return { members: orders, joined: [] }
  const shipmentId = orders.find((order) => order.shipmentId)?.shipmentId ?? (await insertShipment(tx))
  await withdrawOutbounds(tx, { sourceId: shipmentId })
  for (const order of joining) await join(tx, order, shipmentId)
  const members = await membersOf(tx, shipmentId)
  await handToWarehouse(tx, members[0]!)
  return { members, joined: joining.map(({ id }) => id) }
}

async function lockInOrder(tx: Tx, orderIds: readonly OrderId[]): Promise<Order[]> {
  const orders: Order[] = []
  for (const id of [...new Set(orderIds)].sort()) orders.push(await lockOrder(tx, id))
  if (orders.length < 2) throw tooFewToMerge({ field: 'orderIds' })
  return orders
}

async function mustFit(tx: Tx, orders: readonly Order[]): Promise<void> {
  for (const order of orders)
    if (!orderCan(order, 'merge'))
      throw orderCannot({ orderId: order.id, moves: {}, headline: order.headline, axes: axesOf(order) })
  const inParts = orders.find(({ restBy }) => restBy !== null)
  if (inParts) throw leavesInParts({ number: inParts.number })
  const shipments = new Set(orders.flatMap(({ shipmentId }) => shipmentId ?? []))
  const recipients = await Promise.all(orders.map((order) => recipientKey(tx, order)))
  const apart =
    new Set(orders.map(({ customerId }) => customerId)).size > 1
      ? 'buyer'
      : new Set(recipients).size > 1
        ? 'recipient'
        : new Set(orders.map(({ carrier }) => carrier)).size > 1
          ? 'carrier'
          : new Set(orders.map(({ payment }) => payment === 'on_delivery')).size > 1
            ? 'payment'
            : shipments.size > 1
              ? 'shipment'
              : undefined
  if (apart) throw ordersDiffer({ field: 'orderIds', what: apart, numbers: orders.map(({ number }) => number) })
}

const recipientKey = async (tx: Tx, { id }: Order): Promise<string> =>
  recipientIndex(tx.vault, openRecipient(tx.vault, await sealedRecipientOf(tx, id))).toString('hex')

/** The order's own outbounds are taken back, or it is made ready to leave; what is set aside for it is the shipment's from now on. */
async function join(tx: Tx, order: Order, shipmentId: ShipmentId): Promise<void> {
  const ready = order.fulfilment === 'pending' ? await readyForWarehouse(tx, order) : order
  if (ready === order) await withdrawOutbounds(tx, { sourceId: order.id })
  const lineIds = (await linesOf(tx, order)).map((line) => line.id)
  await handReservations(tx, { from: order.id, to: shipmentId, lineIds })
  await advanceOrder(
    tx,
    ready,
    {},
    {
      event: 'order.merged',
      data: { shipment: await shipmentNumber(tx, shipmentId) },
      change: { shipment_id: shipmentId },
    },
  )
}

/** Lets an order leave alone again, as long as nobody has begun to pick. @throws notMerged, outboundUnderWay */
export const unmergeOrder = (ctx: Context, orderId: OrderId): Promise<Order> =>
  transaction(ctx, (tx) => unmergeLocked(tx, orderId))

/** The same inside a transaction. */
export async function unmergeLocked(tx: Tx, orderId: OrderId): Promise<Order> {
  const order = await lockOrder(tx, orderId)
  if (!order.shipmentId) throw notMerged({ number: order.number })
  if (!orderCan(order, 'merge'))
    throw orderCannot({ orderId, moves: {}, headline: order.headline, axes: axesOf(order) })
  const alone = await leaveShipment(tx, order)
  await handToWarehouse(tx, alone)
  return alone
}
