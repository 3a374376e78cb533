import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { ownerOf } from './address-store.ts'
import { ensureCustomer } from './customer-store.ts'

/** The signed-in shopper has looked at the messages that were there now. Looking again, or late, never makes any unread. @throws signInNeeded */
export function sawMessages(ctx: Context): Promise<void> {
  const id = ownerOf(ctx.actor)
  return transaction(ctx, async (tx) => {
    await ensureCustomer(tx, { id, displayName: tx.actor.name })
    await tx.db
      .updateTable('sales.customers')
      .set({ messages_seen_at: tx.now })
      .where('id', '=', id)
      .where((row) => row.or([row('messages_seen_at', 'is', null), row('messages_seen_at', '<', tx.now)]))
      .execute()
  })
}
