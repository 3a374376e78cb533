import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { prepareJobs } from '#platform/jobs'
import { testDatabase } from '#test/database'
import { collectQueues } from './collect-queues.ts'

const { db, url } = await testDatabase()
await prepareJobs(url)

const queues = async () =>
  (
    await sql<{ queue_name: string }>`select queue_name from graphile_worker._private_job_queues order by 1`.execute(db)
  ).rows.map((row) => row.queue_name)

test('a queue goes when its last job is done, and stays while one waits or the relay is adding jobs', async () => {
  await sql`select graphile_worker.add_job('test.hear', queue_name := 'waiting'), graphile_worker.add_job('test.hear', queue_name := 'over', job_key := 'done')`.execute(
    db,
  )
  await sql`select graphile_worker.remove_job('done')`.execute(db)

  await db.transaction().execute(async (relay) => {
    await sql`select 1 from platform.relay for update`.execute(relay)
    await collectQueues(db)
  })
  expect(await queues()).toEqual(['over', 'waiting'])

  await collectQueues(db)
  expect(await queues()).toEqual(['waiting'])
})
