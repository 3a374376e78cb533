import type { Task } from 'graphile-worker'
import { sql } from 'kysely'
import type { Database } from '#platform/database'

/**
 * A job that failed waits up to a quarter longer, by chance, before it is tried again: those that failed together, when somebody outside was
 * away for a moment, do not all come back in the same moment. The back-off itself counts from what is written here.
 */
export const spreadOut =
  (db: Database, task: Task): Task =>
  async (payload, helpers) => {
    try {
      return await task(payload, helpers)
    } catch (error) {
      await waitLonger(db, helpers.job.id).catch(() => {}) // without it the job only comes back a little earlier
      throw error
    }
  }

async function waitLonger(db: Database, jobId: string): Promise<void> {
  await sql`update graphile_worker._private_jobs
    set run_at = now() + random() * 0.25 * exp(least(attempts, 10)) * interval '1 second' where id = ${jobId}`.execute(
    db,
  )
}
