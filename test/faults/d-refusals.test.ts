import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { type Database, openDatabase, transaction } from '#platform/database'
import { historyOf, publish } from '#platform/events'
import { problemOf } from '#platform/http'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop } from '#test/orders'
import { crashable } from './support/crashable.ts'
import { sound } from './support/sound.ts'

const { db, url } = await testDatabase()

/** What a caller of the API is told of this. */
const told = (error: unknown) => {
  const { status, code } = problemOf(error, { locale: 'en', requestId: 'test', texts: houseTexts })
  return `${status} ${code}`
}
const answerOf = (work: Promise<unknown>): Promise<string> => work.then(() => '200', told)
const ask = (by: Database) => answerOf(sql`select 1`.execute(by))

function pool(options: Partial<Parameters<typeof openDatabase>[0]>): Database {
  const opened = openDatabase({ url, ...options })
  afterAll(() => opened.destroy())
  return opened
}

test('D06 a database that refuses connections, the password or the right is answered with 503, and the house goes on when it relents', async () => {
  const small = await crashable({ settings: ['max_connections=10'] })
  const wrong = pool({ url: Object.assign(new URL(small.url), { password: 'wrong' }).href })
  expect(await ask(wrong)).toBe('503 database.away')

  const owner = small.open({ maxConnections: 1 })
  await sql`create role reader login password 'reader'`.execute(owner)
  const reader = pool({ url: Object.assign(new URL(small.url), { username: 'reader', password: 'reader' }).href })
  expect(await answerOf(sql`select 1 from sales.orders`.execute(reader))).toBe('503 database.away')
  await sql`grant usage on schema sales to reader`.execute(owner)
  await sql`grant select on sales.orders to reader`.execute(owner)
  expect(await answerOf(sql`select 1 from sales.orders`.execute(reader))).toBe('200')

  const many = small.open({ poolWaitMillis: 5_000 })
  const crowd = Array.from({ length: 16 }, () => answerOf(sql`select pg_sleep(1)`.execute(many)))
  expect(new Set(await Promise.all(crowd))).toEqual(new Set(['200', '503 database.away']))
  await sleep(150)
  expect(await ask(many)).toBe('200')
}, 60_000)

test('D09 when slow questions hold the whole pool, the next caller is refused with 503 after 400 ms', async () => {
  const two = pool({ maxConnections: 2 })
  const slow = [1, 2].map(() => answerOf(sql`select pg_sleep(2)`.execute(two)))
  await sleep(300)
  const began = performance.now()
  const refused = await ask(two)
  const waited = performance.now() - began

  expect(refused).toBe('503 request.busy')
  expect(waited).toBeGreaterThan(350)
  expect(waited).toBeLessThan(1_000)
  expect(await Promise.all(slow)).toEqual(['200', '200'])
  expect(await ask(two)).toBe('200')
})

test('D12 who waits for a lock that somebody keeps is refused with 503 after three tries of 2 s, and nothing of it has happened', async () => {
  const ctx = aContext(db)
  const id = newId()
  const keeper = new pg.Client({ connectionString: url })
  await keeper.connect()
  await keeper.query('begin; lock table sales.orders in access exclusive mode')
  const began = performance.now()
  const work = transaction(ctx, async (tx) => {
    await publish(tx, { type: 'test.happened', aggregate: 'test', id })
    await sql`select 1 from sales.orders limit 1`.execute(tx.db)
  })
  const refused = await answerOf(work)
  const waited = performance.now() - began
  await keeper.end()

  expect(refused).toBe('503 database.busy')
  expect(waited).toBeGreaterThan(5_900)
  expect(waited).toBeLessThan(9_000)
  expect(await historyOf(ctx, id)).toEqual([])
})

/** A transaction with a key in which PostgreSQL raises this, so many times. */
async function raised(state: string, times: number) {
  const key = newId()
  const ctx: Context = { ...aContext(db), repeat: { scope: 'test', key, fingerprint: 'same' } }
  const id = newId()
  let runs = 0
  const work = () =>
    transaction(ctx, async (tx) => {
      runs += 1
      await publish(tx, { type: 'test.happened', aggregate: 'test', id })
      if (runs <= times) await sql.raw(`do $$ begin raise sqlstate '${state}'; end $$`).execute(tx.db)
      return id
    })
  const first = await answerOf(work())
  return {
    first,
    runs,
    again: async () => ({ answer: await answerOf(work()), happened: (await historyOf(ctx, id)).length }),
  }
}

test('D14 a transaction that cannot be serialised is tried three times and then refused with 503, its key unused', async () => {
  const twice = await raised('40001', 2)
  const always = await raised('40001', 3)

  expect({ answer: twice.first, runs: twice.runs }).toEqual({ answer: '200', runs: 3 })
  expect({ answer: always.first, runs: always.runs }).toEqual({ answer: '503 database.busy', runs: 3 })
  expect(await always.again()).toEqual({ answer: '200', happened: 1 })
})

test('D18 an order whose statement takes too long is rolled back and refused with 503, and its key then works', async () => {
  const ctx: Context = { ...aContext(db), repeat: { scope: 'test', key: newId(), fingerprint: 'same' } }
  const hasty = pool({ statementTimeoutMillis: 200 })
  const id = newId()
  const work = (seconds: number, by: Database) =>
    transaction({ ...ctx, db: by }, async (tx) => {
      await publish(tx, { type: 'test.happened', aggregate: 'test', id })
      await sql`select pg_sleep(${seconds})`.execute(tx.db)
    })
  const slow = await answerOf(work(2, hasty))
  const happened = await historyOf(ctx, id)

  expect(slow).toBe('503 database.away')
  expect(happened).toEqual([])
  expect(await answerOf(work(0, hasty))).toBe('200')
  expect(await historyOf(ctx, id)).toHaveLength(1)
})

test('D24 on a server with another zone, date style, language of strings and isolation an order goes its whole way', async () => {
  const odd = await crashable({
    settings: [
      'timezone=Asia/Kathmandu',
      'datestyle=SQL,DMY',
      'intervalstyle=sql_standard',
      'standard_conforming_strings=off',
      'extra_float_digits=-10',
      'bytea_output=escape',
      'default_transaction_isolation=repeatable read',
    ],
  })
  const there = odd.open()
  const shop = await aSellingShop(there, { now: Temporal.Now.instant() })
  const { order } = await anOrder(shop, { status: 'delivered' })

  expect(order).toMatchObject({ payment: 'paid', fulfilment: 'delivered' })
  expect(order.placedAt.epochMilliseconds).toBe(shop.ctx.now.epochMilliseconds)
  await sound(there)
}, 90_000)
