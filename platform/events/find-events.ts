import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import { type EventRecord, toEvent } from './log.ts'

export interface FindEvents {
  /** `order.paid`, or every type of a thing by `order.*`. */
  readonly types?: readonly string[]
  readonly aggregateId?: string
  readonly actorId?: string
  readonly actorKind?: string
  readonly from?: Temporal.Instant
  readonly until?: Temporal.Instant
  readonly cursor?: string
  /** Rows of a page; 50 unless told. */
  readonly limit?: number
}

/** What happened in a shop, newest first. @throws badCursor */
export async function findEvents(reader: Reader, wish: FindEvents): Promise<Page<EventRecord>> {
  const { types, aggregateId, actorId, actorKind, from, until, cursor, limit = 50 } = wish
  let query = reader.db.selectFrom('platform.events').selectAll().where('shop_id', '=', reader.shopId)
  if (types) query = query.where(({ or, eb }) => or(types.map((type) => eb('type', 'like', patternOf(type)))))
  if (aggregateId) query = query.where('aggregate_id', '=', aggregateId)
  if (actorId) query = query.where('actor_id', '=', actorId)
  if (actorKind) query = query.where('actor_kind', '=', actorKind)
  if (from) query = query.where('at', '>=', from)
  if (until) query = query.where('at', '<', until)
  if (cursor) query = query.where(beyond(cursor, ['at', 'id']))
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.at.toString(), row.id])
  return { ...page, rows: page.rows.map(toEvent) }
}

/** `_` stands for itself in the names of events, `*` for the rest of a name. */
const patternOf = (type: string): string => type.replaceAll('_', '\\_').replace(/\*$/, '%')
