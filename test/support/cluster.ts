import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, startEmbedded } from '#platform/database'

/** Where the tests' databases live: the server, and the migrated database that each test file clones. */
export interface TestCluster {
  readonly serverUrl: string
  readonly template: string
  /** Its tables whose rows belong to a shop. */
  readonly ofShops: readonly string[]
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/** Runs once before all tests: a server with a migrated template database. Returns how to take it down. */
export default async function setup(project: {
  provide(key: 'cluster', value: TestCluster): void
}): Promise<() => Promise<void>> {
  const server = await testServer()
  const template = `zhanggui_template_${process.pid}`
  try {
    await administer(server.url, `create database ${template}`)
    await migrate(databaseUrl(server.url, template))
    project.provide('cluster', {
      serverUrl: server.url,
      template,
      ofShops: await tablesOfShops(databaseUrl(server.url, template)),
    })
  } catch (error) {
    await server.stop()
    throw error
  }
  return async () => {
    await administer(server.url, `drop database ${template} with (force)`)
    await server.stop()
  }
}

export const databaseUrl = (serverUrl: string, database: string): string =>
  Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href

/** Runs one statement that no transaction may hold. */
export async function administer(serverUrl: string, statement: string): Promise<void> {
  await asked(serverUrl, statement)
}

/** Makes a database like the template. Its files are copied: that takes a fifth of what it takes to write them all into the log. */
export const cloneDatabase = (serverUrl: string, name: string, template: string): Promise<void> =>
  administer(serverUrl, `create database ${name} template ${template} strategy file_copy`)

async function tablesOfShops(url: string): Promise<string[]> {
  const rows = await asked<{ name: string }>(
    url,
    `select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'shop_id'`,
  )
  return rows.map(({ name }) => name)
}

async function asked<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

async function testServer(): Promise<{ url: string; stop(): Promise<void> }> {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'zhanggui-test-'))
  await chmod(dataDir, 0o755) // as root the database runs under another account, which must be able to enter
  const clear = () => rm(dataDir, { recursive: true, force: true })
  try {
    const server = await startEmbedded({ dataDir, settings: hasty })
    return { url: server.url, stop: () => server.stop().then(clear) }
  } catch (error) {
    await clear()
    throw error
  }
}

/** A throw-away database may lose everything at a power cut. */
const hasty = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=300',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
]
