import type pg from 'pg'

/** What was taken away, as the statements that bring it back. */
export interface Bared {
  /** Keys and indexes of each table. */
  readonly indexes: ReadonlyMap<string, readonly string[]>
  readonly foreignKeys: readonly string[]
}

interface Taken {
  readonly table: string
  readonly make: string
  readonly drop: string
}

/**
 * Takes keys, indexes and foreign keys off the tables: brought back when the rows are there, they cost a third. The foreign keys then
 * hold for what is written later; of the rows themselves the doctor says whether they are sound.
 */
export async function bareTables(client: pg.Client, tables: readonly string[]): Promise<Bared> {
  const listed = async (query: string) => (await client.query<Taken>(query, [tables])).rows
  const foreignKeys = await listed(foreign)
  const indexes = [...(await listed(keys)), ...(await listed(plain))]
  for (const { drop } of [...foreignKeys, ...indexes]) await client.query(drop)
  const byTable = Map.groupBy(indexes, ({ table }) => table)
  return {
    indexes: new Map(tables.map((table) => [table, (byTable.get(table) ?? []).map(({ make }) => make)])),
    foreignKeys: foreignKeys.map(({ make }) => make.replace(/( not valid)?$/i, ' not valid')),
  }
}

/** A constraint's own words, so that what comes back is what was there. */
const constraint = `
  select conrelid::regclass::text as table,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make,
    format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
  from pg_constraint`
const foreign = `${constraint} where contype = 'f' and (conrelid = any($1::text[]::regclass[]) or confrelid = any($1::text[]::regclass[]))`
const keys = `${constraint} where contype in ('p', 'u', 'x') and conrelid = any($1::text[]::regclass[])`
const plain = `
  select indrelid::regclass::text as table, pg_get_indexdef(indexrelid) as make, format('drop index %s', indexrelid::regclass) as drop
  from pg_index i where indrelid = any($1::text[]::regclass[]) and not exists (select from pg_constraint where conindid = i.indexrelid)`
