import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { cancelLocked } from './cancel-order.ts'
import { type Order, type OrderId, orderCan } from './model.ts'
import { orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, lockOrder } from './order-store.ts'
import { queueForMaking } from './production-store.ts'
import { whyNotYet } from './release-blocks.ts'
import { releaseFree } from './release-order.ts'
import { ask } from './validate-order.ts'

export interface ReviewOrder {
  readonly orderId: OrderId
  /** `resume` takes a held order back among those that wait for review. */
  readonly decision: 'approve' | 'hold' | 'resume' | 'reject'
  /** Kept in the history; the buyer reads it when the order is rejected. */
  readonly note?: string
}

/**
 * Decides on an order that waits for a person: approved goes to the warehouse, held stays until somebody decides again,
 * rejected is cancelled with its money and goods given back.
 *
 * @throws orderCannot when it does not wait for review
 */
export function reviewOrder(ctx: Context, { orderId, decision, note = '' }: ReviewOrder): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    mustWait(order, decision)
    switch (decision) {
      case 'approve':
        return goOn(
          tx,
          await advanceOrder(tx, order, { review: 'approve' }, { event: 'order.approved', data: { note } }),
        )
      case 'hold':
        return advanceOrder(tx, order, { review: 'hold' }, { event: 'order.held', data: { note } })
      case 'resume':
        return advanceOrder(tx, order, { review: 'resume' }, { event: 'order.resumed', data: { note } })
      case 'reject':
        return cancelLocked(tx, order, { reason: note || 'review_rejected', review: 'reject' })
    }
  })
}

/** What was cancelled while it waited for review keeps waiting on that axis: nobody decides on it any more. @throws orderCannot */
function mustWait(order: Order, decision: ReviewOrder['decision']): void {
  if (orderCan(order, 'review')) return
  throw orderCannot({
    orderId: order.id,
    moves: { review: decision },
    headline: order.headline,
    axes: axesOf(order),
  })
}

/** Approved goes to the warehouse, unless it is made to order first, or a check list or an agreed time still holds it back. */
async function goOn(tx: Tx, approved: Order): Promise<Order> {
  if (await queueForMaking(tx, approved, await linesOf(tx, approved)))
    await ask(tx, 'orders.change', 'order.to_make', approved)
  return (await whyNotYet(tx, approved)) ? approved : releaseFree(tx, approved)
}
