import pg from 'pg'

/** A database that does not meet our needs. The message says what is missing and how to get it. */
export class DatabaseUnfit extends Error {
  override name = 'DatabaseUnfit'
}

/**
 * Checks a database that somebody else runs, before anything is written to it: version, encoding, and that Chinese words
 * have trigrams, without which search would find nothing and say nothing.
 *
 * @throws DatabaseUnfit naming everything that is wrong; the address is never shown, as it holds a password
 */
export async function checkExternal(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'zhanggui check',
  })
  client.on('error', () => {})
  try {
    await client.connect().catch(notReachable)
    const problems = [...(await wrongServer(client)), ...(await wrongTrigrams(client))]
    if (problems.length > 0)
      throw new DatabaseUnfit(`the database of DATABASE_URL cannot be used: ${problems.join('; ')}`)
  } finally {
    await client.end().catch(() => {})
  }
}

function notReachable(error: NodeJS.ErrnoException): never {
  const reason = error.message || error.code || 'no answer'
  throw new DatabaseUnfit(`the database of DATABASE_URL cannot be reached: ${reason}`)
}

interface Server {
  readonly version: number
  readonly encoding: string
  readonly character_type: string
}

async function wrongServer(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Server>(
    `select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding, datctype as character_type
     from pg_database where datname = current_database()`,
  )
  return faultsOf(rows[0]!)
}

export function faultsOf({ version, encoding, character_type }: Server): string[] {
  const problems: string[] = []
  if (version < 170_000) problems.push(`it is PostgreSQL ${Math.floor(version / 10_000)}, and 17 or newer is needed`)
  if (encoding !== 'UTF8')
    problems.push(
      `its encoding is ${encoding}, and UTF8 is needed (create database … encoding 'UTF8' template template0)`,
    )
  if (['C', 'POSIX'].includes(character_type))
    problems.push(
      `its LC_CTYPE is ${character_type}, under which Chinese text has no trigrams (create database … lc_ctype 'C.UTF-8' template template0)`,
    )
  return problems
}

async function wrongTrigrams(client: pg.Client): Promise<string[]> {
  try {
    await client.query('create extension if not exists pg_trgm')
  } catch (error) {
    return [`the extension pg_trgm is missing and cannot be created by this role: ${(error as Error).message}`]
  }
  const { rows } = await client.query<{ count: number }>(`select coalesce(cardinality(show_trgm('商品')), 0) as count`)
  return rows[0]!.count > 0 ? [] : [`show_trgm('商品') is empty, so Chinese search would find nothing`]
}
