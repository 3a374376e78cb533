import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { checkIds, examine } from '#insight/doctor'
import { openDatabase } from '#platform/database'
import { openVault } from '#platform/vault'
import type { Bench } from '../support/benchmark.ts'
import { dataFolder } from '../support/folders.ts'
import { keyOf } from '../support/schema-key.ts'
import { bareTables } from './bare-tables.ts'
import { clonesOf, type Size } from './clones.ts'
import { administer, databaseIn, openCluster, withClient } from './cluster.ts'
import { copyRows } from './copy-rows.ts'
import { deriveReductions, deriveStock } from './derive.ts'
import { readTemplateShop } from './template-shop.ts'

/** How much there is to look through. */
const sizes = {
  small: { products: 1_000, orders: 10_000 },
  medium: { products: 10_000, orders: 10_000 },
  large: { products: 10_000, orders: 1_000_000 },
  wide: { products: 100_000, orders: 10_000 },
} as const satisfies Record<string, Size>

export type SizeName = keyof typeof sizes

/** A seeded database, and the data folder for a house that shall run on it (`openHouse({ folder, databaseUrl })`). */
export interface Dataset {
  readonly databaseUrl: string
  readonly folder: string
}

/**
 * The seeded database of this size, made on the first call and kept: many times the demo shop, made by COPY and examined by the
 * doctor. Who writes gets a copy of it that is dropped when the benchmark ends. The cluster runs until then.
 */
export async function dataset(bench: Bench, name: SizeName, use: 'reading' | 'writing' = 'reading'): Promise<Dataset> {
  if (!(await isMade(bench, name))) await make(bench, name)
  const { server, folder } = await openCluster(bench.say)
  bench.atEnd(() => server.stop())
  const database = use === 'reading' ? databaseOf(name) : await scratchOf(bench, server.url, databaseOf(name))
  return { databaseUrl: databaseIn(server.url, database), folder }
}

async function scratchOf(bench: Bench, url: string, template: string): Promise<string> {
  const scratch = `scratch_${process.pid}`
  await administer(
    url,
    `drop database if exists ${scratch} with (force)`,
    `create database ${scratch} template ${template}`,
  )
  bench.atEnd(() => administer(url, `drop database ${scratch} with (force)`))
  return scratch
}

const databaseOf = (name: SizeName): string => `${name}_${keyOf(['bench/seed/*.ts'])}`

async function isMade({ say }: Bench, name: SizeName): Promise<boolean> {
  const { server } = await openCluster(say)
  try {
    return await withClient(databaseIn(server.url, 'postgres'), async (client) => {
      const { rows } = await client.query('select from pg_database where datname = $1', [databaseOf(name)])
      return rows.length > 0
    })
  } finally {
    await server.stop()
  }
}

/** Nothing is lost when this is cut short, so nothing waits for the disk. */
const hasty = [
  'fsync=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'shared_buffers=1GB',
  'maintenance_work_mem=512MB',
  'max_parallel_maintenance_workers=0',
  'work_mem=256MB',
  'statement_timeout=0',
]

async function make({ say }: Bench, name: SizeName): Promise<void> {
  const { products, orders } = sizes[name]
  say(`seeding ${products} products and ${orders} orders, which are kept`)
  const { server, folder } = await openCluster(say, hasty)
  const half = `${name}_half`
  try {
    await dropOthers(server.url, name)
    await administer(server.url, `create database ${half} template zhanggui`)
    const url = databaseIn(server.url, half)
    const madeAt = await withClient(url, momentOfTheDemo)
    await fill(url, sizes[name], join(dataFolder, folder), say)
    await examined(url, madeAt, say)
    await administer(server.url, `alter database ${half} rename to ${databaseOf(name)}`, 'checkpoint')
  } finally {
    await server.stop()
  }
}

/** What an earlier seeder made, or began and did not end. */
async function dropOthers(url: string, name: SizeName): Promise<void> {
  const names = await withClient(databaseIn(url, 'postgres'), async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `${name}\\_%`,
    ])
    return rows.map(({ datname }) => datname)
  })
  for (const each of names) await administer(url, `drop database ${each} with (force)`)
}

async function fill(url: string, size: Size, folder: string, say: Bench['say']): Promise<void> {
  const vault = openVault(Buffer.from(readFileSync(join(folder, 'secret'), 'utf8').trim(), 'hex'))
  await withClient(url, async (client) => {
    const shop = await readTemplateShop(client)
    const { indexes, foreignKeys } = await bareTables(client, [...shop.columns.keys()])
    await each(url, clonesOf(shop, size, vault), async (connection, rows) => {
      await copyRows(connection, rows)
      for (const index of indexes.get(rows.table)!) await connection.query(index)
      say(`  ${rows.table}`)
    })
    await client.query('set session_replication_role = replica')
    await deriveStock(client)
    await deriveReductions(client)
    say('  foreign keys')
    for (const key of foreignKeys) await client.query(key)
    await client.query('vacuum analyze')
  })
}

/** When the demo shop was made: its deadlines, and those of its copies, are compared with that moment. */
async function momentOfTheDemo(client: pg.Client): Promise<Temporal.Instant> {
  const { rows } = await client.query<{ at: string }>(
    `select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from platform.events`,
  )
  return Temporal.Instant.from(rows[0]!.at)
}

/** On two connections at once, because the machine has two cores. */
async function each<Work>(
  url: string,
  works: readonly Work[],
  run: (client: pg.Client, work: Work) => Promise<unknown>,
): Promise<void> {
  const waiting = [...works]
  const one = () =>
    withClient(url, async (client) => {
      await client.query('set session_replication_role = replica')
      for (let work = waiting.shift(); work; work = waiting.shift()) await run(client, work)
    })
  await Promise.all([one(), one()])
}

/** In two halves, one for each core. @throws Error when the doctor finds anything: figures about data that cannot be are worth nothing */
async function examined(url: string, at: Temporal.Instant, say: Bench['say']): Promise<void> {
  say('  doctor')
  const db = openDatabase({ url, statementTimeoutMillis: 600_000 })
  try {
    const halves = [0, 1].map((half) => checkIds.filter((_, index) => index % 2 === half))
    const found = (await Promise.all(halves.map((only) => examine(db, { at, only })))).flat()
    const broken = found.filter((check) => check.broken > 0)
    if (broken.length > 0)
      throw new Error(
        `the seeded data are not sound: ${JSON.stringify(broken.map(({ id, broken, violations }) => ({ id, broken, first: violations[0] })))}`,
      )
  } finally {
    await db.destroy()
  }
}
