import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { type ClockJob, deadJobs } from '#platform/jobs'
import { notify } from './notice.ts'

/** Job. Tells those who may revive jobs of each kind of job that has used up its attempts: once an hour and kind. */
export async function reportDeadJobs(ctx: Context): Promise<void> {
  const since = ctx.now.subtract({ hours: 1 })
  const lately = (await deadJobs(ctx.db, ctx.shopId)).filter(({ at }) => Temporal.Instant.compare(at, since) > 0)
  const byName = Map.groupBy(lately, ({ name }) => name)
  const hour = ctx.now.round({ smallestUnit: 'hour', roundingMode: 'floor' })
  await transaction(ctx, async (tx) => {
    for (const [name, jobs] of byName)
      await notify(tx, {
        permission: 'jobs.manage',
        kind: 'job.dead',
        subject: 'job',
        data: { name, count: jobs.length },
        dedupeKey: `job.dead:${name}:${hour}`,
      })
  })
}

export const noticesClockJobs: readonly ClockJob[] = [
  { name: 'notices.reportDeadJobs', everyMinutes: 5, run: reportDeadJobs },
]
