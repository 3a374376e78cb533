import type { CarrierWhy } from '#model/supply/shipping'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { carrierDoesNotReach, districtName, listCarriers, openRecipient } from '#supply/shipping'
import { askedCarrier, shipmentOf } from './carrier-of-order.ts'
import { redirect } from './hand-to-warehouse.ts'
import { leaveShipment } from './leave-shipment.ts'
import { type Order, type OrderId, orderCan } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { sealedRecipientOf } from './recipient-store.ts'

export interface ChangeCarrier {
  readonly orderId: OrderId
  /** A carrier's code. */
  readonly carrier: string
}

/**
 * Sends an order by another carrier at the freight that was agreed, as long as it has not left: a waybill printed before is void and a new one is fetched. An order that was to
 * leave together with others leaves alone from then on. The same carrier again changes nothing.
 *
 * @throws orderCannot once a part has left; carrierDoesNotReach, carrierNotForGoods, carrierTakesNoCash; outboundUnderWay when a shared box is being picked
 */
export function changeCarrier(ctx: Context, { orderId, carrier }: ChangeCarrier): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const found = await lockOrder(tx, orderId)
    if (!orderCan(found, 'changeRecipient'))
      throw orderCannot({ orderId, moves: {}, headline: found.headline, axes: axesOf(found) })
    if (found.carrier === carrier) return found
    const why = await mayCarry(tx, found, carrier)
    const order = found.shipmentId ? await leaveShipment(tx, found) : found
    const changed = await noteCarrier(tx, order, { carrier, why })
    const recipient = openRecipient(tx.vault, await sealedRecipientOf(tx, orderId))
    await redirect(tx, changed, { recipient, leftShipment: found.shipmentId !== null })
    return changed
  })
}

/** Why another carrier goes: because somebody says so, if it may bring the order. @throws carrierDoesNotReach, carrierNotForGoods, carrierTakesNoCash */
export async function mayCarry(tx: Tx, order: Order, carrier: string): Promise<CarrierWhy> {
  await mustBeOurs(tx, order, carrier)
  return (await askedCarrier(tx, await shipmentOf(tx, order, await linesOf(tx, order)), carrier)).why
}

export const noteCarrier = (
  tx: Tx,
  order: Order,
  { carrier, why }: { readonly carrier: string; readonly why: CarrierWhy },
): Promise<Order> =>
  advanceOrder(
    tx,
    order,
    {},
    {
      event: 'order.carrier_changed',
      data: { carrier: { before: order.carrier, after: carrier } },
      change: { carrier, carrier_choice: JSON.stringify(why) },
    },
  )

/** A code that no carrier of the shop has brings nothing anywhere. @throws carrierDoesNotReach */
async function mustBeOurs(tx: Tx, { districtCode }: Order, carrier: string): Promise<void> {
  const isOurs = (await listCarriers(tx)).some(({ code, enabled }) => code === carrier && enabled)
  if (!isOurs) throw carrierDoesNotReach({ field: 'carrier', carrier, district: districtName(districtCode, tx.locale) })
}
