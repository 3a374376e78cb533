import { say } from '#kernel/text'
import type { Recipient } from '#model/supply/shipping'
import type { Tx } from '#platform/context'
import { openRecipient } from '#supply/shipping'
import { changeRecipient, releaseOutbounds } from '#supply/warehouse'
import { chargeBoxes } from './cash-of-order.ts'
import type { Order, OrderLine, OrderRequest } from './model.ts'
import { linesOf } from './order-store.ts'
import { sealedRecipientOf } from './recipient-store.ts'
import { ordersUnder, shipmentNumber, sourceOf } from './shipment-store.ts'
import { ordersText } from './text.ts'

/**
 * Hands what is set aside for an order, and for those it leaves together with, to the warehouses that hold it, as far as they do not have it yet.
 * What they get is to leave by `dispatchBy`: the promise of the order unless told.
 */
export async function handToWarehouse(tx: Tx, order: Order, dispatchBy?: Temporal.Instant): Promise<void> {
  const together = await ordersUnder(tx, sourceOf(order))
  const lines = (await Promise.all(together.map((each) => linesOf(tx, each)))).flat()
  await releaseOutbounds(tx, {
    sourceId: sourceOf(order),
    ...(await namesOf(tx, order, together)),
    carrier: order.carrier,
    recipient: openRecipient(tx.vault, await sealedRecipientOf(tx, order.id)),
    dispatchBy: dispatchBy ?? earliest(together) ?? tx.now,
    requests: notesFor(together),
    lines: lines.filter((line) => line.requiresShipping).map(toOutboundLine),
  })
  if (together.some(({ payment }) => payment === 'on_delivery')) await chargeBoxes(tx, order)
}

/**
 * Tells the warehouses of an order's new recipient or carrier, as far as they have it. One that has left a shipment is handed over anew, alone.
 * @throws outboundCannot, outboundUnderWay as the change of an outbound's recipient
 */
export async function redirect(
  tx: Tx,
  order: Order,
  to: { recipient: Recipient; leftShipment: boolean },
): Promise<void> {
  const { id: sourceId, carrier, fulfilment } = order
  if (to.leftShipment && fulfilment === 'released') return handToWarehouse(tx, order)
  if (fulfilment === 'released' || fulfilment === 'short')
    await changeRecipient(tx, { sourceId, recipient: to.recipient, carrier })
}

async function namesOf(tx: Tx, { number, shipmentId }: Order, together: readonly Order[]) {
  if (!shipmentId) return { sourceNumber: number }
  return {
    source: 'shipment' as const,
    sourceNumber: await shipmentNumber(tx, shipmentId),
    sourceNumbers: together.map((each) => each.number),
  }
}

const earliest = (orders: readonly Order[]): Temporal.Instant | undefined =>
  orders.flatMap(({ dispatchBy }) => dispatchBy ?? []).toSorted(Temporal.Instant.compare)[0]

/** What the warehouse must heed, as it prints: remarks of the buyer and structured requests; of several orders each with its number. */
export function notesFor(orders: readonly Pick<Order, 'number' | 'memo' | 'requests'>[]): string[] {
  if (orders.length === 1) return notesOf(orders[0]!)
  const numbers = orders.map(({ number }) => number).join('、')
  return [
    `${say(ordersText, 'zh', 'request.merge')}：${numbers}`,
    ...orders.flatMap((order) => notesOf(order).map((note) => `${order.number} ${note}`)),
  ]
}

const notesOf = ({ memo, requests }: Pick<Order, 'memo' | 'requests'>): string[] => [
  ...(memo ? [`${say(ordersText, 'zh', 'orders.memo')}：${memo}`] : []),
  ...requests.map(requestLine),
]

export const requestLine = ({ kind, text }: Pick<OrderRequest, 'kind' | 'text'>): string =>
  `${say(ordersText, 'zh', `request.${kind}`)}：${text}`

const toOutboundLine = (line: OrderLine) => ({
  sourceLineId: line.id,
  variantId: line.variantId,
  sku: line.sku,
  name: line.name.zh || line.name.en,
  specification: line.specification.zh || line.specification.en,
  barcode: line.barcode,
  weightGrams: line.weightGrams,
  quantity: line.quantity,
})
