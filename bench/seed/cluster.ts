import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedDatabase, startEmbedded } from '#platform/database'
import { demoHouse } from '../support/demo-house.ts'
import { dataFolder } from '../support/folders.ts'

/** The databases of the benchmarks, beside the demo shop they are made from, and the data folder whose secret opens them. */
export interface Cluster {
  readonly server: EmbeddedDatabase
  readonly folder: string
}

/** PostgreSQL as a shop runs it; `settings` for the hour of seeding. A cluster of another schema is thrown away. */
export async function openCluster(say: (line: string) => void, settings: readonly string[] = []): Promise<Cluster> {
  const demo = await demoHouse(say)
  const folder = `cluster-${demo.slice('demo-'.length)}`
  const path = join(dataFolder, folder)
  if (!existsSync(path)) {
    for (const old of readdirSync(dataFolder).filter((name) => name.startsWith('cluster-')))
      rmSync(join(dataFolder, old), { recursive: true })
    cpSync(join(dataFolder, demo), `${path}.new`, { recursive: true })
    renameSync(`${path}.new`, path)
  }
  return { server: await startEmbedded({ dataDir: path, settings }), folder }
}

/** Runs statements outside the databases they are about. */
export async function administer(url: string, ...statements: readonly string[]): Promise<void> {
  await withClient(databaseIn(url, 'postgres'), async (client) => {
    for (const statement of statements) await client.query(statement)
  })
}

export const databaseIn = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
