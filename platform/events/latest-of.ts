import { sql } from 'kysely'
import type { Reader } from '#platform/context'
import { type EventRecord, toEvent } from './log.ts'

/** Events of some types about several things, each thing's newest first. */
export async function latestOf(
  reader: Reader,
  { aggregateIds, types }: { readonly aggregateIds: readonly string[]; readonly types: readonly string[] },
): Promise<EventRecord[]> {
  if (aggregateIds.length === 0) return []
  const rows = await reader.db
    .selectFrom('platform.events')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('aggregate_id', '=', sql<string>`any(${aggregateIds}::uuid[])`)
    .where('type', 'in', types)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toEvent)
}
