import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { keyNotFound, toApiKey } from './api-key.ts'
import type { ApiKey, ApiKeyId } from './model.ts'

/** Ends a key at once and for good. Again changes nothing. @throws keyNotFound */
export function revokeApiKey(ctx: Context, keyId: ApiKeyId): Promise<ApiKey> {
  return transaction(ctx, async (tx) => {
    const revoked = await tx.db
      .updateTable('office.api_keys')
      .set({ revoked_at: tx.now, revoked_by_name: tx.actor.name })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', keyId)
      .where('revoked_at', 'is', null)
      .returning(['name', 'prefix'])
      .executeTakeFirst()
    if (revoked) await publish(tx, { type: 'api_key.revoked', aggregate: 'api_key', id: keyId, data: revoked })
    const row = await tx.db
      .selectFrom('office.api_keys')
      .selectAll()
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', keyId)
      .executeTakeFirst()
    if (!row) throw keyNotFound({ keyId })
    return toApiKey(row, tx.now)
  })
}
