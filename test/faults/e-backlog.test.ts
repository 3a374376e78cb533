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
const ctx = aContext(db)
const shared = { db, url, shops: async () => [ctx.shopId], contextFor: () => ctx, onError: () => {} }

test('E11 a backlog of 2,000 events is handed on and worked off at fifty a second or more, and nothing of it twice', async () => {
  const size = 2_000
  const things = Array.from({ length: size }, () => ({ type: 'test.step', aggregate: 'test', id: newId() }))
  for (let from = 0; from < size; from += 500)
    await transaction(ctx, (tx) => publishAll(tx, things.slice(from, from + 500)))
  const heard: string[] = []
  const listener: Listener = {
    name: 'test.hear',
    on: ['test.step'],
    run: async (_, event) => heard.push(event.aggregateId),
  }
  const started = performance.now()
  const relay = startRelay(db, [listener], () => {})
  const jobs = await startJobs({ ...shared, listeners: [listener], clockJobs: [] })
  await expect.poll(() => heard.length, { timeout: 100_000, interval: 50 }).toBeGreaterThanOrEqual(size)
  const seconds = (performance.now() - started) / 1_000
  await jobs.stop()
  await relay.stop()

  expect(new Set(heard).size).toBe(heard.length)
  expect(size / seconds).toBeGreaterThanOrEqual(50)
}, 180_000)

test('E15 with 100,000 jobs lying in wait 500 that are due are claimed, done and settled within twenty milliseconds each', async () => {
  await sql`select graphile_worker.add_job('test.later', run_at := now() + interval '1 day')`.execute(db)
  for (let share = 0; share < 10; share++)
    await sql`insert into graphile_worker._private_jobs (task_id, payload, run_at)
      select task_id, '{}', run_at from graphile_worker._private_jobs, generate_series(1, 10000)
      where id = (select min(id) from graphile_worker._private_jobs)`.execute(db)
  await sql`select graphile_worker.add_job('test.now', payload := '{}') from generate_series(1, 500)`.execute(db)
  await sql`analyze graphile_worker._private_jobs`.execute(db)
  let done = 0
  const clockJob = (name: string) => ({ name, everyMinutes: 1440, run: async () => (done += 1) })
  const started = performance.now()
  const jobs = await startJobs({
    ...shared,
    listeners: [],
    clockJobs: [clockJob('test.now'), clockJob('test.later')],
    concurrency: 1,
  })
  await expect.poll(() => done, { timeout: 60_000, interval: 10 }).toBe(500)
  const millisEach = (performance.now() - started) / 500
  await jobs.stop()

  expect(millisEach).toBeLessThan(20)
}, 180_000)
