import type { Parcel } from '#model/supply/shipping'
import type { Reader } from '#platform/context'
import { parcelsOf } from '#supply/shipping'
import { outboundsOf } from '#supply/warehouse'
import type { Order } from './model.ts'
import { linesOf } from './order-store.ts'
import { sourceOf } from './shipment-store.ts'

/** The boxes with goods of an order, those it shares with other orders included. */
export async function parcelsOfOrder(
  reader: Reader,
  order: Pick<Order, 'id' | 'shipmentId' | 'total'>,
): Promise<Parcel[]> {
  const parcels = await parcelsOf(reader, sourceOf(order))
  if (!order.shipmentId) return parcels
  const own = new Set<string>((await linesOf(reader, order)).map((line) => line.id))
  const carrying = (await outboundsOf(reader, order.shipmentId)).filter(({ lines }) =>
    lines.some((line) => own.has(line.sourceLineId)),
  )
  return parcels.filter(({ outboundId }) => carrying.some(({ id }) => id === outboundId))
}
