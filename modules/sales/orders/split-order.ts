import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { numberLines, repack } from './boxes.ts'
import { type Order, type OrderId, type OrderLine, type OrderLineId, orderCan } from './model.ts'
import { itemNotInOrder, nothingToSplit, orderCannot, splitMerged } from './order.ts'
import { axesOf, linesOf, lockOrder } from './order-store.ts'

export interface SplitOrder {
  readonly orderId: OrderId
  /** The lines that leave in a box of their own. */
  readonly lineIds: readonly OrderLineId[]
}

/**
 * Lets some lines of an order leave in a box of their own (拆单): the warehouse gets one note for each box. Order, money and what is set aside stay one; the order is shipped when the last
 * box has left. Asked again, nothing changes.
 *
 * @throws nothingToSplit unless another line stays behind; splitMerged for an order that shares its box with others; itemNotInOrder
 * @throws orderCannot unless it waits for release or is with the warehouse; outboundUnderWay once picking has begun
 */
export function splitOrder(ctx: Context, { orderId, lineIds }: SplitOrder): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockSplittable(tx, orderId)
    const lines = (await linesOf(tx, order)).filter((line) => line.requiresShipping)
    const foreign = lineIds.find((id) => !lines.some((line) => line.id === id))
    if (foreign) throw itemNotInOrder({ field: `lines.${foreign}` })
    const apart = new Set(lineIds)
    if (apart.size === 0 || apart.size === lines.length)
      throw nothingToSplit({ field: 'lineIds', number: order.number })
    if (isApart(lines, apart)) return order
    return pack(tx, order, { lineIds: [...apart], box: 1 + Math.max(...lines.map(({ box }) => box)) })
  })
}

/** Lets everything leave in one box again, as long as nobody has begun to pick. One that is not split stays as it is. @throws orderCannot, outboundUnderWay */
export function joinBoxes(ctx: Context, orderId: OrderId): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockSplittable(tx, orderId)
    const lines = await linesOf(tx, order)
    return lines.every(({ box }) => box === 0) ? order : pack(tx, order, { lineIds: lines.map(({ id }) => id), box: 0 })
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

/** Exactly these lines lie in one box already. */
function isApart(lines: readonly OrderLine[], apart: ReadonlySet<OrderLineId>): boolean {
  const boxes = new Set(lines.filter(({ id }) => apart.has(id)).map(({ box }) => box))
  return boxes.size === 1 && lines.every(({ id, box }) => apart.has(id) === boxes.has(box))
}

interface Box {
  readonly lineIds: readonly OrderLineId[]
  readonly box: number
}

function pack(tx: Tx, found: Order, packed: Box): Promise<Order> {
  const event = packed.box === 0 ? 'order.boxes_joined' : 'order.split'
  return repack(tx, found, { event, data: { ...packed } }, (order) => numberLines(tx, order, packed))
}
