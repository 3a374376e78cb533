import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, inOneGo, onCommit } from '#platform/database'
import { firstWaiting, hasTold, type Listener, type WaitingEvent } from './log.ts'

export interface Relay {
  /** Hands on everything that waits and returns how many events that were. */
  drain(): Promise<number>
  /** Something was told in another process: looks soon instead of at the next poll. */
  wake(): void
  stop(): Promise<void>
}

const batch = 200
const pollMillis = 1_000
/** A round costs eight statements: what is told meanwhile goes with it. */
const gatherMillis = 20

/**
 * Turns committed events into their listeners' jobs, outside of business transactions. Woken after each commit in this
 * process that told something, and by polling for those of others. Whoever holds the lock on the one relay row works, the others pass.
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
          await sleep(gatherMillis)
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
  const stopListening = onCommit(db, (_ctx, over) => {
    if (hasTold(over)) wake()
  })
  const timer = setInterval(wake, pollMillis)
  return {
    drain,
    wake,
    async stop() {
      clearInterval(timer)
      stopListening()
      await running
    },
  }
}

/** One round of the relay: makes the jobs of the oldest events that wait, at most 200 of them. Returns how many events those were; none while another holds the relay. */
export function handOn(db: Database, listeners: readonly Listener[]): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const [held, { rows: events }] = await inOneGo([
      sql`select 1 from platform.relay for update skip locked`.execute(trx),
      sql<WaitingEvent>`
        select id, shop_id as "shopId", type, aggregate_id as "aggregateId"
        from platform.events where id = ${firstWaiting(batch)} order by id`.execute(trx),
    ])
    if (held.rows.length === 0 || events.length === 0) return 0
    const told = events.map((event) => event.id)
    await inOneGo([
      addJobs(trx, await jobsOf(trx, listeners, events)),
      sql`delete from platform.outbox where event_id = any(${told}::uuid[])`.execute(trx),
      sql`update platform.relay set beat_at = now()`.execute(trx),
    ])
    return events.length
  })
}

interface NewJob {
  readonly name: string
  readonly payload: { readonly shopId: string; readonly eventId: string }
  readonly queue: string
  readonly key: string
  readonly priority: number
}

/** A job for each event and whoever is to hear of it, event by event. */
async function jobsOf(
  db: Database,
  listeners: readonly Listener[],
  events: readonly WaitingEvent[],
): Promise<NewJob[]> {
  const heard = new Map<Listener, ReadonlySet<WaitingEvent>>()
  for (const listener of listeners) {
    const asked = events.filter(({ type }) => listener.on.includes(type))
    if (asked.length > 0) heard.set(listener, new Set(listener.wanted ? await listener.wanted(db, asked) : asked))
  }
  return events.flatMap((event) =>
    [...heard].flatMap(([listener, wanted]) => (wanted.has(event) ? [jobOf(listener, event)] : [])),
  )
}

const jobOf = ({ name, waits }: Listener, { id, shopId, aggregateId }: WaitingEvent): NewJob => ({
  name,
  payload: { shopId, eventId: id },
  queue: `${name}:${aggregateId}`,
  key: `${id}:${name}`,
  priority: waits ? 10 : 0,
})

async function addJobs(db: Database, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  await sql`select graphile_worker.add_job(j->>'name', (j->'payload')::json, queue_name := j->>'queue', max_attempts := 8, job_key := j->>'key', priority := (j->>'priority')::int)
    from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) with ordinality as t(j, position) order by position`.execute(
    db,
  )
}
