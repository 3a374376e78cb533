import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export interface Migration {
  readonly name: string
  readonly sql: string
}

const folder = new URL('../../migrations/', import.meta.url)

/**
 * Brings the database to the newest schema, each file in its own transaction, in the order of their numbers. Two
 * processes may try at once: one works, the other waits. A lock that a long query holds is given up after 50 ms and tried again.
 * A file that makes indexes `concurrently` runs statement by statement, so that nobody who writes waits for it; each of its statements must bear being run again.
 * `names` chooses files: a backup is restored into the schema it was taken from.
 *
 * @returns the names of the files that were run
 * @throws Error when an applied file was changed afterwards
 */
export async function migrate(url: string, names?: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'zhanggui migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await ensureJournal(client)
    const ran: string[] = []
    for (const migration of await readMigrations(names)) if (await apply(client, migration)) ran.push(migration.name)
    return ran
  } finally {
    await client.end()
  }
}

async function readMigrations(chosen?: readonly string[]): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort()
  const wanted = names.filter((name) => chosen?.includes(name) ?? true)
  return Promise.all(wanted.map(async (name) => ({ name, sql: await readFile(new URL(name, folder), 'utf8') })))
}

async function ensureJournal(client: pg.Client): Promise<void> {
  const journal = `create schema if not exists platform;
    create table if not exists platform.migrations (name text primary key, checksum text not null, ran_at timestamptz not null default now())`
  await client.query(journal).catch(async (error: { code?: string }) => {
    if (!['23505', '42P06', '42P07'].includes(error.code ?? '')) throw error // two processes created it at once
    await client.query(journal)
  })
}

const apply = (client: pg.Client, migration: Migration): Promise<boolean> =>
  /^create index concurrently /m.test(migration.sql) ? applyBeside(client, migration) : applyWhole(client, migration)

async function applyWhole(client: pg.Client, migration: Migration): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(
        "begin; set local lock_timeout = '30s'; lock table platform.migrations in exclusive mode; set local lock_timeout = '50ms'",
      )
      const isNew = !(await hasRun(client, migration))
      if (isNew) {
        await client.query(migration.sql)
        await enter(client, migration)
      }
      await client.query('commit')
      return isNew
    } catch (error) {
      await client.query('rollback')
      if ((error as { code?: string }).code !== '55P03' || attempt >= 100) throw error
      await sleep(20 + Math.random() * 80)
    }
  }
}

/** Whoever waits asks again and again: a waiting transaction would be waited for by the index that is being made. */
async function applyBeside(client: pg.Client, migration: Migration): Promise<boolean> {
  while (!(await isOurTurn(client))) await sleep(20 + Math.random() * 80)
  try {
    if (await hasRun(client, migration)) return false
    for (const statement of migration.sql.split(/;$/m)) await client.query(statement)
    await enter(client, migration)
    return true
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('zhanggui migrate'))")
  }
}

async function isOurTurn(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query("select pg_try_advisory_lock(hashtext('zhanggui migrate')) as ours")
  return rows[0].ours
}

/** @throws Error when the file was changed since */
async function hasRun(client: pg.Client, { name, sql }: Migration): Promise<boolean> {
  const { rows } = await client.query('select checksum from platform.migrations where name = $1', [name])
  if (rows[0] && rows[0].checksum !== checksumOf(sql)) throw new Error(`migration ${name} was changed after it had run`)
  return rows.length > 0
}

const enter = (client: pg.Client, { name, sql }: Migration) =>
  client.query('insert into platform.migrations (name, checksum) values ($1, $2)', [name, checksumOf(sql)])

const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')
