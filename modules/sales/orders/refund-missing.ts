import type { Outbound } from '#model/supply/warehouse'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { reservationsOf } from '#supply/inventory'
import { outboundsOf, shipRest } from '#supply/warehouse'
import { cancelLocked } from './cancel-order.ts'
import { chargeBoxes, owedToNobody } from './cash-of-order.ts'
import { goOn, letGo } from './go-on.ts'
import { shipOthers } from './leave-shipment.ts'
import type { Order, OrderId } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { refundOrder } from './refund-order.ts'
import { type MissingLine, missingOf } from './secure-stock.ts'
import { hasLeft, isUntouched, mustKnowWhatIsShort } from './send-part.ts'
import { sendAgain } from './serve-again.ts'
import { membersOf, sourceOf } from './shipment-store.ts'
import { takeBack } from './take-back.ts'

/**
 * Settles with a refund that goods are missing, whether a picker or a stock count found it out: the missing pieces are paid back at their
 * recorded shares and the rest goes out. When nothing is left, or nothing but gifts, the order is cancelled.
 *
 * @throws orderCannot when nothing is missing; outboundUnderWay while it is being picked and the picker has not found it out
 */
export const refundMissing = (ctx: Context, orderId: OrderId): Promise<Order> =>
  transaction(ctx, (tx) => refundMissingOf(tx, orderId))

/** The same in the caller's transaction. */
export async function refundMissingOf(tx: Tx, orderId: OrderId): Promise<Order> {
  const order = await lockOrder(tx, orderId)
  if (order.restBy) return refundRest(tx, order)
  return order.fulfilment === 'short' ? refundNotFound(tx, order) : refundCountedAway(tx, order)
}

/** What was to follow does not; what was there leaves, or has left. */
async function refundRest(tx: Tx, found: Order): Promise<Order> {
  const missing = await mustMiss(tx, found)
  await mustKnowWhatIsShort(tx, found)
  const order = (await isUntouched(tx, found)) ? await takeBack(tx, found) : found
  if ((await reservationsOf(tx, order.id)).length === 0 && !(await hasLeft(tx, order)))
    return cancelLocked(tx, order, { reason: 'out_of_stock' })
  await payBack(tx, order, { cause: 'rest', lines: missing })
  const told = { event: 'order.short_settled', change: { rest_by: null } }
  const now = await lockOrder(tx, order.id)
  return now.fulfilment === 'pending' ? advanceOrder(tx, now, {}, told) : letGo(tx, now, told)
}

/** @throws orderCannot when nothing is missing */
async function mustMiss(tx: Tx, order: Order): Promise<MissingLine[]> {
  const missing = order.status === 'open' ? await missingOf(tx, order, await linesOf(tx, order)) : []
  if (missing.length > 0) return missing
  throw orderCannot({
    orderId: order.id,
    moves: { fulfilment: 'resume' },
    headline: order.headline,
    axes: axesOf(order),
  })
}

async function refundNotFound(tx: Tx, order: Order): Promise<Order> {
  const outbounds = await ownOutbounds(tx, order)
  const live = outbounds.filter((each) => each.status !== 'cancelled')
  if (live.every((each) => each.status === 'short' && isEmpty(each)))
    return cancelLocked(tx, order, { reason: 'out_of_stock' })

  await payBackMissing(tx, order)
  const settled = await goOn(tx, await lockOrder(tx, order.id), { event: 'order.short_settled' })
  await chargeBoxes(tx, settled)
  await shipFound(tx, settled, live)
  return settled
}

async function refundCountedAway(tx: Tx, found: Order): Promise<Order> {
  const missing = await mustMiss(tx, found)
  const lines = await linesOf(tx, found)
  const order = await takeBack(tx, found)
  const gone = new Map(missing.map(({ lineId, quantity }) => [lineId, quantity]))
  if (lines.every((line) => gone.get(line.id) === line.quantity || line.agreed.gift))
    return cancelLocked(tx, order, { reason: 'out_of_stock' })
  await payBack(tx, order, { cause: 'counted', lines: missing })
  return sendAgain(tx, await lockOrder(tx, order.id))
}

/** The order's part of what lies in the warehouses: others may share its boxes. */
async function ownOutbounds(tx: Tx, order: Order): Promise<Outbound[]> {
  const outbounds = await outboundsOf(tx, sourceOf(order))
  if (!order.shipmentId) return outbounds
  const ids = new Set<string>((await linesOf(tx, order)).map((line) => line.id))
  return outbounds
    .map((outbound) => ({ ...outbound, lines: outbound.lines.filter((line) => ids.has(line.sourceLineId)) }))
    .filter(({ lines }) => lines.length > 0)
}

async function shipFound(tx: Tx, { id, shipmentId }: Order, live: readonly Outbound[]): Promise<void> {
  if (shipmentId) {
    const others = (await membersOf(tx, shipmentId)).filter((each) => each.id !== id)
    return shipOthers(tx, shipmentId, others)
  }
  for (const outbound of live) if (outbound.status === 'short') await shipRest(tx, { outboundId: outbound.id })
}

const isEmpty = ({ lines }: Outbound): boolean => lines.every((line) => line.picked === 0)

/** Pays back the pieces for which nothing is set aside: what a picker missed in one box may have come in since and lie in another. */
async function payBackMissing(tx: Tx, order: Order): Promise<void> {
  const lines = await missingOf(tx, order, await linesOf(tx, order))
  if (lines.length === 0) return
  await payBack(tx, order, { cause: 'short', lines })
}

async function payBack(
  tx: Tx,
  order: Order,
  { cause, lines }: { cause: 'rest' | 'short' | 'counted'; lines: readonly MissingLine[] },
): Promise<void> {
  await refundOrder(tx, {
    orderId: order.id,
    cause: `${cause}.${order.version}`,
    causeId: order.id,
    reason: 'out_of_stock',
    lines,
    exactly: await owedToNobody(tx, order),
  })
}
