import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { transaction } from '#platform/database'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase({ maxConnections: 1 })
const ctx = aContext(db)
await sql`create table public.things (id int primary key, name text); insert into public.things values (1, 'teapot')`.execute(
  db,
)

const things = (on: typeof db) => sql`select * from public.things where id = ${1}`.execute(on).then(({ rows }) => rows)

/** Enough that the server keeps a plan on the connection of the pool. */
const askOften = () => Promise.all(Array.from({ length: 60 }, () => things(db)))

test('a statement is known by its name on every connection that asked it', async () => {
  await askOften()
  const ofThings = await db.connection().execute(async (one) => {
    await things(one)
    return sql`select 1 from pg_prepared_statements where statement like ${'select * from public.things%'}`.execute(one)
  })
  expect(ofThings.rows).toHaveLength(1)
})

test('D19 a column that a migration adds beside a running process fails no statement and no transaction', async () => {
  await askOften()
  await sql`alter table public.things add column colour text not null default 'white'`.execute(db)
  expect((await askOften()).flat()).toEqual(Array(60).fill({ id: 1, name: 'teapot', colour: 'white' }))

  await sql`alter table public.things add column height int`.execute(db)
  let tries = 0
  const found = await transaction(ctx, async (tx) => {
    tries += 1
    return things(tx.db)
  })
  expect(found).toEqual([{ id: 1, name: 'teapot', colour: 'white', height: null }])
  expect(tries).toBe(2)
})
