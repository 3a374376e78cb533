import { refusal } from '#kernel/refusal'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'

export const messageNotFound = refusal('not_found', 'messages.not_found', (_: object) => 'there is no such message')

/**
 * Sends messages of the shop that failed once more, say after a template was approved; codes never, they would be too old. Returns how
 * many of them there were. @throws messageNotFound
 */
export function retryMessages(ctx: Context, ids: readonly string[]): Promise<number> {
  return transaction(ctx, async (tx) => {
    await checkOwn(tx, ids)
    const rows = await tx.db
      .updateTable('platform.messages')
      .set({ status: 'waiting', created_at: tx.now })
      .where('shop_id', '=', tx.shopId)
      .where('id', 'in', ids)
      .where('status', '=', 'failed')
      .where('purpose', '<>', 'security')
      .returning('id')
      .execute()
    for (const { id } of rows) await publish(tx, { type: 'message.retried', aggregate: 'message', id })
    return rows.length
  })
}

async function checkOwn(tx: Tx, ids: readonly string[]): Promise<void> {
  const own = await tx.db
    .selectFrom('platform.messages')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', ids)
    .execute()
  if (own.length < new Set(ids).size) throw messageNotFound({})
}
