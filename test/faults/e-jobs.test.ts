import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { type Listener, publish, startRelay } from '#platform/events'
import { type ClockJob, countJobs, deadJobs, type Jobs, prepareJobs, reviveJobs, startJobs } from '#platform/jobs'
import { aContext, later } from '#test/context'
import { testDatabase } from '#test/database'

const { db, url } = await testDatabase()
await prepareJobs(url)

const running: Jobs[] = []
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop()
  await sql`drop schema if exists test cascade`.execute(db)
})

interface House {
  readonly listeners?: readonly Listener[]
  readonly clockJobs?: readonly ClockJob[]
  readonly complaints?: string[]
  readonly concurrency?: number
}

/** Workers of a house that does nothing else. */
async function work(ctx: Context, { listeners = [], clockJobs = [], complaints = [], concurrency }: House) {
  const jobs = await startJobs({
    db,
    url,
    listeners,
    clockJobs,
    shops: async () => [ctx.shopId],
    contextFor: (shopId, origin) => ({ ...ctx, shopId, origin }),
    onError: (error) => complaints.push((error as Error).message),
    concurrency,
  })
  running.push(jobs)
}

const aListener = (name: string, run: Listener['run'], more: Partial<Listener> = {}): Listener => ({
  name,
  on: [name],
  run,
  ...more,
})

/** Something of this type happens, and its jobs are made. */
async function happens(ctx: Context, listeners: readonly Listener[], ...types: readonly string[]): Promise<void> {
  for (const type of types)
    await transaction(ctx, (tx) => publish(tx, { type, aggregate: 'test', id: newId(), data: {} }))
  const relay = startRelay(db, listeners, () => {})
  await relay.drain()
  await relay.stop()
}

const until = (condition: () => unknown) => expect.poll(condition, { interval: 5, timeout: 8_000 }).toBeTruthy()

test('E03 a job that hangs gives its place back when its time is over, and commits nothing any more', async () => {
  const ctx = aContext(db)
  const hung = Promise.withResolvers<void>()
  const afterwards = Promise.withResolvers<unknown>()
  const write = (inJob: Context) =>
    transaction(inJob, (tx) => publish(tx, { type: 'test.late', aggregate: 'test', id: newId(), data: {} }))
  const late = async (inJob: Context) => {
    await hung.promise
    await write(inJob).then(afterwards.resolve, afterwards.resolve)
  }
  let isNextDone = false
  const listeners = [
    aListener('test.hang', late, { mostMinutes: 0.1 / 60 }),
    aListener('test.next', async () => (isNextDone = true)),
  ]
  const complaints: string[] = []
  await happens(ctx, listeners, 'test.hang', 'test.next')
  await work(ctx, { listeners, complaints, concurrency: 1 })

  await until(() => isNextDone)
  hung.resolve()

  expect(await afterwards.promise).toMatchObject({ message: expect.stringContaining('took longer than') })
  expect(complaints).toEqual([expect.stringContaining('took longer than')])
  const written = await db.selectFrom('platform.events').select('id').where('type', '=', 'test.late').execute()
  expect(written).toEqual([])
  await until(async () => (await countJobs(db, ctx.shopId))[0]?.failing === 1)
})

test.each(['done', 'failed'])(
  'E04 when the database does not take the word that a job is %s, others are worked on and it comes again',
  async (word) => {
    const ctx = aContext(db)
    const [first, second] = [`test.first_${word}`, `test.second_${word}`]
    const ran: string[] = []
    const listeners = [
      aListener(first, async () => {
        ran.push(first)
        if (word === 'failed' && ran.length === 1) throw new Error('on fire')
      }),
      aListener(second, async () => ran.push(second)),
    ]
    await happens(ctx, listeners, first, second)
    await sql`create schema test`.execute(db)
    await sql`create sequence test.refusals`.execute(db)
    await sql`create function test.refuse() returns trigger language plpgsql as $$ begin
    if nextval('test.refusals') = 1 then raise exception 'the connection was lost' using errcode = '57P01'; end if;
    return coalesce(new, old); end $$`.execute(db)
    await sql`create trigger refuse before delete or update of last_error on graphile_worker._private_jobs for each row execute function test.refuse()`.execute(
      db,
    )
    const complaints: string[] = []
    await work(ctx, { listeners, complaints, concurrency: 1 })

    await until(() => ran.includes(second))
    await until(async () => (await countJobs(db, ctx.shopId)).length === 1)
    await sql`update platform.workers set seen_at = now() - interval '61 seconds' where id in (select locked_by from graphile_worker._private_jobs)`.execute(
      db,
    )
    await work(ctx, { listeners })
    await until(async () => (await countJobs(db, ctx.shopId)).length === 0)

    expect(ran.filter((each) => each === first)).toHaveLength(2)
    await sql`drop trigger refuse on graphile_worker._private_jobs`.execute(db)
    await sql`drop schema test cascade`.execute(db)
  },
)

test('E05 one job lives, however many put it in under its key at once', async () => {
  const add = () => sql`select graphile_worker.add_job('test.once', job_key := 'the only one')`.execute(db)
  await Promise.all(Array.from({ length: 100 }, add))
  const { rows } = await sql`select 1 from graphile_worker._private_jobs where key = 'the only one'`.execute(db)
  expect(rows).toHaveLength(1)
  await sql`select graphile_worker.remove_job('the only one')`.execute(db)
})

