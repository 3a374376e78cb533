import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import { toApiKey } from './api-key.ts'
import type { ApiKey } from './model.ts'

export interface FindApiKeys {
  readonly cursor?: string
  readonly limit?: number
}

/** The shop's keys, newest first, used up and revoked ones as well: they are part of the record. */
export async function findApiKeys(reader: Reader, { cursor, limit = 50 }: FindApiKeys = {}): Promise<Page<ApiKey>> {
  let query = reader.db.selectFrom('office.api_keys').selectAll().where('shop_id', '=', reader.shopId)
  if (cursor) query = query.where(beyond(cursor, ['created_at', 'id']))
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const keys = rows.map((row) => toApiKey(row, reader.now))
  return toPage(keys, limit, (key) => [key.createdAt.toString(), key.id])
}
