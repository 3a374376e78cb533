import { notify, settleNotices } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type Order, type OrderId, type OrderMoves, orderCan } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, lockOrder } from './order-store.ts'
import { takeBack } from './take-back.ts'

export interface UnapproveOrder {
  readonly orderId: OrderId
  readonly reason: string
}

/**
 * Takes a yes back (反审核): the order waits for review again, and what the warehouse has of it and has not begun to pick is taken back. Its goods stay set aside, its
 * money stays as it is. One that was never reviewed may be sent to review so.
 *
 * @throws orderCannot unless it waits for release or is with the warehouse; outboundUnderWay once picking has begun
 */
export function unapproveOrder(ctx: Context, { orderId, reason }: UnapproveOrder): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const found = await lockOrder(tx, orderId)
    if (!orderCan(found, 'unapprove'))
      throw orderCannot({ orderId, moves: { review: 'reopen' }, headline: found.headline, axes: axesOf(found) })
    const order = found.fulfilment === 'released' ? await takeBack(tx, found) : found
    return backToReview(tx, order, { event: 'order.unapproved', reason })
  })
}

export interface BackToReview {
  readonly event: 'order.unapproved' | 'order.intercepted'
  readonly reason: string
}

/** An order that no warehouse works on any more waits for a person again, who is told. */
export async function backToReview(tx: Tx, order: Order, { event, reason }: BackToReview): Promise<Order> {
  const moves: OrderMoves = {
    review: 'reopen',
    ...(order.fulfilment === 'released' && { fulfilment: 'recall' as const }),
  }
  const back = await advanceOrder(tx, order, moves, { event, data: { note: reason } })
  await settleNotices(tx, { subject: 'order', subjectId: order.id, kinds: ['order.to_release'] })
  await notify(tx, {
    permission: 'orders.review',
    kind: 'order.in_review',
    subject: 'order',
    subjectId: order.id,
    data: { number: back.number, reasons: back.reviewReasons },
    dedupeKey: `order.in_review:${order.id}:${back.version}`,
  })
  return back
}
