import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { FileStore } from '#platform/files'
import { type Member, writeArchive } from './archive.ts'
import {
  filesFolder,
  fingerprintOf,
  type Header,
  hashOf,
  headerName,
  type Manifest,
  manifestName,
  secretName,
  type TableShape,
  type TableSum,
  tablesFolder,
} from './manifest.ts'
import { columnsSql, findTables, plainSpelling, readJournal, readSequences, sumOf, tableSql } from './tables.ts'

export interface WriteBackup {
  readonly databaseUrl: string
  readonly files: FileStore
  readonly secret: Uint8Array
  /** True when the secret comes from the data folder and so belongs into the backup; one of the environment is kept elsewhere. */
  readonly withSecret: boolean
  readonly to: string
  readonly passphrase?: string
  readonly program: string
  readonly now: Temporal.Instant
}

export interface BackupSummary {
  readonly file: string
  readonly bytes: number
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly sealed: boolean
}

/**
 * Writes the whole house into one file while it runs: every table as it was at one moment, every file those rows can speak of, and
 * the secret. Nothing is locked; people go on working.
 */
export async function writeBackup(wish: WriteBackup): Promise<BackupSummary> {
  const tally: Tally = { tables: {}, members: {}, files: 0 }
  const client = new pg.Client({ connectionString: wish.databaseUrl, application_name: 'zhanggui backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(plainSpelling)
    // One snapshot for all tables. Files come after it: whatever a row of it speaks of is already there.
    await client.query('begin isolation level repeatable read, read only')
    const bytes = await writeArchive(wish.to, hashed(membersOf(client, wish, tally), tally), wish.passphrase)
    const sums = Object.values(tally.tables)
    const rows = sums.reduce((total, sum) => total + sum.rows, 0)
    return {
      file: wish.to,
      bytes,
      tables: sums.length,
      rows,
      files: tally.files,
      sealed: wish.passphrase !== undefined,
    }
  } finally {
    await client.end()
  }
}

interface Tally {
  readonly tables: Record<string, TableSum>
  readonly members: Record<string, string>
  files: number
}

async function* hashed(members: AsyncIterable<Member>, tally: Tally): AsyncGenerator<Member> {
  for await (const member of members) {
    tally.members[member.name] = hashOf(member.bytes)
    yield member
  }
}

async function* membersOf(client: pg.Client, wish: WriteBackup, tally: Tally): AsyncGenerator<Member> {
  const [migrations, tables] = [await readJournal(client), await findTables(client)]
  yield json(headerName, {
    format: 1,
    program: wish.program,
    madeAt: wish.now.toString(),
    migrations,
    tables,
    secret: fingerprintOf(wish.secret),
  } satisfies Header)
  if (wish.withSecret) yield { name: secretName, bytes: wish.secret }
  for (const table of tables) {
    tally.tables[table.name] = await sumOf(client, table)
    yield* rowsOf(client, table)
  }
  const sequences = await readSequences(client)
  await client.query('commit')
  yield* filesOf(wish.files, tally)
  yield json(manifestName, { tables: tally.tables, sequences, members: tally.members } satisfies Manifest)
}

const json = (name: string, value: object): Member => ({ name, bytes: Buffer.from(JSON.stringify(value, null, 1)) })

const pieceBytes = 4 * 1024 * 1024

/** The table in PostgreSQL's COPY text, in pieces of about 4 MiB: a tar needs to know a member's size before its bytes. */
async function* rowsOf(client: pg.Client, table: TableShape): AsyncGenerator<Member> {
  const rows = client.query(copyTo(`copy (select ${columnsSql(table)} from ${tableSql(table.name)}) to stdout`))
  let [waiting, size, number] = [[] as Buffer[], 0, 0]
  const piece = (): Member => {
    number += 1
    const name = `${tablesFolder}${table.name}/${String(number).padStart(6, '0')}`
    const bytes = Buffer.concat(waiting)
    ;[waiting, size] = [[], 0]
    return { name, bytes }
  }
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    size += chunk.byteLength
    if (size >= pieceBytes) yield piece()
  }
  if (size > 0) yield piece()
}

async function* filesOf(files: FileStore, tally: Tally): AsyncGenerator<Member> {
  for await (const { key } of files.list()) {
    const bytes = await files.get(key)
    if (!bytes) continue // thrown away since it was listed
    tally.files += 1
    yield { name: `${filesFolder}${key}`, bytes }
  }
}
