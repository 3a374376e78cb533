import type { Tx } from '#platform/context'
import { outboundsOf, shipRest } from '#supply/warehouse'
import { deliverIfArrived, isDone } from './follow-shipment.ts'
import { handToWarehouse } from './hand-to-warehouse.ts'
import type { Order } from './model.ts'
import { type Advance, advanceOrder, linesOf, lockOrder } from './order-store.ts'
import { recogniseRest } from './recognise-revenue.ts'
import { settlementOf } from './settlement.ts'

/** What was short of an order is settled: what was found waits to go out; or has left already, from another warehouse, in part or whole. */
export async function goOn(tx: Tx, order: Order, { event, data, change }: Advance): Promise<Order> {
  const lines = await linesOf(tx, order)
  const settlement = await settlementOf(tx, order)
  const hasLeft = lines.some((line) => line.shipped > 0)
  if (hasLeft && lines.every((line) => isDone(line, settlement))) {
    const revenue = await recogniseRest(tx, order, order.id)
    const told = { event, data: { ...data, revenue }, change: { ...change, shipped_at: tx.now } }
    await deliverIfArrived(tx, await advanceOrder(tx, order, { fulfilment: 'ship' }, told))
    return lockOrder(tx, order.id)
  }
  const step = hasLeft ? 'shipPart' : 'resume'
  return advanceOrder(tx, order, order.fulfilment === 'short' ? { fulfilment: step } : {}, { event, data, change })
}

/**
 * The same of an order that leaves in parts: what is set aside for it goes to the warehouses as far as they do not have it, to leave by `dispatchBy`, and what a picker found goes out
 * without what was not there.
 */
export async function letGo(tx: Tx, found: Order, told: Advance, dispatchBy?: Temporal.Instant): Promise<Order> {
  const order = await goOn(tx, found, told)
  if (order.shippedAt) return order
  await handToWarehouse(tx, order, dispatchBy)
  for (const { id: outboundId, status } of await outboundsOf(tx, order.id))
    if (status === 'short') await shipRest(tx, { outboundId })
  return order
}
