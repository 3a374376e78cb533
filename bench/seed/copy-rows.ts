import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { TableRows } from './clones.ts'

/**
 * Replaces the rows of a table. Emptied in the same transaction, it is written once: nothing goes to the log of changes, and no
 * vacuum has to mark later what everybody may see.
 */
export async function copyRows(client: pg.Client, { table, columns, rows }: TableRows): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join(', ')
  await client.query('begin')
  await client.query(`truncate ${table}`)
  await pipeline(
    Readable.from(blocksOf(rows())),
    client.query(copyFrom(`copy ${table} (${names}) from stdin with (freeze)`)),
  )
  await client.query('commit')
}

const blockLength = 256 * 1_024

function* blocksOf(rows: Iterable<string>): Generator<Buffer> {
  let block = ''
  for (const row of rows) {
    block += `${row}\n`
    if (block.length < blockLength) continue
    yield Buffer.from(block)
    block = ''
  }
  yield Buffer.from(block)
}
