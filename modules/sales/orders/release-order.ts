import { daysLater } from '#kernel/day'
import { say } from '#kernel/text'
import { settleNotices } from '#office/notices'
import { loadShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { openRecipient } from '#supply/shipping'
import { releaseOutbounds } from '#supply/warehouse'
import { type Order, type OrderId, type OrderLine, type OrderRequest, orderCan } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { sealedRecipientOf } from './recipient-store.ts'
import { recogniseRest } from './recognise-revenue.ts'
import { secureStock } from './secure-stock.ts'
import { orderSettings } from './settings.ts'
import { ordersText } from './text.ts'

/** Hands an order to the warehouse by hand, where the shop does not release automatically. @throws orderCannot */
export function releaseOrder(ctx: Context, orderId: OrderId): Promise<Order> {
  return transaction(ctx, async (tx) => releaseLocked(tx, await lockOrder(tx, orderId)))
}

/**
 * Hands a locked order to the warehouses that hold its goods, in the caller's transaction: who and when stands in its history.
 * An order with nothing to ship is delivered by that.
 *
 * @throws orderCannot, outOfStock when its goods were counted away in the meantime and there are no others
 */
export async function releaseLocked(tx: Tx, order: Order): Promise<Order> {
  if (!orderCan(order, 'release'))
    throw orderCannot({
      orderId: order.id,
      moves: { fulfilment: 'release' },
      headline: order.headline,
      axes: axesOf(order),
    })
  await settleNotices(tx, { subject: 'order', subjectId: order.id, kinds: ['order.in_review', 'order.to_release'] })
  const lines = (await linesOf(tx, order)).filter((line) => line.requiresShipping)
  if (lines.length === 0) return skipShipping(tx, order)
  await secureStock(tx, order)
  const released = await advanceOrder(
    tx,
    order,
    { fulfilment: 'release' },
    { event: 'order.released', change: { released_at: tx.now } },
  )
  await releaseOutbounds(tx, {
    sourceId: order.id,
    sourceNumber: order.number,
    carrier: order.carrier,
    recipient: openRecipient(tx.vault, await sealedRecipientOf(tx, order.id)),
    dispatchBy: order.dispatchBy ?? tx.now,
    requests: notesFor(order),
    lines: lines.map(toOutboundLine),
  })
  return released
}

/** What the warehouse must heed, as it prints: the buyer's remark and the structured requests. */
const notesFor = ({ memo, requests }: Pick<Order, 'memo' | 'requests'>): string[] => [
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

async function skipShipping(tx: Tx, order: Order): Promise<Order> {
  const { receiveAfter } = await readSettings(tx, orderSettings)
  const { timeZone } = await loadShop(tx)
  const revenue = await recogniseRest(tx, order, order.id)
  return advanceOrder(
    tx,
    order,
    { fulfilment: 'skip' },
    {
      event: 'order.delivered',
      data: { revenue },
      change: { released_at: tx.now, delivered_at: tx.now, receive_by: daysLater(tx.now, receiveAfter, timeZone) },
    },
  )
}
