import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { purgeKeys, transaction } from '#platform/database'
import { historyOf, publish } from '#platform/events'
import { aContext, later } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()
const keyed = (ctx: Context, key: string, fingerprint = 'same'): Context => ({
  ...ctx,
  repeat: { scope: 'test', key, fingerprint },
})

/** A use case with an effect that can be counted. */
const happen = (ctx: Context, aggregate: string): Promise<{ number: number }> =>
  transaction(ctx, async (tx) => {
    await publish(tx, { type: 'test.happened', aggregate: 'test', id: aggregate })
    return { number: (await historyOf(tx, aggregate)).length }
  })

test('what fails leaves nothing behind, its event included', async () => {
  const ctx = aContext(db)
  const id = newId()
  const failing = transaction(ctx, async (tx) => {
    await publish(tx, { type: 'test.happened', aggregate: 'test', id })
    throw new Error('after the write')
  })
  await expect(failing).rejects.toThrow('after the write')
  expect(await historyOf(ctx, id)).toEqual([])
})

test('five requests with one key at once happen once and get the same result', async () => {
  const ctx = aContext(db)
  const [id, key] = [newId(), newId()]
  const results = await Promise.all(Array.from({ length: 5 }, () => happen(keyed(ctx, key), id)))
  expect(await historyOf(ctx, id)).toHaveLength(1)
  expect(new Set(results.map((result) => JSON.stringify(result)))).toEqual(new Set(['{"number":1}']))
})

test('a key that came with another request is refused and changes nothing', async () => {
  const ctx = aContext(db)
  const [id, key] = [newId(), newId()]
  await happen(keyed(ctx, key, 'first'), id)
  await expect(happen(keyed(ctx, key, 'second'), id)).rejects.toMatchObject({ code: 'idempotency.key_reused' })
  expect(await historyOf(ctx, id)).toHaveLength(1)
})

