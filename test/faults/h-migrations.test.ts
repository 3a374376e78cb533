import { readdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { migrate } from '#platform/database'
import { emptyDatabase } from '#test/database'

/** Every column and constraint of the house, and which migrations made them, as text that can be compared. */
async function schemaOf(url: string): Promise<string[]> {
  return query(
    url,
    `select name || ' ' || checksum as line from platform.migrations
    union all select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
      from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid <> 0
    union all select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'information_schema')
    order by 1`,
  )
}

async function query(url: string, text: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ line: string }>(text)).rows.map(({ line }) => line)
  } finally {
    await client.end()
  }
}

/** Ends the connection of whoever migrates, in the middle of whatever statement it is at. */
const cut = (url: string): Promise<string[]> =>
  query(
    url,
    `select pg_terminate_backend(pid)::text as line from pg_stat_activity
      where datname = current_database() and application_name = 'zhanggui migrate' and pid <> pg_backend_pid()`,
  )

/** Begins to migrate and is cut off after a while; false when it was done before. */
async function isCutOff(url: string, afterMillis: number): Promise<boolean> {
  const state = { isOver: false }
  const failed = migrate(url)
    .then(
      () => false,
      () => true,
    )
    .finally(() => {
      state.isOver = true
    })
  await sleep(afterMillis)
  while (!state.isOver && (await cut(url)).length === 0) await sleep(5)
  return failed
}

test('H02 a migration that is cut off at any moment is taken up again, and the schema is the same as that of one that was left alone', async () => {
  const [cutOff, leftAlone] = [await emptyDatabase(), await emptyDatabase()]
  await migrate(leftAlone)
  const whole = await schemaOf(leftAlone)
  let cuts = 0
  while (cuts < 12 && (await isCutOff(cutOff, 10 + cuts * 25))) cuts++

  await migrate(cutOff)

  expect(cuts).toBeGreaterThan(2)
  expect(await schemaOf(cutOff)).toEqual(whole)
})

test('H03 of four processes that migrate an empty database at once each file is run by one, and the others wait', async () => {
  const url = await emptyDatabase()

  const ran = (await Promise.all(Array.from({ length: 4 }, () => migrate(url)))).flat()

  expect(ran.toSorted()).toEqual([...new Set(ran)].toSorted())
  expect(await query(url, 'select name as line from platform.migrations order by 1')).toEqual(ran.toSorted())
})

/** Leaves what stands of an index whose making failed: a name that nothing reads and that the next one cannot have. */
async function failToIndex(url: string): Promise<void> {
  await query(url, 'create table sales.twice as select 1 as value from generate_series(1, 2)')
  await expect(query(url, 'create unique index concurrently orders_leaving on sales.twice (value)')).rejects.toThrow(
    'could not create unique index',
  )
}

const broken = (url: string): Promise<string[]> =>
  query(url, 'select indexrelid::regclass::text as line from pg_index where not indisvalid')

test('H06 what is left of an index that could not be made is thrown away by the next run, which makes it whole', async () => {
  const url = await emptyDatabase()
  const upTo = (await readdir(new URL('../../migrations/', import.meta.url))).filter((name) => name < '0101')
  await migrate(url, upTo)
  await failToIndex(url)
  expect(await broken(url)).toEqual(['sales.orders_leaving'])

  await migrate(url)

  expect(await broken(url)).toEqual([])
  expect(await query(url, `select tablename as line from pg_indexes where indexname = 'orders_leaving'`)).toEqual([
    'orders',
  ])
})
