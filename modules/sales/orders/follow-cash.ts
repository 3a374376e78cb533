import { sum } from '#kernel/money'
import { canStep } from '#kernel/steps'
import type { CashShare } from '#model/sales/collections'
import type { ParcelId } from '#model/supply/shipping'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { cashSharesOf } from '#sales/collections'
import { recordCash } from '#sales/payments'
import { parcelLinesOf } from '#supply/shipping'
import { deliverIfArrived } from './follow-shipment.ts'
import { fulfilmentSteps, type Order, type OrderId } from './model.ts'
import { advanceOrder, linesOf, lockOrder } from './order-store.ts'
import { refundOrder } from './refund-order.ts'
import { leftOf } from './settlement.ts'
import { ordersUnder } from './shipment-store.ts'

type Told = Pick<EventRecord, 'data'>

/** Job. A courier has collected what was asked for a box: an order of which nothing is owed any more is paid. */
export const followCollected = (ctx: Context, told: Told): Promise<void> =>
  ofOwing(ctx, told, (tx, order) => payIfCollected(tx, order))

/**
 * Job. A box was refused at the door and is back: nothing is owed for what was in it. When that was true of every box the order is over and
 * there is nothing to give back.
 */
export const followRefused = (ctx: Context, told: Told): Promise<void> =>
  ofOwing(ctx, told, async (tx, order) => {
    const shares = await cashSharesOf(tx, order.id)
    const own = shares.find(({ outboundId }) => outboundId === told.data.outboundId)
    if (!own) return
    const parcelId = String(told.data.parcelId) as ParcelId
    if (hasComeBack(order, shares)) return close(tx, order, parcelId)
    await refundOrder(tx, {
      ...refused(order.id, parcelId),
      lines: await piecesIn(tx, order, parcelId),
      wereShipped: true,
      withFreight: true,
      exactly: own.amount,
    })
    await payIfCollected(tx, await lockOrder(tx, order.id))
    await deliverIfArrived(tx, await lockOrder(tx, order.id))
  })

/** Job. Part of what was owed is owed no more, as of pieces that do not follow: then what was collected may be all of it, or all that left had come back. */
export const followWaived = (ctx: Context, { aggregateId }: Pick<EventRecord, 'aggregateId'>): Promise<void> =>
  transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, aggregateId as OrderId)
    if (!isOwing(order)) return
    if (leftOf(order).minor === 0 && hasComeBack(order, await cashSharesOf(tx, order.id))) return end(tx, order)
    await payIfCollected(tx, order)
  })

/** Nothing of it follows, and every box was refused. */
const hasComeBack = ({ fulfilment }: Order, shares: readonly CashShare[]): boolean =>
  canStep(fulfilmentSteps, fulfilment, 'comeBack') &&
  shares.length > 0 &&
  shares.every(({ status }) => status === 'returned')

const refused = (orderId: OrderId, parcelId: ParcelId) => ({
  orderId,
  cause: 'refused',
  causeId: parcelId,
  reason: 'refused',
})

/** What was not found may have been given up while the box was coming back, and all that was owed with it. */
async function close(tx: Tx, order: Order, parcelId: ParcelId): Promise<void> {
  if (leftOf(order).minor > 0) await refundOrder(tx, { ...refused(order.id, parcelId), whole: true })
  await end(tx, await lockOrder(tx, order.id))
}

async function end(tx: Tx, order: Order): Promise<void> {
  await advanceOrder(
    tx,
    order,
    { status: 'cancel', fulfilment: 'comeBack' },
    { event: 'order.cancelled', data: { reason: 'refused' }, change: { cancel_reason: 'refused' } },
  )
}

/** The pieces of an order in a box that it may share with others. */
async function piecesIn(tx: Tx, order: Order, parcelId: ParcelId) {
  const ids = new Map((await linesOf(tx, order)).map(({ id }) => [id as string, id]))
  return (await parcelLinesOf(tx, parcelId)).flatMap(({ sourceLineId, quantity }) => {
    const lineId = ids.get(sourceLineId)
    return lineId ? [{ lineId, quantity }] : []
  })
}

async function payIfCollected(tx: Tx, order: Order): Promise<void> {
  const collected = (await cashSharesOf(tx, order.id)).filter(({ status }) => status === 'collected')
  const amount = sum(
    collected.map((share) => share.amount),
    order.total.currency,
  )
  if (amount.minor === 0 || amount.minor !== leftOf(order).minor) return
  await recordCash(tx, { orderId: order.id, amount, paidAt: tx.now })
  await advanceOrder(
    tx,
    order,
    { payment: 'collect' },
    { event: 'order.collected', data: { amount }, change: { paid_at: tx.now } },
  )
}

const isOwing = ({ payment, status }: Order): boolean => payment === 'on_delivery' && status === 'open'

/** Of the orders in the box, those that still owe. */
async function ofOwing(ctx: Context, { data }: Told, work: (tx: Tx, order: Order) => Promise<void>): Promise<void> {
  for (const { id } of await ordersUnder(ctx, String(data.sourceId)))
    await transaction(ctx, async (tx) => {
      const order = await lockOrder(tx, id)
      if (isOwing(order)) await work(tx, order)
    })
}
