import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, startEmbedded } from '#platform/database'
import type { Bench } from './benchmark.ts'
import { dataFolder } from './folders.ts'

/** A migrated database with nothing in it, on a server with the product's own settings; dropped at the end. */
export async function freshDatabase({ atEnd }: Bench): Promise<string> {
  const server = await startEmbedded({ dataDir: join(dataFolder, 'fresh') })
  atEnd(() => server.stop())
  const name = `bench_${randomBytes(4).toString('hex')}`
  await run(server.url, `create database ${name}`)
  atEnd(() => run(server.url, `drop database ${name} with (force)`))
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  await migrate(url)
  return url
}

/** Runs statements on a connection of their own. */
export async function run(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}
