import type { Outbound } from '#model/supply/warehouse'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { outboundsOf, shipRest } from '#supply/warehouse'
import { cancelLocked } from './cancel-order.ts'
import { deliverIfArrived, isDone } from './follow-shipment.ts'
import type { Order, OrderId, OrderLineId } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { recogniseRest } from './recognise-revenue.ts'
import { refundOrder } from './refund-order.ts'
import { settlementOf } from './settlement.ts'

/**
 * Settles a short order with a refund: the pieces that were not found are paid back at their recorded shares and what was found
 * goes out. When nothing was found at all the order is cancelled.
 *
 * @throws orderCannot when it is not short
 */
export function refundMissing(ctx: Context, orderId: OrderId): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order.fulfilment !== 'short')
      throw orderCannot({
        orderId,
        moves: { fulfilment: 'resume' },
        headline: order.headline,
        axes: axesOf(order),
      })
    const outbounds = (await outboundsOf(tx, orderId)).filter((each) => each.status !== 'cancelled')
    if (outbounds.every((each) => each.status === 'short' && isEmpty(each)))
      return cancelLocked(tx, order, { reason: 'out_of_stock' })

    for (const outbound of outbounds.filter((each) => each.status === 'short')) await payBack(tx, orderId, outbound)
    return goOn(tx, await lockOrder(tx, orderId))
  })
}

const isEmpty = ({ lines }: Outbound): boolean => lines.every((line) => line.picked === 0)

async function payBack(tx: Tx, orderId: OrderId, outbound: Outbound): Promise<void> {
  const lines = outbound.lines
    .filter((line) => line.short > 0)
    .map((line) => ({ lineId: line.sourceLineId as OrderLineId, quantity: line.short }))
  await refundOrder(tx, { orderId, cause: 'short', causeId: outbound.id, reason: 'out_of_stock', lines })
  if (!isEmpty(outbound)) await shipRest(tx, { outboundId: outbound.id })
}

/** What was found waits to go out; or has left already, from another warehouse, in part or whole. */
async function goOn(tx: Tx, order: Order): Promise<Order> {
  const lines = await linesOf(tx, order)
  const settlement = await settlementOf(tx, order)
  const event = 'order.short_settled'
  if (lines.every((line) => line.shipped === 0)) return advanceOrder(tx, order, { fulfilment: 'resume' }, { event })
  if (!lines.every((line) => isDone(line, settlement)))
    return advanceOrder(tx, order, { fulfilment: 'shipPart' }, { event })

  const revenue = await recogniseRest(tx, order, order.id)
  const change = { shipped_at: tx.now }
  const shipped = await advanceOrder(tx, order, { fulfilment: 'ship' }, { event, data: { revenue }, change })
  await deliverIfArrived(tx, shipped)
  return lockOrder(tx, order.id)
}
