import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Reader } from '#platform/context'
import { atOnce, transaction } from '#platform/database'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()
const ctx = aContext(db)
const pid = async ({ db }: Pick<Reader, 'db'>) =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid
const failing = ({ db }: Pick<Reader, 'db'>) => sql`select 1 / 0`.execute(db)

test('what is asked at once is answered on one connection, also when one asks several things at once itself', async () => {
  const [first, nested, second] = await atOnce(ctx, (one) => [
    pid(one),
    atOnce(one, (same) => [pid(same), pid(same)]),
    pid(one),
  ])

  expect(new Set([first, second, ...nested]).size).toBe(1)
})

test('one question that fails is told after all have ended, and the connection serves on', async () => {
  let isOver = false
  const slow = async (reader: Reader) => {
    await sql`select pg_sleep(0.05)`.execute(reader.db)
    isOver = true
  }

  await expect(atOnce(ctx, (one) => [failing(one), slow(one)])).rejects.toThrow('division by zero')

  expect(isOver).toBe(true)
  expect(await atOnce(ctx, (one) => [pid(one)])).toHaveLength(1)
})

test('inside a transaction its own connection is asked, which sees what it has written', async () => {
  await transaction(ctx, async (tx) => {
    await sql`create temporary table seen (one int)`.execute(tx.db)
    const [own, { rows }] = await atOnce(tx, (one) => [pid(one), sql`select * from seen`.execute(one.db)])

    expect(own).toBe(await pid(tx))
    expect(rows).toEqual([])
  })
})
