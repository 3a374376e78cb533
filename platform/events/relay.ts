import { sql } from 'kysely'
import { type Database, onCommit } from '#platform/database'
import type { Listener } from './log.ts'

export interface Relay {
  /** Hands on everything that waits and returns how many events that were. */
  drain(): Promise<number>
  stop(): Promise<void>
}

const batch = 200
const pollMillis = 1_000

/**
 * Turns committed events into their listeners' jobs, outside of business transactions. Woken after each commit in this
 * process and by polling for those of others. Whoever holds the lock on the one relay row works, the others pass.
 */
export function startRelay(db: Database, listeners: readonly Listener[], onError: (error: unknown) => void): Relay {
  let running: Promise<number> | undefined
  let again = false
  const drain = async (): Promise<number> => {
    let total = 0
    for (let count = batch; count === batch; total += count) count = await handOn(db, listeners)
    return total
  }
  const wake = () => {
    again = true
    running ??= (async () => {
      try {
        while (again) {
          again = false
          await drain()
        }
      } catch (error) {
        onError(error)
      } finally {
        running = undefined
      }
      return 0
    })()
  }
  const stopListening = onCommit(db, wake)
  const timer = setInterval(wake, pollMillis)
  return {
    drain,
    async stop() {
      clearInterval(timer)
      stopListening()
      await running
    },
  }
}

function handOn(db: Database, listeners: readonly Listener[]): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const held = await sql`select 1 from platform.relay for update skip locked`.execute(trx)
    if (held.rows.length === 0) return 0
    const { rows: events } = await sql<{ id: string; shop_id: string; type: string; aggregate_id: string }>`
      select e.id, e.shop_id, e.type, e.aggregate_id
      from platform.outbox o join platform.events e on e.id = o.event_id
      order by e.id limit ${batch}`.execute(trx)
    if (events.length === 0) return 0
    const jobs = events.flatMap((event) =>
      listeners
        .filter((listener) => listener.on.includes(event.type))
        .map((listener) => ({
          name: listener.name,
          payload: { shopId: event.shop_id, eventId: event.id },
          queue: `${listener.name}:${event.aggregate_id}`,
          key: `${event.id}:${listener.name}`,
          priority: listener.waits ? 10 : 0,
        })),
    )
    if (jobs.length > 0)
      await sql`select graphile_worker.add_job(j->>'name', (j->'payload')::json, queue_name := j->>'queue', max_attempts := 8, job_key := j->>'key', priority := (j->>'priority')::int)
        from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) with ordinality as t(j, position) order by position`.execute(
        trx,
      )
    await trx
      .deleteFrom('platform.outbox')
      .where(
        'event_id',
        'in',
        events.map((event) => event.id),
      )
      .execute()
    await sql`update platform.relay set beat_at = now()`.execute(trx)
    return events.length
  })
}
