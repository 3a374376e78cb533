import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Tx } from '#platform/context'
import { checkWritten } from '#platform/database'
import { type NewEvent, tells } from './log.ts'

/** Appends many events in one statement, in their order: what an import writes for a batch. The same promises as `publish`. */
export async function publishAll(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  tells(tx)
  const rows = events.map(({ type, aggregate, id, data = {} }, position) => ({
    event_id: newId(),
    type,
    aggregate,
    id,
    data,
    position,
  }))
  const { rows: written } = await sql<{ id: string; version: number }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g(event_id uuid, type text, aggregate text, id uuid, data jsonb, position integer)
    ), written as (
      insert into platform.events (id, shop_id, type, aggregate, aggregate_id, version, actor_kind, actor_id, actor_name, origin, at, data)
      select g.event_id, ${tx.shopId}, g.type, g.aggregate, g.id,
        (select coalesce(max(e.version), 0) from platform.events e where e.shop_id = ${tx.shopId} and e.aggregate_id = g.id)
          + row_number() over (partition by g.id order by g.position),
        ${tx.actor.kind}, ${tx.actor.id}, ${tx.actor.name}, ${tx.origin}, ${tx.now}, g.data
      from given g
      returning id, aggregate_id, version), queued as (insert into platform.outbox (event_id) select id from written)
    select aggregate_id as id, version from written order by version`.execute(tx.db)
  for (const { id, version } of written) await checkWritten(tx, id, version)
}
