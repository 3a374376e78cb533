import type { OutboundId } from '#model/supply/warehouse'
import type { Reader } from '#platform/context'
import { labelledOf } from '#supply/shipping'
import { outboundsUnder } from '#supply/warehouse'
import { findOrders } from './find-orders.ts'
import type { Order, OrderId } from './model.ts'
import { sourceOf } from './shipment-store.ts'

/** What can be printed of an order: nothing as long as no warehouse has it. */
export interface PapersOfOrder extends Pick<Order, 'id' | 'number' | 'headline'> {
  readonly outbounds: readonly { readonly id: OutboundId; readonly number: string; readonly hasWaybill: boolean }[]
}

/**
 * The notes of many orders, as a picker walks: by warehouse, then by the first goods, so that the same goods lie on each other in the pile. Orders that share a box name the same
 * note.
 */
export async function papersOfOrders(reader: Reader, orderIds: readonly OrderId[]): Promise<PapersOfOrder[]> {
  const { rows: orders } = await findOrders(reader, { ids: orderIds, limit: orderIds.length })
  const notes = (await outboundsUnder(reader, orders.map(sourceOf))).filter(({ status }) => status !== 'cancelled')
  const labelled = await labelledOf(
    reader,
    notes.map(({ id }) => id),
  )
  const way = new Map(notes.map((note) => [note.id, `${note.warehouseId} ${note.lines[0]?.sku ?? ''}`]))
  return orders
    .map((order) => ({
      id: order.id,
      number: order.number,
      headline: order.headline,
      outbounds: notes
        .filter(({ sourceId, lines }) => sourceId === sourceOf(order) && holdsAny(lines, order.lines))
        .map(({ id, number }) => ({ id, number, hasWaybill: labelled.has(id) })),
    }))
    .toSorted((one, other) => wayOf(one).localeCompare(wayOf(other)))

  function wayOf({ outbounds: [first] }: PapersOfOrder): string {
    return (first && way.get(first.id)) ?? ''
  }
}

const holdsAny = (
  packed: readonly { readonly sourceLineId: string }[],
  lines: readonly { readonly id: string }[],
): boolean => packed.some(({ sourceLineId }) => lines.some(({ id }) => id === sourceLineId))
