import { type RawBuilder, type Sql, sql } from 'kysely'
import type { ShopId } from '#platform/context'

type Both = { readonly zh: string; readonly en: string }

/** A row that was looked at. `subject` is what people call it (an order number, a SKU in a warehouse), `found` the figures that were compared. */
export interface ExaminedRow {
  readonly shop_id: string
  readonly subject: string
  readonly ok: boolean
  readonly found: Readonly<Record<string, unknown>>
}

/** Something that must be true of every row, whatever has happened. It only reads; what makes it true stands in the rooms and the tables. */
export interface Check {
  /** As the catalogue of invariants numbers it: `I01`. */
  readonly id: string
  readonly says: Both
  /** What a person does about a row that breaks it. */
  readonly remedy: Both
  readonly rows: RawBuilder<ExaminedRow>
  /** A table that is not ours and may not be there yet; without it the check counts as not run. */
  readonly table?: string
}

export interface Examined {
  readonly id: string
  readonly says: Both
  readonly remedy: Both
  /** How many rows were looked at. With none the check has shown nothing and counts as not run. */
  readonly rows: number
  readonly broken: number
  /** The first of the broken ones. */
  readonly violations: readonly Violation[]
}

export interface Violation {
  readonly shopId: ShopId
  readonly subject: string
  readonly found: Readonly<Record<string, unknown>>
}

/** Writes a check. Its statement selects `shop_id, subject, ok, found` for every row it looks at. */
export const check = (id: string, says: Both, remedy: Both, rows: RawBuilder<unknown>): Check => ({
  id,
  says,
  remedy,
  rows: rows as RawBuilder<ExaminedRow>,
})

/** The moment that deadlines are compared with: the database's own unless the examination was told another. */
export const examinedAt = sql`coalesce(nullif(current_setting('zhanggui.examined_at', true), '')::timestamptz, now())`

/** A list of words as SQL literals that a table of pairs can be joined with. */
export const pairs = (rows: readonly (readonly string[])[]): ReturnType<Sql> =>
  sql.join(rows.map((row) => sql`(${sql.join(row.map((word) => sql.lit(word)))})`))
