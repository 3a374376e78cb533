import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Context, Reader, ShopId } from '#platform/context'
import { type Database, transaction } from '#platform/database'
import { publish } from '#platform/events'

export interface DeadJob {
  readonly id: string
  readonly name: string
  readonly attempts: number
  readonly lastError: string
  readonly payload: unknown
  readonly at: Temporal.Instant
}

/** What a shop sees of the jobs: its own, and those of the house that belong to no shop. */
const seenBy = (shopId: ShopId) => sql<boolean>`(j.payload->>'shopId' is null or j.payload->>'shopId' = ${shopId})`
const isDead = sql<boolean>`j.attempts >= j.max_attempts and j.locked_at is null`
const jobs = sql`graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`

/** Jobs whose attempts are used up, newest first, at most 200. They stay until somebody runs them again or throws them away. */
export async function deadJobs(db: Reader['db'], shopId: ShopId, { name }: { name?: string } = {}): Promise<DeadJob[]> {
  const named = name ? sql<boolean>`t.identifier = ${name}` : sql<boolean>`true`
  const { rows } = await sql<DeadJob>`
    select j.id::text, t.identifier as name, j.attempts::int, coalesce(j.last_error, '') as "lastError", j.payload, j.updated_at as at
    from ${jobs} where ${isDead} and ${seenBy(shopId)} and ${named} order by j.updated_at desc limit 200`.execute(db)
  return rows
}

export interface JobCount {
  readonly name: string
  /** Due now or later, not tried yet. */
  readonly waiting: number
  readonly running: number
  /** Failed at least once and will be tried again. */
  readonly failing: number
  readonly dead: number
}

/** How many jobs of each name there are, by name. */
export async function countJobs(db: Reader['db'], shopId: ShopId): Promise<JobCount[]> {
  const { rows } = await sql<JobCount>`
    select t.identifier as name,
      count(*) filter (where j.locked_at is null and j.attempts = 0)::int8 as waiting,
      count(*) filter (where j.locked_at is not null)::int8 as running,
      count(*) filter (where j.locked_at is null and j.attempts between 1 and j.max_attempts - 1)::int8 as failing,
      count(*) filter (where ${isDead})::int8 as dead
    from ${jobs} where ${seenBy(shopId)} group by 1 order by 1`.execute(db)
  return rows
}

/** Gives dead jobs of the shop their attempts back and runs them soon. Returns how many of them there were. */
export async function reviveJobs(db: Database, shopId: ShopId, ids: readonly string[]): Promise<number> {
  const { rows } = await sql`select id from graphile_worker.reschedule_jobs(
    (select coalesce(array_agg(j.id), '{}') from ${jobs} where j.id = any(${ids}::bigint[]) and ${isDead} and ${seenBy(shopId)}),
    run_at := now(), attempts := 0)`.execute(db)
  return rows.length
}

/**
 * Throws dead jobs of the shop away: what they should have done stays undone. The log keeps each with its error and the reason.
 * Returns how many of them there were.
 */
export function discardJobs(
  ctx: Context,
  { ids, reason }: { ids: readonly string[]; reason: string },
): Promise<number> {
  return transaction(ctx, async (tx) => {
    const dead = (await deadJobs(tx.db, tx.shopId)).filter(({ id }) => ids.includes(id))
    const { rows } = await sql<{ id: string }>`select id::text from graphile_worker.complete_jobs(
      (select coalesce(array_agg(j.id), '{}') from ${jobs} where j.id = any(${dead.map(({ id }) => id)}::bigint[]) and ${isDead}))`.execute(
      tx.db,
    )
    const gone = new Set(rows.map(({ id }) => id))
    for (const { name, lastError, payload } of dead.filter(({ id }) => gone.has(id)))
      await publish(tx, {
        type: 'job.discarded',
        aggregate: 'job',
        id: newId<'Job'>(),
        data: { job: name, payload, lastError: lastError.slice(0, 2_000), reason },
      })
    return gone.size
  })
}
