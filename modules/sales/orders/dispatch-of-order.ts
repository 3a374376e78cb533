import type { Outbound } from '#model/supply/warehouse'
import { type WhereFrom, whereFrom } from '#supply/inventory'
import { parcelsOf } from '#supply/shipping'
import { outboundsOf } from '#supply/warehouse'
import { boxesOf } from './boxes.ts'
import type { OrderId } from './model.ts'
import { type ActingReader, linesOf, loadOrder } from './order-store.ts'
import { sourceOf } from './shipment-store.ts'

export interface DispatchOfOrder {
  /** The boxes with goods of the order that were not called off, those it shares with others included. */
  readonly boxes: readonly (Outbound & { readonly hasWaybill: boolean })[]
  /** From which warehouse each line comes, and which others had been asked. */
  readonly from: readonly WhereFrom[]
  readonly isSplit: boolean
}

/** How an order leaves: its boxes, and why from these warehouses. @throws orderNotFound */
export async function dispatchOfOrder(reader: ActingReader, orderId: OrderId): Promise<DispatchOfOrder> {
  const order = await loadOrder(reader, orderId)
  const lines = await linesOf(reader, order)
  const own = new Set<string>(lines.map(({ id }) => id))
  const boxes = (await outboundsOf(reader, sourceOf(order))).filter(
    ({ status, lines: packed }) => status !== 'cancelled' && packed.some(({ sourceLineId }) => own.has(sourceLineId)),
  )
  const labelled = new Set(
    (await parcelsOf(reader, sourceOf(order))).flatMap((p) => (p.waybillNumber ? p.outboundId : [])),
  )
  const from = await whereFrom(reader, { holder: sourceOf(order), lineIds: [...own] })
  return {
    boxes: boxes.map((box) => ({ ...box, hasWaybill: labelled.has(box.id) })),
    from,
    isSplit: (await boxesOf(reader, order)).some(({ box }) => box > 0),
  }
}
