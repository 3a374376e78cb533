import type { Database } from '#platform/database'
import type { WaitingEvent } from '#platform/events'

/** Of events those in shops that have a rule about merging: in others nobody need hear of an order that goes out. */
export async function whereMerged(db: Database, events: readonly WaitingEvent[]): Promise<readonly WaitingEvent[]> {
  const shops = [...new Set(events.map(({ shopId }) => shopId))]
  const rows = await db
    .selectFrom('sales.order_rules')
    .select('shop_id')
    .distinct()
    .where('shop_id', 'in', shops)
    .where('kind', '=', 'merging')
    .where('enabled', '=', true)
    .where('removed_at', 'is', null)
    .execute()
  return events.filter(({ shopId }) => rows.some((row) => row.shop_id === shopId))
}
