import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { type EventRecord, historyOf, type Listener, publish, startRelay, tellWaiting } from '#platform/events'
import { deadJobs, prepareJobs, reviveJobs, startJobs } from '#platform/jobs'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { handOn } from './relay.ts'

const { db, url } = await testDatabase()
await prepareJobs(url)

const tell = (ctx: ReturnType<typeof aContext>, id: string, type: string) =>
  transaction(ctx, (tx) => publish(tx, { type, aggregate: 'test', id }))

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (await done()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not happen within 15 s')
}

function house(listeners: Listener[], ctx: ReturnType<typeof aContext>) {
  const options = {
    db,
    url,
    listeners,
    clockJobs: [],
    shops: async () => [ctx.shopId],
    contextFor: () => ctx,
    onError: () => {},
    concurrency: 3,
  }
  const errors: unknown[] = []
  const relay = startRelay(db, listeners, (error) => errors.push(error))
  return startJobs(options).then((jobs) => ({ errors, stop: async () => Promise.all([relay.stop(), jobs.stop()]) }))
}

test('every event reaches its listener, in the order in which it happened to one thing', async () => {
  const ctx = aContext(db)
  const heard: EventRecord[] = []
  const hear = async (event: EventRecord) => {
    if (event.version % 2 === 1) await sleep(20) // the next one would be heard first if it did not wait
    heard.push(event)
  }
  const running = await house([{ name: 'test.hear', on: ['test.step'], run: (_, event) => hear(event) }], ctx)
  const things = [newId(), newId(), newId()]
  for (let step = 0; step < 10; step++) await Promise.all(things.map((id) => tell(ctx, id, 'test.step')))
  await until(() => heard.length >= 30)
  await running.stop()
  for (const id of things)
    expect(heard.filter((event) => event.aggregateId === id).map((event) => event.version)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ])
  expect(running.errors).toEqual([])
})

test('an event nobody listens to is kept in the history and not carried around', async () => {
  const ctx = aContext(db)
  const id = newId()
  await tell(ctx, id, 'test.unheard')
  expect(await tellWaiting(ctx, [])).toBeGreaterThan(0)
  expect((await historyOf(ctx, id)).map((event) => event.type)).toEqual(['test.unheard'])
})

test('while another process hands events on this one passes, and nothing is told twice', async () => {
  const ctx = aContext(db)
  const waiting = () => sql<{ count: number }>`select count(*)::int as count from platform.outbox`.execute(db)
  await tell(ctx, newId(), 'test.waits')
  await db.transaction().execute(async (other) => {
    await sql`select 1 from platform.relay for update`.execute(other)
    expect(await handOn(db, [])).toBe(0)
    expect((await waiting()).rows).toEqual([{ count: 1 }])
  })
  expect(await handOn(db, [])).toBe(1)
  expect(await handOn(db, [])).toBe(0)
})

test('many changes of one thing at once get versions without gap or repeat', async () => {
  const ctx = aContext(db)
  const id = newId()
  const lockedTell = () =>
    transaction(ctx, async (tx) => {
      await sql`insert into platform.throttles (key, count, ends_at) values (${id}, 0, now()) on conflict (key) do update set count = throttles.count + 1`.execute(
        tx.db,
      )
      await publish(tx, { type: 'test.step', aggregate: 'test', id })
    })
  await Promise.all(Array.from({ length: 12 }, lockedTell))
  expect((await historyOf(ctx, id)).map((event) => event.version)).toEqual(
    Array.from({ length: 12 }, (_, at) => at + 1),
  )
})

test('history is neither changed nor deleted', async () => {
  const ctx = aContext(db)
  await tell(ctx, newId(), 'test.unheard')
  await expect(
    db.updateTable('platform.events').set({ type: 'x' }).where('shop_id', '=', ctx.shopId).execute(),
  ).rejects.toThrow('append-only')
  await expect(db.deleteFrom('platform.events').where('shop_id', '=', ctx.shopId).execute()).rejects.toThrow(
    'append-only',
  )
})

test('a job whose attempts are used up is listed as dead in its shop, and can be revived', async () => {
  const ctx = aContext(db)
  let mended = false
  let ran = 0
  const listener: Listener = {
    name: 'test.break',
    on: ['test.breaks'],
    run: async () => {
      if (!mended) throw new Error('the printer is on fire')
      ran += 1
    },
  }
  const running = await house([listener], ctx)
  await tell(ctx, newId(), 'test.breaks')
  const failures = async () =>
    await sql`select 1 from graphile_worker._private_jobs
      where payload->>'shopId' = ${ctx.shopId} and last_error is not null and locked_at is null`.execute(db)
  await until(async () => (await failures()).rows.length === 1)
  await sql`update graphile_worker._private_jobs set attempts = max_attempts, locked_at = null, locked_by = null where payload->>'shopId' = ${ctx.shopId}`.execute(
    db,
  )
  const [dead] = await deadJobs(db, ctx.shopId)
  expect(dead).toMatchObject({ name: 'test.break', lastError: expect.stringContaining('on fire') })
  expect(await deadJobs(db, newId<'Shop'>())).toEqual([])
  mended = true
  expect(await reviveJobs(db, ctx.shopId, [dead!.id])).toBe(1)
  await until(() => ran === 1)
  await running.stop()
})

test('a job under way is held by a pool that says it lives, so that nobody frees it however long it takes', async () => {
  const ctx = aContext(db)
  const gate = Promise.withResolvers<void>()
  let begun = false
  const listener: Listener = {
    name: 'test.takeLong',
    on: ['test.takes_long'],
    run: async () => {
      begun = true
      await gate.promise
    },
  }
  const running = await house([listener], ctx)
  await tell(ctx, newId(), 'test.takes_long')
  await until(() => begun)
  const { rows } = await sql<{
    lives: boolean
  }>`select exists (select from platform.workers w where w.id = j.locked_by) as lives
    from graphile_worker._private_jobs j where j.locked_at is not null and j.payload->>'shopId' = ${ctx.shopId}`.execute(
    db,
  )
  gate.resolve()
  await running.stop()
  expect(rows).toEqual([{ lives: true }])
})

test('a clock job that fails in one shop still has its turn in the others', async () => {
  const ctx = aContext(db)
  const [broken, sound] = [newId<'Shop'>(), newId<'Shop'>()]
  const seen: string[] = []
  const visit = {
    name: 'test.visit',
    everyMinutes: 1440,
    run: async (inShop: typeof ctx) => {
      seen.push(inShop.shopId)
      if (inShop.shopId === broken) throw new Error('closed for the day')
    },
  }
  const contextFor = (shopId: typeof ctx.shopId) => ({ ...ctx, shopId })
  const jobs = await startJobs({
    db,
    url,
    listeners: [],
    clockJobs: [visit],
    shops: async () => [broken, sound],
    contextFor,
    onError: () => {},
  })
  await sql`select graphile_worker.add_job('test.visit')`.execute(db)
  await until(() => seen.includes(sound))
  await jobs.stop()
  expect(seen.slice(0, 2)).toEqual([broken, sound])
})
