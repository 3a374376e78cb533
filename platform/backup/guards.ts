import type pg from 'pg'
import type { TableShape } from './manifest.ts'
import { tableSql } from './tables.ts'

interface ForeignKey {
  readonly name: string
  readonly table: string
  readonly definition: string
}

/**
 * Empties the tables and runs `work` while no foreign key and no trigger of theirs is in force; then puts both back, and with them
 * PostgreSQL checks every reference anew. Needs no more rights than the owner of the tables has.
 */
export async function withoutGuards<Result>(
  client: pg.Client,
  tables: readonly TableShape[],
  work: () => Promise<Result>,
): Promise<Result> {
  const keys = await foreignKeys(client)
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  const each = tables.map(({ name }) => tableSql(name))
  await client.query(`truncate ${each.join(', ')}`)
  for (const table of each) await client.query(`alter table ${table} disable trigger user`)
  const result = await work()
  for (const table of each) await client.query(`alter table ${table} enable trigger user`)
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  return result
}

async function foreignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select quote_ident(k.conname) as name, k.conrelid::regclass::text as table, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by k.oid`,
  )
  return rows
}