test('a refused request does not use its key up', async () => {
  const ctx = aContext(db)
  const [id, key] = [newId(), newId()]
  await expect(transaction(keyed(ctx, key), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await happen(keyed(ctx, key), id)).toEqual({ number: 1 })
})

test('a result that cannot be kept under its key undoes what was done', async () => {
  const ctx = aContext(db)
  const [id, key] = [newId(), newId()]
  const unkept = transaction(keyed(ctx, key), async (tx) => {
    await publish(tx, { type: 'test.happened', aggregate: 'test', id })
    return { name: 'what jsonb does not take: \u0000' }
  })
  await expect(unkept).rejects.toMatchObject({ code: '22P05' })
  expect(await historyOf(ctx, id)).toEqual([])
  expect(await happen(keyed(ctx, key), id)).toEqual({ number: 1 })
})

test('a result is kept under its key before its transaction ends, whatever is still under way on its connection', async () => {
  const ctx = aContext(db)
  const [id, key] = [newId(), newId()]
  await transaction(keyed(ctx, key), async (tx) => {
    await publish(tx, { type: 'test.happened', aggregate: 'test', id })
    void sql`select pg_sleep(0.1)`.execute(tx.db)
    return { number: 1 }
  })
  const { rows } = await sql`select result from platform.idempotency_keys where key = ${key}`.execute(db)
  expect(rows).toEqual([{ result: { number: 1 } }])
})

test('the same key in another shop is another key', async () => {
  const [id, key] = [newId(), newId()]
  await happen(keyed(aContext(db), key), id)
  expect(await happen(keyed(aContext(db), key), newId())).toEqual({ number: 1 })
})

test('the same key of another caller is another key, and each gets the own answer again', async () => {
  const ctx = aContext(db)
  const [key, first, second] = [newId(), newId(), newId()]
  const ann = { ...ctx, repeat: { scope: 'ann', key, fingerprint: 'hers' } }
  const bob = { ...ctx, repeat: { scope: 'bob', key, fingerprint: 'his' } }
  await happen(ann, first)
  await happen(ctx, second)
  await happen(bob, second)

  expect([await happen(ann, first), await happen(bob, second)]).toEqual([{ number: 1 }, { number: 2 }])
})

test.each([
  ['before it begins', 'begin'],
  ['while it is done', 'work'],
])('what is done after its time was over is not committed: given up %s', async (_, when) => {
  const [id, ending] = [newId(), new AbortController()]
  const ctx = { ...aContext(db), signal: ending.signal }
  const over = () => ending.abort(new Error('took too long'))
  let isDone = false
  if (when === 'begin') over()
  const late = transaction(ctx, async (tx) => {
    await publish(tx, { type: 'test.happened', aggregate: 'test', id })
    isDone = true
    over()
  })

  await expect(late).rejects.toThrow('took too long')
  expect(isDone).toBe(when === 'work')
  expect(await historyOf(ctx, id)).toEqual([])
})

test('A05 when the connection is lost at COMMIT nobody knows what happened: without a key it is not tried again, with one it happens once', async () => {
  await sql`create sequence lost_once`.execute(db)
  await sql`create function lose() returns trigger language plpgsql as $$ begin
    if nextval('lost_once') % 2 = 1 then perform pg_terminate_backend(pg_backend_pid()); end if; return null; end $$`.execute(
    db,
  )
  await sql`create constraint trigger lose after insert on platform.events deferrable initially deferred
    for each row when (new.type = 'test.lost') execute function lose()`.execute(db)
  const ctx = aContext(db)
  const [id, other] = [newId(), newId()]
  let tries = 0
  const happenLost = (context: Context, aggregate: string) =>
    transaction(context, (tx) => {
      tries += 1
      return publish(tx, { type: 'test.lost', aggregate: 'test', id: aggregate })
    })

  await expect(happenLost(ctx, id)).rejects.toMatchObject({ code: 'database.outcome_unknown' })
  expect(tries).toBe(1)
  await sql`select nextval('lost_once')`.execute(db)
  await happenLost(keyed(ctx, newId()), other)
  expect(tries).toBe(3)
  expect(await historyOf(ctx, other)).toHaveLength(1)
})

test('a key is remembered for 72 hours and then forgotten', async () => {
  const ctx = aContext(db)
  const [id, key] = [newId(), newId()]
  await happen(keyed(ctx, key), id)
  await purgeKeys(later(ctx, { hours: 71 }))
  await happen(keyed(ctx, key), id)
  expect(await historyOf(ctx, id)).toHaveLength(1)
  await purgeKeys(later(ctx, { hours: 73 }))
  expect(await happen(keyed(ctx, key), id)).toEqual({ number: 2 })
})

test('D13 two that lock each other’s rows are tried again and both succeed', async () => {
  const ctx = aContext(db)
  const [first, second] = [newId(), newId()]
  const keys = [first, second]
  for (const key of keys)
    await sql`insert into platform.throttles (key, count, ends_at) values (${key}, 0, now())`.execute(db)
  const count = (order: string[]) =>
    transaction(ctx, async (tx) => {
      for (const key of order) {
        await sql`update platform.throttles set count = count + 1 where key = ${key}`.execute(tx.db)
        await sql`select pg_sleep(0.05)`.execute(tx.db)
      }
    })
  await Promise.all([count([first, second]), count([second, first])])
  const rows = await db.selectFrom('platform.throttles').select('count').where('key', 'in', keys).execute()
  expect(rows.map((row) => row.count)).toEqual([2, 2])
})

test('D10 inside a transaction neither a second connection nor the world outside can be reached', async () => {
  const ctx = aContext(db)
  await expect(transaction(ctx, () => sql`select 1`.execute(ctx.db))).rejects.toThrow('use tx.db')
  await expect(transaction(ctx, () => ctx.outside.files.get('a/b'))).rejects.toThrow('inside a transaction')
  await expect(transaction(ctx, () => transaction(ctx, async () => {}))).rejects.toThrow('inside a transaction')
})

test('instants, days and large numbers come back as they were written, and too large ones not at all', async () => {
  const [at, day] = [Temporal.Instant.from('2026-02-28T23:59:59.123456Z'), Temporal.PlainDate.from('2028-02-29')]
  const { rows } = await sql<{ at: Temporal.Instant; day: Temporal.PlainDate; big: number }>`
    select ${at}::timestamptz as at, ${day}::date as day, ${Number.MAX_SAFE_INTEGER}::int8 as big`.execute(db)
  expect(rows[0]!.at.equals(at) && rows[0]!.day.equals(day)).toBe(true)
  expect(rows[0]!.big).toBe(Number.MAX_SAFE_INTEGER)
  await expect(sql`select 9007199254740993::int8 as big`.execute(db)).rejects.toThrow('safe integer')
})
