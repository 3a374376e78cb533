import { piecesIn } from '#kernel/quantity'
import type { WarehouseId } from '#model/supply/inventory'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { holdStock, loadWarehouse, type Reservation, releaseLines, reservationsOf } from '#supply/inventory'
import { handToWarehouse } from './hand-to-warehouse.ts'
import { type Order, type OrderId, type OrderLineId, orderCan } from './model.ts'
import { itemNotInOrder, moreThanLeft, orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { takeBack } from './take-back.ts'

export interface SendFrom {
  readonly orderId: OrderId
  readonly warehouseId: WarehouseId
  /** So many pieces of these lines shall come from there; without it, everything. */
  readonly lines?: readonly { readonly lineId: OrderLineId; readonly quantity: number }[]
}

/**
 * Sends an order, or some pieces of it, from another warehouse than the one that was chosen: what is set aside moves there, and each warehouse sends what it has in a box of its
 * own. Money stays as agreed, and nothing is free in between. Asked again, nothing changes.
 *
 * @throws orderCannot unless it waits for release or is with the warehouse; outboundUnderWay once picking has begun
 * @throws warehouseNotFound; outOfStock, moreThanLeft and itemNotInOrder naming the line
 */
export function sendFrom(ctx: Context, { orderId, warehouseId, lines }: SendFrom): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const found = await lockOrder(tx, orderId)
    if (!orderCan(found, 'merge'))
      throw orderCannot({ orderId, moves: {}, headline: found.headline, axes: axesOf(found) })
    const { code } = await loadWarehouse(tx, warehouseId)
    const order = found.fulfilment === 'released' ? await takeBack(tx, found) : found
    if (lines) await mustBeOfOrder(tx, order, lines)
    const moved = await moveStock(tx, order.id, { warehouseId, lines })
    const changed =
      moved.length === 0 && order === found
        ? order
        : await advanceOrder(
            tx,
            order,
            {},
            {
              event: 'order.warehouse_changed',
              data: { warehouse: code, moved: moved.map(({ lineId, quantity }) => ({ lineId, quantity })) },
            },
          )
    if (changed.fulfilment === 'released') await handToWarehouse(tx, changed)
    return changed
  })
}

/**
 * Moves what is set aside for an order, or some pieces of it, to another warehouse; nothing is free in between. Returns what had to move.
 * @throws outOfStock when the warehouse has fewer; moreThanLeft
 */
export async function moveStock(
  tx: Tx,
  orderId: OrderId,
  { warehouseId, lines }: Pick<SendFrom, 'warehouseId' | 'lines'>,
): Promise<readonly Reservation[]> {
  const held = await reservationsOf(tx, orderId)
  const moved = (lines ?? everyLine(held)).flatMap((each) => portionsToMove(held, { ...each, warehouseId }))
  for (const portion of moved) await move(tx, { holder: orderId, to: warehouseId, portion })
  return moved
}

interface WantedThere {
  readonly lineId: string
  readonly quantity: number
}

const everyLine = (held: readonly Reservation[]): WantedThere[] =>
  [...Map.groupBy(held, ({ lineId }) => lineId)].map(([lineId, parts]) => ({ lineId, quantity: piecesIn(parts) }))

async function mustBeOfOrder(tx: Tx, order: Order, wanted: readonly WantedThere[]): Promise<void> {
  const own = new Set<string>((await linesOf(tx, order)).filter((line) => line.requiresShipping).map(({ id }) => id))
  const foreign = wanted.find(({ lineId }) => !own.has(lineId))
  if (foreign) throw itemNotInOrder({ field: `lines.${foreign.lineId}` })
}

/** From where how many pieces of a line have to come, so that the warehouse has as many as wanted. @throws moreThanLeft */
function portionsToMove(
  held: readonly Reservation[],
  { lineId, quantity, warehouseId }: WantedThere & { readonly warehouseId: WarehouseId },
): Reservation[] {
  const own = held.filter((part) => part.lineId === lineId)
  const left = piecesIn(own)
  if (quantity > left) throw moreThanLeft({ field: `lines.${lineId}`, asked: quantity, left })
  let missing = quantity - piecesIn(own.filter((part) => part.warehouseId === warehouseId))
  return own.flatMap((part) => {
    const pieces = part.warehouseId === warehouseId ? 0 : Math.min(part.quantity, missing)
    missing -= Math.max(0, pieces)
    return pieces > 0 ? [{ ...part, quantity: pieces }] : []
  })
}

interface Move {
  readonly holder: OrderId
  readonly to: WarehouseId
  readonly portion: Reservation
}

/** Sets pieces aside in another warehouse, and frees them where they were. @throws outOfStock naming the line */
export async function move(
  tx: Tx,
  { holder, to, portion: { lineId, variantId, warehouseId, box, quantity } }: Move,
): Promise<void> {
  await holdStock(tx, { holder, lineId, variantId, warehouseId: to, box, quantity })
  await releaseLines(tx, { holder, lineId, quantity, warehouseId, box })
}
