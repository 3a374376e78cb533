import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { readSettings } from '#platform/settings'
import { behaviourSettings } from './settings.ts'

const batch = 5_000

/** Job. Throws away steps and page loads that have served their time, in small steps, so that no lock is held long. */
export async function purgeVisits(ctx: Context): Promise<void> {
  const { keepDays, loadDays } = await readSettings(ctx, behaviourSettings)
  const daysAgo = (days: number) => ctx.now.subtract({ hours: 24 * days })
  while ((await purgeSteps(ctx, daysAgo(keepDays))) === batch);
  while ((await purgeLoads(ctx, daysAgo(loadDays))) === batch);
}

async function purgeSteps({ db, shopId }: Context, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`delete from insight.behaviour_events where shop_id = ${shopId} and id in (
    select id from insight.behaviour_events where shop_id = ${shopId} and at < ${before} order by at limit ${batch}) returning 1`.execute(
    db,
  )
  return rows.length
}

async function purgeLoads({ db, shopId }: Context, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`delete from insight.page_loads where shop_id = ${shopId} and id in (
    select id from insight.page_loads where shop_id = ${shopId} and at < ${before} order by at limit ${batch}) returning 1`.execute(
    db,
  )
  return rows.length
}
