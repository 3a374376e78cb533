import { piecesIn } from '#kernel/quantity'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { inBoxes, type Portion, packAs, portionsOf } from './boxes.ts'
import { type Order, type OrderId, type OrderLineId, orderCan } from './model.ts'
import { itemNotInOrder, moreThanLeft, nothingToSplit, orderCannot, splitMerged } from './order.ts'
import { axesOf, lockOrder } from './order-store.ts'

export interface SplitOrder {
  readonly orderId: OrderId
  /** What leaves in a box of its own: so many pieces of a line, or all of it that is set aside. */
  readonly lines: readonly ApartLine[]
}

interface ApartLine {
  readonly lineId: OrderLineId
  readonly quantity?: number
}

/**
 * Lets some lines of an order, or some of their pieces, leave in a box of their own (拆单): the warehouse gets one note for each box. Order, money and what is set aside stay one; the
 * order is shipped when the last box has left. Asked again, nothing changes.
 *
 * @throws nothingToSplit unless something stays behind; splitMerged for an order that shares its box; itemNotInOrder and moreThanLeft naming the line
 * @throws orderCannot unless it waits for release or is with the warehouse; outboundUnderWay once picking has begun
 */
export function splitOrder(ctx: Context, { orderId, lines }: SplitOrder): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockSplittable(tx, orderId)
    const held = await portionsOf(tx, order)
    const apart = howMany(held, lines)
    if (apart.size === 0 || sumOf(apart) === piecesIn(held))
      throw nothingToSplit({ field: 'lines', number: order.number })
    return isApart(held, apart) ? order : packAs(tx, order, inBoxes(takeOut(held, apart)), 'order.split')
  })
}

/** Lets everything leave in one box again, as long as nobody has begun to pick. One that is not split stays as it is. @throws orderCannot, outboundUnderWay */
export function joinBoxes(ctx: Context, orderId: OrderId): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockSplittable(tx, orderId)
    const held = await portionsOf(tx, order)
    if (held.every(({ box }) => box === 0)) return order
    return packAs(tx, order, inBoxes(held.map((portion) => ({ ...portion, box: 0 }))), 'order.boxes_joined')
  })
}

/** An order whose boxes may be changed. @throws orderCannot, splitMerged */
export async function lockSplittable(tx: Tx, orderId: OrderId): Promise<Order> {
  const order = await lockOrder(tx, orderId)
  if (!orderCan(order, 'merge'))
    throw orderCannot({ orderId, moves: {}, headline: order.headline, axes: axesOf(order) })
  if (order.shipmentId) throw splitMerged({ number: order.number })
  return order
}

type Pieces = ReadonlyMap<OrderLineId, number>

const sumOf = (pieces: Pieces): number => [...pieces.values()].reduce((all, quantity) => all + quantity, 0)

/** How many pieces of which line leave apart. @throws itemNotInOrder, moreThanLeft */
function howMany(held: readonly Portion[], lines: readonly ApartLine[]): Pieces {
  return new Map(
    lines.map(({ lineId, quantity }) => {
      const left = piecesIn(held.filter((portion) => portion.lineId === lineId))
      const field = `lines.${lineId}`
      if (left === 0) throw itemNotInOrder({ field })
      if (quantity !== undefined && quantity > left) throw moreThanLeft({ field, asked: quantity, left })
      return [lineId, quantity ?? left]
    }),
  )
}

/** Exactly these pieces lie in one box already. */
const isApart = (held: readonly Portion[], apart: Pieces): boolean =>
  [...Map.groupBy(held, ({ box }) => box).values()].some(
    (inside) =>
      piecesIn(inside) === sumOf(apart) &&
      [...apart].every(([id, quantity]) => piecesIn(inside.filter(({ lineId }) => lineId === id)) === quantity),
  )

/** The same pieces, those that leave apart in a box of the next number. */
function takeOut(held: readonly Portion[], apart: Pieces): Portion[] {
  const box = 1 + Math.max(...held.map((portion) => portion.box))
  const left = new Map(apart)
  return held.flatMap((portion) => {
    const taken = Math.min(portion.quantity, left.get(portion.lineId) ?? 0)
    left.set(portion.lineId, (left.get(portion.lineId) ?? 0) - taken)
    return [
      { ...portion, box, quantity: taken },
      { ...portion, quantity: portion.quantity - taken },
    ].filter(({ quantity }) => quantity > 0)
  })
}
