import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'

/** Sends messages of the shop that failed once more, say after a template was approved. Returns how many of them there were. */
export function retryMessages(ctx: Context, ids: readonly string[]): Promise<number> {
  return transaction(ctx, async (tx) => {
    const rows = await tx.db
      .updateTable('platform.messages')
      .set({ status: 'waiting', created_at: tx.now })
      .where('shop_id', '=', tx.shopId)
      .where('id', 'in', ['00000000-0000-0000-0000-000000000000', ...ids])
      .where('status', '=', 'failed')
      .where('purpose', '<>', 'security')
      .returning('id')
      .execute()
    for (const { id } of rows) await publish(tx, { type: 'message.retried', aggregate: 'message', id })
    return rows.length
  })
}
