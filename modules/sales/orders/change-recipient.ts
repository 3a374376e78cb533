import { type Money, sameMoney } from '#kernel/money'
import type { CarrierWhy, Recipient } from '#model/supply/shipping'
import { type Context, type Tx, worksHere } from '#platform/context'
import { transaction } from '#platform/database'
import { checkAbroad, isAbroad } from '#platform/regions'
import {
  compareCarriers,
  districtName,
  maskRecipient,
  openRecipient,
  quoteFreight,
  type Shipment,
  sealRecipient,
} from '#supply/shipping'
import { askedCarrier, feeBy, shipmentOf } from './carrier-of-order.ts'
import { redirect } from './hand-to-warehouse.ts'
import { leaveShipment } from './leave-shipment.ts'
import { type Order, type OrderId, orderCan } from './model.ts'
import { freightDiffers, noCashThere, orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { phoneIndexes, recipientIndex } from './recipient.ts'
import { sealedRecipientOf } from './recipient-store.ts'
import { rehearse } from './rehearse.ts'

export interface ChangeRecipient {
  readonly orderId: OrderId
  readonly recipient: Recipient
  /** Another carrier by name of its code; for staff. */
  readonly carrier?: string
  /** Staff send to a dearer or cheaper region at the freight already agreed; nobody pays or gets the difference. */
  readonly acceptFreight?: boolean
}

/**
 * Sends an order to another person or address, or by another carrier, as long as it has not left. A waybill printed before is
 * void and a new one is fetched. What the buyer pays stays as agreed: a region with another freight is refused,
 * unless staff accept the difference for the shop. An order that was to leave together with others leaves alone from then on.
 *
 * @throws orderCannot once a part has left, freightDiffers, notReachable, carrierDoesNotReach, carrierNotForGoods and unknownDistrict naming the field
 * @throws what `checkAbroad` says of an address abroad
 * @throws noCashThere, carrierTakesNoCash for an order that is paid on delivery
 */
export const changeRecipient = (ctx: Context, input: ChangeRecipient): Promise<Order> =>
  transaction(ctx, async (tx) => (await change(tx, input)).order)

export interface RecipientChanged {
  readonly order: Order
  /** What freight to there would be for an order placed now, null where no rule says it; the order keeps what was agreed, and the shop bears or keeps the difference. */
  readonly freightNow: Money | null
}

/** What sending an order elsewhere would come to, the difference of freight accepted; nothing stays of it. Refuses as the change does. */
export const previewRecipient = (ctx: Context, input: ChangeRecipient): Promise<RecipientChanged> =>
  rehearse(ctx, async (tx) => {
    const { order, there } = await change(tx, { ...input, acceptFreight: true })
    const { carrier, shipment, fee } = there
    return { order, freightNow: fee === undefined ? await feeBy(tx, shipment, carrier) : fee }
  })

async function change(tx: Tx, input: ChangeRecipient): Promise<{ readonly order: Order; readonly there: SentThere }> {
  const found = await lockOrder(tx, input.orderId)
  if (!orderCan(found, 'changeRecipient'))
    throw orderCannot({ orderId: found.id, moves: {}, headline: found.headline, axes: axesOf(found) })
  const order = found.shipmentId ? await leaveShipment(tx, found) : found
  const before = openRecipient(tx.vault, await sealedRecipientOf(tx, order.id))
  const there = await carrierTo(tx, order, input)
  const { carrier, why } = there
  const recipient = inForm(input.recipient)
  const changed = await advanceOrder(
    tx,
    order,
    {},
    {
      event: 'order.recipient_changed',
      data: {
        recipient: { before: maskRecipient(before), after: maskRecipient(recipient) },
        carrier: { before: order.carrier, after: carrier },
      },
      change: {
        recipient_cipher: sealRecipient(tx.vault, recipient),
        ...phoneIndexes(tx.vault, recipient.phone),
        recipient_index: recipientIndex(tx.vault, recipient),
        checked_at: null,
        district_code: recipient.districtCode,
        carrier,
        ...(why && { carrier_choice: JSON.stringify(why) }),
      },
    },
  )
  await redirect(tx, changed, { recipient, leftShipment: found.shipmentId !== null })
  return { order: changed, there }
}

/** Abroad an address has the form of its country. */
const inForm = (recipient: Recipient): Recipient =>
  isAbroad(recipient.districtCode) ? { ...recipient, ...checkAbroad(recipient) } : recipient

/** The buyer of an order paid on delivery hears that it is the cash that cannot be had there. */
async function mustCollectThere(tx: Tx, shipment: Shipment): Promise<void> {
  const { districtCode, needs } = shipment
  if (!needs?.cash || (await compareCarriers(tx, shipment)).quote) return
  const isReached = (await compareCarriers(tx, { ...shipment, needs: { ...needs, cash: false } })).quote !== undefined
  if (isReached) throw noCashThere({ field: 'districtCode', district: districtName(districtCode, tx.locale) })
}

/** By whom an order goes to where it is sent now. */
interface SentThere {
  readonly carrier: string
  readonly why?: CarrierWhy
  /** Where it had to be asked for. */
  readonly fee?: Money | null
  readonly shipment: Shipment
}

async function carrierTo(
  tx: Tx,
  order: Order,
  { recipient, carrier, acceptFreight }: ChangeRecipient,
): Promise<SentThere> {
  const isStaff = worksHere(tx.actor)
  const { districtCode } = recipient
  const lines = await linesOf(tx, order)
  const shipment = await shipmentOf(tx, { ...order, districtCode }, lines)
  await mustCollectThere(tx, shipment)
  const quote = await quoteFreight(tx, shipment)
  const asked = isStaff && carrier ? await askedCarrier(tx, shipment, carrier) : undefined
  if (districtCode === order.districtCode) return { ...(asked ?? { carrier: order.carrier }), shipment }
  const isAccepted = isStaff && acceptFreight === true
  const isSame = sameMoney(quote.fee, order.freight) || !lines.some((line) => line.requiresShipping)
  if (!isSame && !isAccepted) throw freightDiffers({ field: 'districtCode', paid: order.freight, now: quote.fee })
  return { ...(asked ?? quote), shipment }
}
