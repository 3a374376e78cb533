import type { Recipient } from '#model/supply/shipping'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { recordPersonalRead } from '#platform/personal-reads'
import { openRecipient } from '#supply/shipping'
import type { OrderId } from './model.ts'
import { recipientForgotten } from './order.ts'
import { lockOrder, tellOrder } from './order-store.ts'
import { sealedRecipientOf } from './recipient-store.ts'

/** Shows a member of staff who an order goes to. Who looked and why stands in the order's history. @throws orderNotFound, reasonNeeded, recipientForgotten */
export function revealRecipient(
  ctx: Context,
  { orderId, reason }: { orderId: OrderId; reason: string },
): Promise<Recipient> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const sealed = await sealedRecipientOf(tx, order.id)
    if (!sealed) throw recipientForgotten({ number: order.number })
    await recordPersonalRead(tx, { subject: 'order', subjectIds: [orderId], reason })
    await tellOrder(tx, 'order.recipient_revealed', order, { reason })
    return openRecipient(tx.vault, sealed)
  })
}