test('E02 a job that always fails is tried eight times, ever later, then lies dead; others go on, and one press revives it', async () => {
  const ctx = aContext(db)
  let isMended = false
  const tried: number[] = []
  const others: number[] = []
  const listeners = [
    aListener('test.poison', async () => {
      tried.push(tried.length)
      if (!isMended) throw new Error('poison')
    }),
    aListener('test.well', async () => others.push(1)),
  ]
  const mine = sql`task_id = (select id from graphile_worker._private_tasks where identifier = 'test.poison')`
  await happens(ctx, listeners, 'test.poison', 'test.well')
  await work(ctx, { listeners })
  const waits: number[] = []
  for (let attempt = 1; attempt <= 8; attempt++) {
    await until(
      async () =>
        (
          await sql`select 1 from graphile_worker._private_jobs where ${mine} and attempts = ${attempt} and locked_at is null`.execute(
            db,
          )
        ).rows.length === 1,
    )
    const { rows } = await sql<{
      seconds: number
    }>`select extract(epoch from run_at - updated_at)::float8 as seconds from graphile_worker._private_jobs where ${mine}`.execute(
      db,
    )
    waits.push(rows[0]!.seconds)
    if (attempt < 8) await sql`update graphile_worker._private_jobs set run_at = now() where ${mine}`.execute(db)
  }

  const usual = waits.map((_, failures) => Math.exp(failures + 1)) // e seconds, e² … and up to a quarter more, beside what a busy machine takes
  expect(waits.filter((seconds, at) => seconds < usual[at]! || seconds > usual[at]! * 1.25 + 2)).toEqual([])
  expect(waits.some((seconds, at) => seconds > usual[at]! * 1.001)).toBe(true) // by chance: what fails together comes back one by one
  expect([tried.length, others.length]).toEqual([8, 1])
  const [dead] = await deadJobs(db, ctx.shopId)
  expect(dead).toMatchObject({ name: 'test.poison', attempts: 8, lastError: 'poison' })
  isMended = true
  await reviveJobs(db, ctx.shopId, [dead!.id])
  await until(() => tried.length === 9)
  await until(async () => (await deadJobs(db, ctx.shopId)).length === 0)
})

test('E12 ticks missed while no worker ran are not made up for: the next tick comes once', async () => {
  const ctx = aContext(db)
  const ticks: number[] = []
  const clockJob: ClockJob = { name: 'test.tick', everyMinutes: 1, run: async () => ticks.push(1) }
  await work(ctx, { clockJobs: [clockJob] })
  await until(
    async () =>
      (await sql`select 1 from graphile_worker._private_known_crontabs where identifier = 'test.tick'`.execute(db)).rows
        .length === 1,
  )
  await running.pop()!.stop()
  const threeHoursAgo = later({ ...ctx, now: Temporal.Now.instant() }, { hours: -3 }).now
  await sql`update graphile_worker._private_known_crontabs set known_since = ${threeHoursAgo}, last_execution = ${threeHoursAgo} where identifier = 'test.tick'`.execute(
    db,
  )
  ticks.splice(0)

  await work(ctx, { clockJobs: [clockJob] })
  await sql`select graphile_worker.add_job('test.tick', job_key := 'test.tick')`.execute(db)
  await until(() => ticks.length > 0)

  expect(ticks.length).toBeLessThanOrEqual(2) // ours, and the minute's own when it turns just now
})

test('E13 a job that only a newer worker knows waits for it, untouched', async () => {
  const ctx = aContext(db)
  const heard: string[] = []
  const old = aListener('test.known', async () => heard.push('known'))
  const fresh = aListener('test.unknown', async () => heard.push('unknown'))
  await happens(ctx, [old, fresh], 'test.unknown', 'test.known')
  await work(ctx, { listeners: [old] })
  await until(() => heard.length === 1)
  await running.pop()!.stop()
  expect(await countJobs(db, ctx.shopId)).toEqual([
    { name: 'test.unknown', waiting: 1, running: 0, failing: 0, dead: 0 },
  ])

  await work(ctx, { listeners: [old, fresh] })
  await until(() => heard.length === 2)
  expect(heard).toEqual(['known', 'unknown'])
})

test('E14 without any wake-up the relay finds an event and a worker finds its job within five seconds', async () => {
  const ctx = aContext(db)
  const heard: number[] = []
  const listeners = [aListener('test.asleep', async () => heard.push(1))]
  await sql`alter table graphile_worker._private_jobs disable trigger user`.execute(db)
  const relay = startRelay(db, listeners, () => {})
  await work(ctx, { listeners })
  const { rows } = await sql<{
    id: string
  }>`insert into platform.events (id, shop_id, type, aggregate, aggregate_id, version, actor_kind, actor_name, origin, at, data)
    values (${newId()}, ${ctx.shopId}, 'test.asleep', 'test', ${newId()}, 1, 'system', 'elsewhere', 'test', now(), '{}') returning id`.execute(
    db,
  )
  await sql`insert into platform.outbox (event_id) values (${rows[0]!.id})`.execute(db)

  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(1)
  await relay.stop()
  await sql`alter table graphile_worker._private_jobs enable trigger user`.execute(db)
})
