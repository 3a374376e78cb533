import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate } from '#platform/database'
import type { FileStore } from '#platform/files'
import { prepareJobs } from '#platform/jobs'
import { type Member, readArchive } from './archive.ts'
import { withoutGuards } from './guards.ts'
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
  tablesFolder,
} from './manifest.ts'
import {
  backupDiffers,
  backupTooNew,
  backupUnreadable,
  databaseNotEmpty,
  schemaDiffers,
  secretDiffers,
  secretNeeded,
} from './refusals.ts'
import { columnsSql, plainSpelling, readJournal, sumOf, tableSql, writeSequences } from './tables.ts'

export interface ReadBackup {
  readonly from: string
  readonly passphrase?: string
  /** An empty database. */
  readonly databaseUrl: string
  readonly files: FileStore
  /** The secret of the environment; absent: the backup's own is handed to `keepSecret`. */
  readonly secret?: Uint8Array
  readonly keepSecret: (secret: Uint8Array) => void
}

export interface RestoreSummary {
  readonly madeAt: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Migrations that are newer than the backup and ran after it was restored. */
  readonly upgraded: readonly string[]
}

/**
 * Puts a backup back into an empty database and file store: makes the schema the backup was taken from, fills it in one
 * transaction, compares the count and the sum of every table and the hash of every file with the manifest, and only then brings the schema up to date.
 *
 * @throws backupUnreadable, passphraseNeeded, passphraseWrong, backupTooNew, schemaDiffers
 * @throws databaseNotEmpty, secretDiffers, secretNeeded
 * @throws backupDiffers when a table did not come back as it was; nothing is kept then
 */
export async function readBackup(wish: ReadBackup): Promise<RestoreSummary> {
  const members = readArchive(wish.from, wish.passphrase)
  const header = await headerOf(members, wish)
  await makeSchema(wish.databaseUrl, header)
  const client = new pg.Client({ connectionString: wish.databaseUrl, application_name: 'zhanggui restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(plainSpelling)
    const filled = await fill(client, members, header, wish)
    await client.query('analyze')
    return { madeAt: header.madeAt, ...filled, upgraded: await migrate(wish.databaseUrl) }
  } finally {
    await client.end()
  }
}

async function headerOf(members: AsyncGenerator<Member>, { from, secret }: ReadBackup): Promise<Header> {
  const first = (await members.next()).value as Member | undefined
  if (first?.name !== headerName) throw backupUnreadable({ file: from, reason: `it does not begin with ${headerName}` })
  const header = JSON.parse(Buffer.from(first.bytes).toString()) as Header
  if (secret && fingerprintOf(secret) !== header.secret) throw secretDiffers({})
  return header
}

/** The schema as it was: the backup's own migrations and no others. */
async function makeSchema(databaseUrl: string, { migrations }: Header): Promise<void> {
  await migrate(databaseUrl, Object.keys(migrations))
  await prepareJobs(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const made = await readJournal(client)
    const strange = Object.keys(migrations).find((name) => made[name] !== migrations[name])
    if (strange) throw made[strange] ? schemaDiffers({ migration: strange }) : backupTooNew({ migration: strange })
    const { rows } = await client.query(
      'select exists (select from office.shops) or exists (select from platform.events) as used',
    )
    if (rows[0].used) throw databaseNotEmpty({})
  } finally {
    await client.end()
  }
}

type Filled = Pick<RestoreSummary, 'tables' | 'rows' | 'files'>

/** When it fails the connection is closed in the midst of it, which takes everything back. */
async function fill(
  client: pg.Client,
  members: AsyncIterable<Member>,
  header: Header,
  wish: ReadBackup,
): Promise<Filled> {
  await client.query('begin')
  const filled = await withoutGuards(client, header.tables, () => take(client, members, header, wish))
  await client.query('commit')
  return filled
}

async function take(
  client: pg.Client,
  members: AsyncIterable<Member>,
  header: Header,
  wish: ReadBackup,
): Promise<Filled> {
  const hashes: Record<string, string> = {}
  const tables = new TableFiller(client, header.tables)
  let [files, hasSecret, manifest] = [0, wish.secret !== undefined, undefined as Manifest | undefined]
  for await (const { name, bytes } of members) {
    hashes[name] = hashOf(bytes)
    if (name.startsWith(tablesFolder)) await tables.add(name.split('/')[1]!, bytes)
    else if (name.startsWith(filesFolder)) files += await stored(wish.files, name.slice(filesFolder.length), bytes)
    else if (name === manifestName) manifest = JSON.parse(Buffer.from(bytes).toString()) as Manifest
    else if (name === secretName && !wish.secret) {
      wish.keepSecret(bytes)
      hasSecret = true
    }
  }
  await tables.end()
  if (!hasSecret) throw secretNeeded({})
  if (!manifest) throw backupUnreadable({ file: wish.from, reason: `${manifestName} is missing` })
  checkMembers(manifest, hashes, wish.from)
  await writeSequences(client, manifest.sequences)
  return { tables: header.tables.length, rows: await checkTables(client, header.tables, manifest), files }
}

async function stored(files: FileStore, key: string, bytes: Uint8Array): Promise<1> {
  await files.put(key, bytes)
  return 1
}

function checkMembers({ members }: Manifest, found: Readonly<Record<string, string>>, file: string): void {
  const damaged = Object.keys(members).find((name) => name !== headerName && members[name] !== found[name])
  if (damaged) throw backupUnreadable({ file, reason: `${damaged} is missing or damaged` })
}

async function checkTables(client: pg.Client, tables: readonly TableShape[], manifest: Manifest): Promise<number> {
  let total = 0
  for (const table of tables) {
    const [wanted, found] = [manifest.tables[table.name]!, await sumOf(client, table)]
    if (wanted.rows !== found.rows || wanted.sum !== found.sum)
      throw backupDiffers({ table: table.name, wanted: spelt(wanted), found: spelt(found) })
    total += found.rows
  }
  return total
}

const spelt = ({ rows, sum }: Manifest['tables'][string]): string => `${rows} rows, sum ${sum}`

/** Streams a table's pieces into it, one COPY for each table. */
class TableFiller {
  readonly #client: pg.Client
  readonly #tables: ReadonlyMap<string, TableShape>
  #current?: { readonly name: string; readonly rows: NodeJS.WritableStream }

  constructor(client: pg.Client, tables: readonly TableShape[]) {
    this.#client = client
    this.#tables = new Map(tables.map((table) => [table.name, table]))
  }

  async add(name: string, bytes: Uint8Array): Promise<void> {
    if (this.#current?.name !== name) {
      await this.end()
      const table = this.#tables.get(name)!
      const rows = this.#client.query(copyFrom(`copy ${tableSql(name)} (${columnsSql(table)}) from stdin`))
      rows.on('error', () => {}) // thrown where the stream is waited for
      this.#current = { name, rows }
    }
    const { rows } = this.#current!
    if (!rows.write(bytes)) await Promise.race([once(rows, 'drain'), finished(rows)])
  }

  async end(): Promise<void> {
    const rows = this.#current?.rows
    this.#current = undefined
    if (!rows) return
    rows.end()
    await finished(rows)
  }
}
