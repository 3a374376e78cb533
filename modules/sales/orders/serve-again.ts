import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { letGo } from './go-on.ts'
import { handToWarehouse } from './hand-to-warehouse.ts'
import { type Order, type OrderId, orderCan } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { whyNotYet } from './release-blocks.ts'
import { missingOf, secureMissing, secureStock } from './secure-stock.ts'
import { hasLeft, isUntouched, mustKnowWhatIsShort, nextBox } from './send-part.ts'
import { takeBack } from './take-back.ts'

/**
 * Goods that were missing are there again: they are set aside anew and the order goes on to the warehouse. Nothing missing, nothing changed. Where a part of it has left, or goes ahead,
 * they follow in a box of their own.
 *
 * @throws outOfStock while they are not; outboundUnderWay while it is picked; orderCannot
 */
export function serveAgain(ctx: Context, orderId: OrderId): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const found = await lockOrder(tx, orderId)
    if (await isInParts(tx, found)) return serveRest(tx, found)
    mustWait(found)
    if (found.fulfilment !== 'short' && (await missingOf(tx, found, await linesOf(tx, found))).length === 0)
      return found
    const order = await takeBack(tx, found)
    await secureStock(tx, order)
    return sendAgain(tx, order)
  })
}

function mustWait(order: Order): void {
  if (!orderCan(order, 'changeRecipient'))
    throw orderCannot({ orderId: order.id, moves: {}, headline: order.headline, axes: axesOf(order) })
}

/** What is missing follows what is there. */
const isInParts = async (tx: Tx, order: Order): Promise<boolean> =>
  order.status === 'open' && order.shipmentId === null && (order.restBy !== null || (await hasLeft(tx, order)))

/** Together with the others where nobody has begun on those. What holds an order back holds its rest back too. */
async function serveRest(tx: Tx, found: Order): Promise<Order> {
  const isWhole = (await missingOf(tx, found, await linesOf(tx, found))).length === 0
  if ((isWhole && found.fulfilment !== 'short') || (await whyNotYet(tx, found))) return found
  await mustKnowWhatIsShort(tx, found)
  const told = { event: 'order.short_settled', change: { rest_by: null } }
  if (await isUntouched(tx, found)) {
    const order = await takeBack(tx, found)
    await secureStock(tx, order)
    return order.fulfilment === 'pending' ? advanceOrder(tx, order, {}, told) : letGo(tx, order, told)
  }
  await secureMissing(tx, found, await nextBox(tx, found))
  return letGo(tx, found, told, found.restBy ?? undefined)
}

/** An order that the warehouse had goes there again; one that is not released yet waits as before. */
export async function sendAgain(tx: Tx, order: Order): Promise<Order> {
  const moves = order.fulfilment === 'short' ? ({ fulfilment: 'resume' } as const) : {}
  const served = await advanceOrder(tx, order, moves, { event: 'order.short_settled' })
  if (served.fulfilment === 'released') await handToWarehouse(tx, served)
  return served
}
