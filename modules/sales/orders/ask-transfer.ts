import type { WarehouseId } from '#model/supply/inventory'
import type { Transfer, TransferId } from '#model/supply/transfers'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { holdStock, type Reservation, releaseLines, releaseStock, reservationsOf } from '#supply/inventory'
import { loadTransfer, requestTransfer } from '#supply/transfers'
import type { Order, OrderId, OrderLine, OrderLineId } from './model.ts'
import { itemNotInOrder, moreThanLeft, orderCannot } from './order.ts'
import { axesOf, findOrder, linesOf, lockOrder, tellOrder } from './order-store.ts'
import { missingOf } from './secure-stock.ts'
import { hasLeft, nextBox } from './send-part.ts'
import { sourceOf } from './shipment-store.ts'

export interface AskTransfer {
  readonly orderId: OrderId
  readonly fromWarehouseId: WarehouseId
  readonly toWarehouseId: WarehouseId
  readonly neededBy: Temporal.Instant
  readonly reason: string
  readonly lines: readonly { readonly lineId: OrderLineId; readonly quantity: number }[]
}

/** Whether goods of an order may be asked from another warehouse: it is paid, and no warehouse works on it. */
export const awaitsGoods = (order: Pick<Order, 'status' | 'fulfilment'>): boolean =>
  order.status === 'open' && (order.fulfilment === 'pending' || order.fulfilment === 'short')

/**
 * Asks a warehouse to send goods of an order to another one (ORD-12). They are set aside at once.
 *
 * @throws orderCannot unless the order is pending or short; itemNotInOrder, moreThanLeft and outOfStock naming the line; what `requestTransfer` throws
 */
export function askTransfer(ctx: Context, { orderId, lines: wanted, ...wish }: AskTransfer): Promise<Transfer> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!awaitsGoods(order))
      throw orderCannot({ orderId, moves: { fulfilment: 'release' }, headline: order.headline, axes: axesOf(order) })
    const lines = await linesOf(tx, order)
    const transfer = await requestTransfer(tx, {
      ...wish,
      sourceId: order.id,
      sourceNumber: order.number,
      holder: sourceOf(order),
      lines: wanted.map((each) => neededLine(lines, each)),
    })
    const { id: transferId, number } = transfer
    await tellOrder(tx, 'order.transfer_asked', order, { transferId, transfer: number, reason: wish.reason })
    return transfer
  })
}

function neededLine(lines: readonly OrderLine[], { lineId, quantity }: AskTransfer['lines'][number]) {
  const field = `lines.${lineId}`
  const line = lines.find(({ id }) => id === lineId)
  if (!line?.requiresShipping) throw itemNotInOrder({ field })
  const left = line.quantity - line.shipped
  if (quantity > left) throw moreThanLeft({ field, asked: quantity, left })
  const { variantId, sku, name } = line
  return { lineId, variantId, sku, name: name.zh || name.en, quantity }
}

/** Job. What a transfer holds passes to its order as far as that still needs it, wherever it lies now; the rest is free. Safe to run again. */
export function takeOverTransfer(ctx: Context, transferId: TransferId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { sourceId } = await loadTransfer(tx, transferId)
    const found = await findOrder(tx, sourceId as OrderId)
    if (found) await passOn(tx, await lockOrder(tx, found.id), transferId)
    await releaseStock(tx, { holder: transferId })
  })
}

async function passOn(tx: Tx, order: Order, transferId: string): Promise<void> {
  if (order.status !== 'open' || (order.fulfilment !== 'released' && !awaitsGoods(order))) return
  const missing = await missingOf(tx, order, await linesOf(tx, order))
  const box = order.restBy || (await hasLeft(tx, order)) ? await nextBox(tx, order) : 0
  for (const held of await reservationsOf(tx, transferId)) {
    const needs = missing.find(({ lineId }) => lineId === held.lineId)?.quantity ?? 0
    const quantity = Math.min(needs, held.quantity)
    await pass(tx, { from: transferId, to: sourceOf(order), box }, { ...held, quantity })
  }
}

async function pass(
  tx: Tx,
  { from, to, box }: { from: string; to: string; box: number },
  held: Reservation,
): Promise<void> {
  if (held.quantity === 0) return
  await releaseLines(tx, { ...held, holder: from })
  await holdStock(tx, { ...held, holder: to, box })
}
