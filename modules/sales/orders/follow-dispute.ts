import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import type { OrderId } from './model.ts'
import { advanceOrder, lockOrder } from './order-store.ts'

/**
 * Job. The buyer's bank disputes the money of an order, or has decided: the order bears the mark and its history says so. What has not left the
 * house is held back meanwhile (see whyNotYet), and the buyer's next orders are looked at by a person.
 */
export const followDispute = (ctx: Context, { type, data }: Pick<EventRecord, 'type' | 'data'>): Promise<void> =>
  transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, String(data.orderId) as OrderId)
    const { amount, reason, status } = data
    await advanceOrder(
      tx,
      order,
      {},
      {
        event: type === 'dispute.opened' ? 'order.disputed' : 'order.dispute_closed',
        data: { amount, reason, status },
        change: { disputed_at: tx.now },
      },
    )
  })
