import type { Tx } from '#platform/context'
import { handReservations, reservationsOf } from '#supply/inventory'
import { outboundsOf, shipRest, withdrawOutbounds } from '#supply/warehouse'
import { chargeBoxes } from './cash-of-order.ts'
import { handToWarehouse } from './hand-to-warehouse.ts'
import type { Order, ShipmentId } from './model.ts'
import { otherIsShort } from './order.ts'
import { advanceOrder, linesOf } from './order-store.ts'
import { membersOf, shipmentNumber } from './shipment-store.ts'

/** How outbounds are taken back: as long as nobody has begun, or wherever they are. */
export type Stop = (tx: Tx, of: { readonly sourceId: string }) => Promise<unknown>

/**
 * Takes a locked order out of the box it was to share, with what is set aside for it; the others go on without it. The caller decides what
 * becomes of the order. An order of which nothing was found leaves without touching what was picked for the others.
 *
 * @throws outboundUnderWay once picking has begun, unless it is stopped otherwise; otherIsShort while another order of the box waits for goods
 */
export async function leaveShipment(tx: Tx, order: Order, stop: Stop = withdrawOutbounds): Promise<Order> {
  const shipmentId = order.shipmentId!
  const others = (await membersOf(tx, shipmentId)).filter(({ id }) => id !== order.id)
  const hasNothing = await isAllMissing(tx, order, shipmentId)
  if (!hasNothing) await takeBack(tx, { order, others, stop })
  const left = await advanceOrder(
    tx,
    order,
    {},
    {
      event: 'order.unmerged',
      data: { shipment: await shipmentNumber(tx, shipmentId) },
      change: { shipment_id: null },
    },
  )
  if (hasNothing) {
    await chargeBoxes(tx, others[0]!)
    await shipOthers(tx, shipmentId, others)
  }
  if (!hasNothing && (await reservationsOf(tx, shipmentId)).length > 0) await handToWarehouse(tx, others[0]!)
  return left
}

async function takeBack(
  tx: Tx,
  { order, others, stop }: { order: Order; others: readonly Order[]; stop: Stop },
): Promise<void> {
  const waiting = others.find(({ fulfilment }) => fulfilment === 'short')
  if (waiting) throw otherIsShort({ number: waiting.number })
  await stop(tx, { sourceId: order.shipmentId! })
  const lineIds = (await linesOf(tx, order)).map((line) => line.id)
  await handReservations(tx, { from: order.shipmentId!, to: order.id, lineIds })
}

async function isAllMissing(tx: Tx, order: Order, shipmentId: ShipmentId): Promise<boolean> {
  const own = new Set<string>((await linesOf(tx, order)).map((line) => line.id))
  const lines = (await outboundsOf(tx, shipmentId))
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((outbound) => outbound.lines)
    .filter((line) => own.has(line.sourceLineId))
  return lines.length > 0 && lines.every((line) => line.short === line.quantity)
}

/** When nobody else waits for goods, what was found of the others goes out. */
export async function shipOthers(tx: Tx, shipmentId: ShipmentId, others: readonly Order[]): Promise<void> {
  if (others.some(({ fulfilment }) => fulfilment === 'short')) return
  for (const { id, status } of await outboundsOf(tx, shipmentId))
    if (status === 'short') await shipRest(tx, { outboundId: id })
}
