import type pg from 'pg'
import type { TableShape, TableSum } from './manifest.ts'

/** The journals of migrations are made anew by the migrations that a restore runs. */
const journals = ['platform.migrations', 'graphile_worker.migrations']

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `schema.table` as SQL. */
export const tableSql = (name: string): string => name.split('.').map(quoted).join('.')

export const columnsSql = ({ columns }: TableShape): string => columns.map(quoted).join(', ')

/** Every table of the database that holds data of ours, with the columns that can be written. */
export async function findTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
       and n.nspname || '.' || c.relname <> all ($1)
     group by 1 order by 1`,
    [journals],
  )
  return rows
}

/** Settings under which every server spells a value the same way, and under which a long reading is not ended. */
export const plainSpelling = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set search_path = ''`

/** Counts a table and sums the first 64 bits of each row's SHA-256: equal for the same rows in any order, on any version. */
export async function sumOf(client: pg.Client, table: TableShape): Promise<TableSum> {
  const { rows } = await client.query<{ rows: string; sum: string }>(
    `select count(*) as rows, coalesce(sum(('x' || left(encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint::numeric), 0)::text as sum
     from (select ${columnsSql(table)} from ${tableSql(table.name)}) as t`,
  )
  const { rows: count, sum } = rows[0]!
  return { rows: Number(count), sum }
}

export async function readSequences(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select schemaname || '.' || sequencename as name, last_value as last from pg_sequences where last_value is not null order by 1`,
  )
  return Object.fromEntries(rows.map(({ name, last }) => [name, Number(last)]))
}

export async function writeSequences(client: pg.Client, sequences: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    await client.query('select setval($1::regclass, $2, true)', [tableSql(name), last])
}

/** Checksums of the migrations that made this schema, by name. */
export async function readJournal(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migrations order by name',
  )
  return Object.fromEntries(rows.map(({ name, checksum }) => [name, checksum]))
}
