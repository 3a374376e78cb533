import { notify, settleNotices } from '#office/notices'
import type { Context } from '#platform/context'
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
    const isOut = found.fulfilment === 'released'
    const order = isOut ? await takeBack(tx, found) : found
    const moves: OrderMoves = { review: 'reopen', ...(isOut && { fulfilment: 'recall' as const }) }
    const back = await advanceOrder(tx, order, moves, { event: 'order.unapproved', data: { note: reason } })
    await settleNotices(tx, { subject: 'order', subjectId: orderId, kinds: ['order.to_release'] })
    await notify(tx, {
      permission: 'orders.review',
      kind: 'order.in_review',
      subject: 'order',
      subjectId: orderId,
      data: { number: back.number, reasons: back.reviewReasons },
      dedupeKey: `order.in_review:${orderId}:${back.version}`,
    })
    return back
  })
}
