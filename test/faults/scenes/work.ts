import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { listeners } from '#apps/house'
import type { Database } from '#platform/database'
import { startRelay } from '#platform/events'
import { startJobs } from '#platform/jobs'
import type { Scene } from '../support/scene.ts'

/** The relay and one worker of the whole house, until nothing is left to do now. Returns their complaints. */
const scene: Scene<null> = async (_ctx, _given, house) => {
  const complaints: string[] = []
  const onError = (error: unknown) => complaints.push((error as Error).message)
  const jobs = await startJobs({
    db: house.db,
    url: house.databaseUrl,
    listeners,
    clockJobs: [],
    shops: house.shops,
    contextFor: house.systemContext,
    onError,
    concurrency: 1,
  })
  const relay = startRelay(house.db, listeners, onError)
  while (await isAnythingDue(house.db)) await sleep(20)
  await relay.stop()
  await jobs.stop()
  return complaints
}
export default scene

async function isAnythingDue(db: Database): Promise<boolean> {
  const { rows } = await sql`select from platform.outbox union all
    select from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts`.execute(db)
  return rows.length > 0
}
