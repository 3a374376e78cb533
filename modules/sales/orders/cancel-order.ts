import { settleNotices } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { broughtBack } from '#sales/payments'
import { releaseStock } from '#supply/inventory'
import { withdrawOutbounds } from '#supply/warehouse'
import { leaveShipment } from './leave-shipment.ts'
import { type Order, type OrderId, orderCan } from './model.ts'
import { closeOpen, mustHaveHeard } from './money-under-way.ts'
import { orderCannot } from './order.ts'
import { beforeDispatchNotices } from './order-notices.ts'
import { advanceOrder, axesOf, loadOrder, lockOrder } from './order-store.ts'
import { cancelProductions, productionsOf, productionUnderWay } from './production-store.ts'
import { refundOrder } from './refund-order.ts'

export interface CancelOrder {
  readonly orderId: OrderId
  readonly reason: string
}

/**
 * Cancels an order for its buyer or for staff: its goods are free again, its outbounds withdrawn, its money on the way back.
 * An unpaid order is first made sure of at the payment provider, so that nobody pays a cancelled one.
 * Cancelling again answers with the cancelled order.
 *
 * @throws productionUnderWay for its buyer once it is being made
 * @throws outboundUnderWay when the warehouse is picking, orderCannot when it has left
 * @throws paymentArriving when it was paid a moment ago, paymentUnconfirmed while the provider does not answer
 */
export async function cancelOrder(ctx: Context, { orderId, reason }: CancelOrder): Promise<Order> {
  const order = await loadOrder(ctx, orderId)
  if (order.status === 'open' && order.payment === 'awaiting') await closeOpen(ctx, orderId)
  return transaction(ctx, async (tx) => {
    const locked = await lockOrder(tx, orderId)
    if (locked.status === 'cancelled') return locked
    if (tx.actor.kind === 'shopper') await mustNotBeMaking(tx, locked)
    return cancelLocked(tx, locked, { reason })
  })
}

/** What is made for a buyer cannot be sold to another: once it is begun, only staff call it off. @throws productionUnderWay */
async function mustNotBeMaking(tx: Tx, { id, number }: Order): Promise<void> {
  const begun = (await productionsOf(tx, id)).some(({ status }) => status !== 'waiting')
  if (begun) throw productionUnderWay({ number })
}

export interface CancelLocked {
  readonly reason: string
  /** It was never ours: an import that brought it is taken back, so its buyer hears nothing and nobody gives money back. */
  readonly neverOurs?: boolean
  readonly review?: 'reject'
}

/** Cancels a locked order in the caller's transaction: outbounds, money, state, goods last. */
export async function cancelLocked(tx: Tx, found: Order, { reason, review, neverOurs }: CancelLocked): Promise<Order> {
  const moves = { status: 'cancel', fulfilment: 'withdraw', ...(review && { review }) } as const
  if (!orderCan(found, 'cancel'))
    throw orderCannot({ orderId: found.id, moves, headline: found.headline, axes: axesOf(found) })
  const order = found.shipmentId ? await leaveShipment(tx, found) : found
  await withdraw(tx, order)
  await cancelProductions(tx, order.id)
  const settled =
    order.payment === 'awaiting' ? await makeSureUnpaid(tx, order) : await refundAll(tx, order, { reason, neverOurs })
  const cancelled = await advanceOrder(tx, settled, moves, {
    event: 'order.cancelled',
    data: { reason, ...(neverOurs && { neverOurs }) },
    change: { cancel_reason: reason },
  })
  await settleNotices(tx, { subject: 'order', subjectId: order.id, kinds: beforeDispatchNotices })
  await releaseStock(tx, { holder: order.id })
  return cancelled
}

async function withdraw(tx: Tx, { id, fulfilment }: Order): Promise<void> {
  if (fulfilment === 'released' || fulfilment === 'short') await withdrawOutbounds(tx, { sourceId: id })
}

async function makeSureUnpaid(tx: Tx, order: Order): Promise<Order> {
  await mustHaveHeard(tx, order.id)
  return order
}

async function refundAll(tx: Tx, order: Order, { reason, neverOurs }: CancelLocked): Promise<Order> {
  const cause = neverOurs ? broughtBack : 'cancel'
  await refundOrder(tx, { orderId: order.id, cause, causeId: order.id, reason, whole: true })
  return lockOrder(tx, order.id)
}
