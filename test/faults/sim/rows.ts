import { sql } from 'kysely'
import type { Database } from '#platform/database'

/** Asks the database past the house, as somebody who looks at the truth from outside: rows<{ id: string }>(db)`select …`. */
export const rows =
  <Row>(db: Database) =>
  async (words: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> =>
    (await sql<Row>(words, ...values).execute(db)).rows
