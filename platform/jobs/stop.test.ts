import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { type Listener, publishAll, startRelay } from '#platform/events'
import { prepareJobs, startJobs } from '#platform/jobs'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db, url } = await testDatabase()
await prepareJobs(url)

test('a worker that stops in the middle of its work lets go of everything and does nothing twice', async () => {
  const ctx = aContext(db)
  const things = Array.from({ length: 200 }, () => ({ type: 'test.step', aggregate: 'test', id: newId() }))
  await transaction(ctx, (tx) => publishAll(tx, things))
  const heard: string[] = []
  const listener: Listener = {
    name: 'test.hear',
    on: ['test.step'],
    run: async (_, event) => heard.push(event.aggregateId),
  }
  const relay = startRelay(db, [listener], () => {})
  await relay.drain()
  await relay.stop()

  for (let stops = 0; stops < 8; stops++) {
    const heardBefore = heard.length
    const jobs = await startJobs({
      db,
      url,
      listeners: [listener],
      clockJobs: [],
      shops: async () => [ctx.shopId],
      contextFor: () => ctx,
      onError: () => {},
    })
    await expect.poll(() => heard.length, { interval: 1 }).toBeGreaterThan(heardBefore)
    await jobs.stop()
    const { rows } = await sql`select 'job' from graphile_worker._private_jobs where locked_at is not null
      union all select 'queue' from graphile_worker._private_job_queues where locked_at is not null`.execute(db)
    expect(rows).toEqual([])
  }
  expect(new Set(heard).size).toBe(heard.length)
})
