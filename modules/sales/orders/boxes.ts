import { piecesIn } from '#kernel/quantity'
import type { WarehouseId } from '#model/supply/inventory'
import type { Reader, Tx } from '#platform/context'
import { boxReservations, type Reservation, reservationsOf } from '#supply/inventory'
import { handToWarehouse } from './hand-to-warehouse.ts'
import type { Order, OrderBox, OrderLine } from './model.ts'
import { type Advance, advanceOrder, linesOf } from './order-store.ts'
import { move } from './send-from.ts'
import { sourceOf } from './shipment-store.ts'
import { takeBack } from './take-back.ts'

/** So many pieces of a line from a warehouse, in the box of that number. */
export interface Portion {
  readonly lineId: OrderLine['id']
  readonly variantId: OrderLine['variantId']
  readonly quantity: number
  readonly warehouseId: WarehouseId
  readonly box: number
}

/** What of an order leaves together: what is set aside, by the number of its box and by warehouse. */
export const boxesOf = async (reader: Reader, order: Order): Promise<OrderBox[]> =>
  inBoxes(await portionsOf(reader, order))

/** What is set aside for the lines of an order, in the order in which they stand. */
export async function portionsOf(reader: Reader, order: Order): Promise<Portion[]> {
  const held = await reservationsOf(reader, sourceOf(order))
  return (await linesOf(reader, order)).flatMap(({ id: lineId }) =>
    held
      .filter((each) => each.lineId === lineId)
      .map(({ variantId, warehouseId, quantity, box }) => ({ lineId, variantId, quantity, warehouseId, box })),
  )
}

/** Portions as the boxes that they make: one way to write the same. */
export function inBoxes(portions: readonly Portion[]): OrderBox[] {
  const boxes = Map.groupBy(portions, ({ box, warehouseId }) => `${box} ${warehouseId}`)
  return [...boxes.values()]
    .map(([first, ...others]) => ({
      box: first!.box,
      warehouseId: first!.warehouseId,
      lines: [...Map.groupBy([first!, ...others], ({ lineId }) => lineId)].map(([lineId, parts]) => ({
        lineId,
        quantity: piecesIn(parts),
      })),
    }))
    .toSorted((one, other) => one.box - other.box || (one.warehouseId < other.warehouseId ? -1 : 1))
}

export const areSameBoxes = (some: readonly OrderBox[], others: readonly OrderBox[]): boolean =>
  spelt(some) === spelt(others)

/** What was kept as JSON comes back with its fields in another order. */
const spelt = (boxes: readonly OrderBox[]): string =>
  boxes
    .map(({ box, warehouseId, lines }) => [box, warehouseId, ...lines.flatMap((line) => [line.lineId, line.quantity])])
    .join(' ')

/**
 * Packs what is set aside for a locked order exactly so, and hands it to the warehouses anew where they had it. Every piece stays set aside throughout.
 *
 * @throws outboundUnderWay once picking has begun; outOfStock naming the line where another warehouse has less
 */
export function packAs(tx: Tx, found: Order, boxes: readonly OrderBox[], event: string): Promise<Order> {
  return repack(tx, found, { event, data: { boxes } }, async (order) => {
    const holder = order.id
    const held = await reservationsOf(tx, holder)
    await boxReservations(tx, { holder, boxed: held.map((each) => ({ ...each, box: 0 })) })
    for (const shift of shiftsTo(boxes, await reservationsOf(tx, holder))) await move(tx, { holder, ...shift })
    await boxReservations(tx, {
      holder,
      boxed: boxes.flatMap(({ box, warehouseId, lines }) => lines.map((line) => ({ ...line, box, warehouseId }))),
    })
  })
}

/** What the warehouses have of an order is taken back while it is packed otherwise, and handed to them anew. @throws outboundUnderWay */
export async function repack(
  tx: Tx,
  found: Order,
  told: Advance,
  work: (order: Order) => Promise<unknown>,
): Promise<Order> {
  const order = found.fulfilment === 'released' ? await takeBack(tx, found) : found
  await work(order)
  const packed = await advanceOrder(tx, order, {}, told)
  if (packed.fulfilment === 'released') await handToWarehouse(tx, packed)
  return packed
}

interface Shift {
  readonly to: WarehouseId
  /** Where it is now, and how many pieces go. */
  readonly portion: Reservation
}

/** Which pieces change their warehouse: where there are more than wanted they go to where there are fewer. */
function shiftsTo(boxes: readonly OrderBox[], held: readonly Reservation[]): Shift[] {
  const wanted = piecesThere(boxes)
  return [...Map.groupBy(held, ({ lineId }) => lineId)].flatMap(([lineId, parts]) => {
    const there = new Map(parts.map((part) => [part.warehouseId, part.quantity]))
    const goals = wanted.filter((each) => each.lineId === lineId)
    const spare = parts.map((part) => ({
      part,
      pieces: part.quantity - (goals.find(({ warehouseId }) => warehouseId === part.warehouseId)?.quantity ?? 0),
    }))
    return goals.flatMap(({ warehouseId: to, quantity }) => {
      let missing = quantity - (there.get(to) ?? 0)
      return spare.flatMap((each) => {
        const pieces = Math.min(each.pieces, missing)
        if (pieces <= 0) return []
        each.pieces -= pieces
        missing -= pieces
        return [{ to, portion: { ...each.part, quantity: pieces } }]
      })
    })
  })
}

/** How many pieces of a line leave from a warehouse, in whatever boxes. */
function piecesThere(boxes: readonly OrderBox[]) {
  const parts = boxes.flatMap(({ warehouseId, lines }) => lines.map((line) => ({ ...line, warehouseId })))
  return [...Map.groupBy(parts, ({ lineId, warehouseId }) => `${lineId} ${warehouseId}`).values()].map((same) => ({
    ...same[0]!,
    quantity: piecesIn(same),
  }))
}
