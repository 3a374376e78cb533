import { settleNotices } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { handToWarehouse } from './hand-to-warehouse.ts'
import { issueForOrder } from './issue-for-order.ts'
import { type Order, type OrderId, orderCan } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { whyNotYet } from './release-blocks.ts'
import { secureStock } from './secure-stock.ts'

/** Hands an order to the warehouse by hand, where the shop does not release automatically. @throws orderCannot */
export function releaseOrder(ctx: Context, orderId: OrderId): Promise<Order> {
  return transaction(ctx, async (tx) => releaseLocked(tx, await lockOrder(tx, orderId)))
}

/**
 * Hands a locked order to the warehouses that hold its goods, in the caller's transaction: who and when stands in its history.
 * One that leaves in parts goes with what is set aside for it. An order with nothing to ship is delivered by that: its buyer holds the vouchers, and redeeming the last is the receipt.
 *
 * @throws orderCannot, agreedLater, notChecked; outOfStock when its goods were counted away in the meantime and there are no others
 */
export async function releaseLocked(tx: Tx, order: Order): Promise<Order> {
  return handOver(tx, await readyForWarehouse(tx, order))
}

/** The same for an order of which the caller has just seen that nothing holds it back (`whyNotYet`). */
export async function releaseFree(tx: Tx, order: Order): Promise<Order> {
  refuseStep(order)
  return handOver(tx, await sayYes(tx, order))
}

/** Says yes to an order's dispatch and makes sure of its goods; the warehouse hears of it afterwards. */
export async function readyForWarehouse(tx: Tx, order: Order): Promise<Order> {
  refuseStep(order)
  const notYet = await whyNotYet(tx, order)
  if (notYet) throw notYet
  return sayYes(tx, order)
}

async function handOver(tx: Tx, released: Order): Promise<Order> {
  if (released.fulfilment === 'released') await handToWarehouse(tx, released)
  return released
}

function refuseStep(order: Order): void {
  if (!orderCan(order, 'release'))
    throw orderCannot({
      orderId: order.id,
      moves: { fulfilment: 'release' },
      headline: order.headline,
      axes: axesOf(order),
    })
}

async function sayYes(tx: Tx, order: Order): Promise<Order> {
  await settleNotices(tx, {
    subject: 'order',
    subjectId: order.id,
    kinds: ['order.in_review', 'order.to_release', 'order.to_make'],
  })
  const lines = await linesOf(tx, order)
  await issueForOrder(tx, order, lines)
  if (!lines.some((line) => line.requiresShipping)) return skipShipping(tx, order)
  if (order.restBy === null) await secureStock(tx, order, lines)
  return advanceOrder(
    tx,
    order,
    { fulfilment: 'release' },
    { event: 'order.released', change: { released_at: tx.now } },
  )
}

async function skipShipping(tx: Tx, order: Order): Promise<Order> {
  return advanceOrder(
    tx,
    order,
    { fulfilment: 'skip' },
    {
      event: 'order.delivered',
      change: { released_at: tx.now, delivered_at: tx.now },
    },
  )
}
