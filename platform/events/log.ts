import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { AccountId, Actor, Context, Reader, ShopId, Tx } from '#platform/context'
import { checkWritten, type Database, type OpenTransaction } from '#platform/database'

/** Something that happened, to be told. `data` holds what listeners need and, for a change, `before` and `after`. */
export interface NewEvent {
  readonly type: string
  readonly aggregate: string
  readonly id: string
  readonly data?: Readonly<Record<string, unknown>>
}

export interface EventRecord {
  readonly id: string
  readonly shopId: ShopId
  readonly type: string
  readonly aggregate: string
  readonly aggregateId: string
  /** 1, 2, 3 … for each aggregate. */
  readonly version: number
  readonly actorKind: Actor['kind']
  readonly actorId: AccountId | null
  readonly actorName: string
  readonly origin: string
  readonly at: Temporal.Instant
  readonly data: Readonly<Record<string, unknown>>
}

/** An event on its way to its listeners. */
export interface WaitingEvent {
  readonly id: string
  readonly shopId: ShopId
  readonly type: string
  readonly aggregateId: string
}

/** Someone who is told: at least once, in order per aggregate, in a transaction of its own. Must be safe to repeat. */
export interface Listener {
  /** `room.verb`, unique in the house: also the job's name. */
  readonly name: string
  readonly on: readonly string[]
  /** Its jobs let all others go first: for a listener that hears of every product of a large import. */
  readonly waits?: boolean
  /** How long it may take; ten minutes unless said. What it has not committed by then it never will. */
  readonly mostMinutes?: number
  /**
   * Which of a batch it is to hear of, asked in one statement while the batch is handed on, so that what nobody wants makes no job; without
   * it, of all. What it reads is at least as new as the events: a wish committed before an event was published counts for that event.
   */
  readonly wanted?: (db: Database, events: readonly WaitingEvent[]) => Promise<readonly WaitingEvent[]>
  readonly run: (ctx: Context, event: EventRecord) => Promise<unknown>
}

const telling = new WeakSet<Database>()

/** This transaction has appended events. */
export const tells = (tx: Pick<Tx, 'db'>): void => void telling.add(tx.db)

/** Whether a transaction that is over has appended events. */
export const hasTold = (over: OpenTransaction): boolean => telling.has(over)

/**
 * Appends to the event log in the caller's transaction: our audit trail and outbox in one. A thing's version is the number of its events.
 * @throws changedMeanwhile when the caller saw another version of the thing
 */
export async function publish(tx: Tx, event: NewEvent): Promise<void> {
  const id = newId()
  tells(tx)
  const { rows } = await sql<{ version: number }>`
    with written as (
      insert into platform.events (id, shop_id, type, aggregate, aggregate_id, version, actor_kind, actor_id, actor_name, origin, at, data)
      values (${id}, ${tx.shopId}, ${event.type}, ${event.aggregate}, ${event.id},
        (select coalesce(max(version), 0) + 1 from platform.events where shop_id = ${tx.shopId} and aggregate_id = ${event.id}),
        ${tx.actor.kind}, ${tx.actor.id}, ${tx.actor.name}, ${tx.origin}, ${tx.now}, ${JSON.stringify(event.data ?? {})}::jsonb)
      returning id, version), queued as (insert into platform.outbox (event_id) select id from written)
    select version from written`.execute(tx.db)
  await checkWritten(tx, event.id, rows[0]!.version)
}

/** Everything that happened to one thing, oldest first. */
export async function historyOf(reader: Reader, aggregateId: string): Promise<EventRecord[]> {
  const rows = await reader.db
    .selectFrom('platform.events')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('aggregate_id', '=', aggregateId)
    .orderBy('version')
    .execute()
  return rows.map(toEvent)
}

/** One event by id; undefined when it is not this shop's. */
export async function findEvent(reader: Reader, eventId: string): Promise<EventRecord | undefined> {
  const row = await reader.db
    .selectFrom('platform.events')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', eventId)
    .executeTakeFirst()
  return row && toEvent(row)
}

interface EventRow {
  id: string
  shop_id: string
  type: string
  aggregate: string
  aggregate_id: string
  version: number
  actor_kind: string
  actor_id: string | null
  actor_name: string
  origin: string
  at: Temporal.Instant
  data: unknown
}

/** An event as the table keeps it. */
export const toEvent = (row: EventRow): EventRecord => ({
  id: row.id,
  shopId: row.shop_id as ShopId,
  type: row.type,
  aggregate: row.aggregate,
  aggregateId: row.aggregate_id,
  version: row.version,
  actorKind: row.actor_kind as Actor['kind'],
  actorId: row.actor_id as AccountId | null,
  actorName: row.actor_name,
  origin: row.origin,
  at: row.at,
  data: row.data as EventRecord['data'],
})

/** The oldest events that wait, to compare an id with. As an array, because a join walks the whole event log whenever the outbox was long when it was last counted. */
export const firstWaiting = (limit: number) =>
  sql<string>`any(array(select event_id from platform.outbox order by event_id limit ${limit}))`
