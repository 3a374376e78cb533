import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import { loadShop } from '#office/shops'
import type { Reader, Tx } from '#platform/context'
import type { Order, OrderId, ShipmentId } from './model.ts'
import { toOrder } from './order.ts'
import { findOrder } from './order-store.ts'

/** Under what an order's goods are reserved, released and carried: the order itself, or the shipment it was merged into. */
export const sourceOf = ({ id, shipmentId }: Pick<Order, 'id' | 'shipmentId'>): OrderId | ShipmentId => shipmentId ?? id

/** The orders that an outbound, parcel or reservation is about: one, several that leave together, or none when it is about something else. */
export async function ordersUnder(reader: Reader, sourceId: string): Promise<Order[]> {
  const own = await findOrder(reader, sourceId)
  return own ? [own] : membersOf(reader, sourceId)
}

/** The numbers of the orders behind many holders of stock, by holder; nothing for those that are no orders. One query. */
export async function orderNumbersUnder(
  reader: Reader,
  sourceIds: readonly string[],
): Promise<Map<string, readonly Pick<Order, 'id' | 'number'>[]>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('sales.orders')
    .select(['id', 'number', 'shipment_id'])
    .where('shop_id', '=', reader.shopId)
    .where((row) => row.or([row('id', 'in', [...sourceIds]), row('shipment_id', 'in', [...sourceIds])]))
    .orderBy('number')
    .execute()
  const named = rows.map((row) => ({
    source: sourceOf({ id: row.id as OrderId, shipmentId: row.shipment_id as ShipmentId | null }),
    order: { id: row.id as OrderId, number: row.number },
  }))
  return new Map(
    [...Map.groupBy(named, ({ source }) => source)].map(([source, each]) => [source, each.map(({ order }) => order)]),
  )
}

/** The orders of a shipment, in the order of their ids. */
export async function membersOf(reader: Reader, shipmentId: string): Promise<Order[]> {
  const rows = await reader.db
    .selectFrom('sales.orders')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('shipment_id', '=', shipmentId)
    .orderBy('id')
    .execute()
  return rows.map(toOrder)
}

export async function insertShipment(tx: Tx): Promise<ShipmentId> {
  const { timeZone } = await loadShop(tx)
  const id = newId<'Shipment'>()
  await tx.db
    .insertInto('sales.shipments')
    .values({
      id,
      shop_id: tx.shopId,
      number: documentNumber('MS', dayIn(tx.now, timeZone)),
      created_at: tx.now,
      created_by: tx.actor.name,
    })
    .execute()
  return id
}

export async function shipmentNumber(reader: Reader, shipmentId: ShipmentId): Promise<string> {
  const row = await reader.db
    .selectFrom('sales.shipments')
    .select('number')
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', shipmentId)
    .executeTakeFirstOrThrow()
  return row.number
}
