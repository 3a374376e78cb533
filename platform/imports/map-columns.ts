import { columnsMissing, columnUnknown } from './import.ts'
import { dialectOf, type ImportKind, type SheetRow } from './import-kind.ts'
import { plainHead } from './plain-head.ts'
import type { Sheet } from './sheet.ts'

/** By field: the head a person chose for it, or null for "not in this sheet". What is not named is matched by name. */
export type ChosenColumns = Readonly<Record<string, string | null>>

/** Finds each field's column by name, wherever it stands; a person's choice goes before. @throws columnUnknown */
export function matchColumns(
  kind: ImportKind,
  heads: readonly string[],
  chosen: ChosenColumns = {},
): Record<string, string> {
  const byName = new Map(heads.toReversed().map((head) => [plainHead(head), head]))
  const matched = kind.columns.flatMap(({ field, heads: names }): [string, string][] => {
    const choice = chosen[field]
    if (choice === null) return []
    if (choice !== undefined) return [[field, mustStand(heads, field, choice)]]
    const head = names.map(plainHead).flatMap((name) => byName.get(name) ?? [])[0]
    return head === undefined ? [] : [[field, head]]
  })
  return Object.fromEntries(matched)
}

function mustStand(heads: readonly string[], field: string, column: string): string {
  if (!heads.includes(column)) throw columnUnknown({ field, column })
  return column
}

/** @throws columnsMissing naming every required field that has no column */
export function mustBeMapped(kind: ImportKind, columns: Readonly<Record<string, string>>): void {
  const missing = kind.columns.filter(({ field, required }) => required && !columns[field])
  if (missing[0])
    throw columnsMissing({
      field: missing[0].field,
      columns: missing.map(({ heads }) => heads.slice(0, 2).join(' / ')).join(', '),
    })
}

/** The sheet's rows as the kind reads them. */
export function mapRows({ heads, rows }: Sheet, columns: Readonly<Record<string, string>>): SheetRow[] {
  const fields = Object.entries(columns).map(([field, head]) => ({ field, at: heads.indexOf(head) }))
  const mapped = new Set(fields.map(({ at }) => at))
  const others = heads.map((head, at) => ({ head, at })).filter(({ head, at }) => head && !mapped.has(at))
  return rows.map(({ row, cells }) => ({
    row,
    values: Object.fromEntries(fields.map(({ field, at }) => [field, (cells[at] ?? '').trim()])),
    others: Object.fromEntries(others.flatMap(({ head, at }) => (cells[at]?.trim() ? [[head, cells[at].trim()]] : []))),
  }))
}

/** Rows that belong together, in the order of their first row. A row without a key stands alone. */
export function groupRows(kind: ImportKind, rows: readonly SheetRow[]): SheetRow[][] {
  const arranged = kind.arrange?.(rows) ?? rows
  return [...Map.groupBy(arranged, (row) => kind.keyOf(row) || `row ${row.row}`).values()]
}

/** Whether a sheet with these heads brings all that a kind, or one of its layouts, must have. */
export const fits = (kind: ImportKind, heads: readonly string[]): boolean =>
  dialectOf(kind, heads) !== undefined ||
  kind.columns.every(({ field, required }) => !required || matchColumns(kind, heads)[field] !== undefined)
