import { refusal } from '#kernel/refusal'
import type { Parcel } from '#model/supply/shipping'
import type { Outbound, OutboundId } from '#model/supply/warehouse'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { parcelOfOutbound } from '#supply/shipping'
import { outboundsOf, shipElsewhere } from '#supply/warehouse'
import type { OrderId } from './model.ts'
import { loadOrder, lockOrder } from './order-store.ts'
import { sourceOf } from './shipment-store.ts'
import { validateOrder } from './validate-order.ts'

export const notReadyToShip = refusal(
  'conflict',
  'orders.not_ready_to_ship',
  (d: { orderId: string; headline: string }) => `an order that is ${d.headline} has nothing to ship`,
)
export const severalOutbounds = refusal(
  'conflict',
  'orders.several_outbounds',
  (d: { field: 'outboundId'; outbounds: readonly { id: string; number: string }[] }) =>
    `${d.outbounds.length} outbounds wait: say which`,
)

export interface ShipOrder {
  readonly orderId: OrderId
  /** Needed when the goods of the order lie in several warehouses. */
  readonly outboundId?: OutboundId
  readonly carrier?: string
  readonly waybillNumber: string
  readonly weightGrams?: number
}

export interface Shipped {
  readonly outbound: Outbound
  readonly parcel: Parcel
}

/**
 * Records that an outside warehouse has handed an order's goods to a carrier. An order that was paid a moment ago is checked first, so
 * that whoever heard of the payment need not wait for us. The same waybill number again changes nothing.
 *
 * @throws notReadyToShip while the order waits for payment, review or release, and when nothing is left to ship
 * @throws severalOutbounds when it leaves from several warehouses and none was named
 * @throws outboundCannot, goodsMissing, carrierUnknown, waybillTaken
 */
export async function shipOrder(ctx: Context, shipped: ShipOrder): Promise<Shipped> {
  const { payment, fulfilment } = await loadOrder(ctx, shipped.orderId)
  if ((payment === 'paid' || payment === 'on_delivery') && fulfilment === 'waiting')
    await validateOrder({ ...ctx, repeat: undefined, seen: undefined }, shipped.orderId)
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, shipped.orderId)
    const outbounds = await outboundsOf(tx, sourceOf(order))
    const outboundId = choose(order, outbounds, shipped.outboundId)
    const outbound = await shipElsewhere(tx, { ...shipped, outboundId })
    return { outbound, parcel: (await parcelOfOutbound(tx, outboundId))! }
  })
}

function choose(
  order: { readonly id: OrderId; readonly headline: string },
  outbounds: readonly Outbound[],
  wanted: OutboundId | undefined,
): OutboundId {
  const live = outbounds.filter(({ status }) => status !== 'cancelled')
  const named = live.find(({ id }) => id === wanted)
  if (named) return named.id
  const waiting = live.filter(({ status }) => status !== 'handed_over')
  const candidates = waiting.length > 0 ? waiting : live
  if (candidates.length === 0 || wanted) throw notReadyToShip({ orderId: order.id, headline: order.headline })
  if (candidates.length === 1) return candidates[0]!.id
  const choices = candidates.map(({ id, number }) => ({ id, number }))
  throw severalOutbounds({ field: 'outboundId', outbounds: choices })
}
