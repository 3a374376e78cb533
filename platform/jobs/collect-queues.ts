import { sql } from 'kysely'
import type { Database } from '#platform/database'

const batch = 5_000

/**
 * Throws away the queues whose jobs are all done: every listener has one for every thing it hears of, and fetching a job looks through
 * all of them. Holds the relay's row, because nobody else puts jobs into queues: else a queue could go while its job is being added.
 */
export function collectQueues(db: Database): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const held = await sql`select 1 from platform.relay for update skip locked`.execute(trx)
    if (held.rows.length === 0) return
    await sql`delete from graphile_worker._private_job_queues where id in (
      select q.id from graphile_worker._private_job_queues q
      where q.locked_at is null and not exists (select from graphile_worker._private_jobs j where j.job_queue_id = q.id)
      limit ${batch} for update skip locked)`.execute(trx)
  })
}
