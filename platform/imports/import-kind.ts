import type { Texts } from '#kernel/text'
import type { Tx } from '#platform/context'
import { importKindUnknown } from './import.ts'

/** One thing a sheet may say, and the column heads under which people say it. */
export interface ImportColumn {
  readonly field: string
  readonly heads: readonly string[]
  readonly required: boolean
  readonly label: { readonly zh: string; readonly en: string }
}

/** A row of the sheet as its program numbers it: the head is row 1. */
export interface SheetRow {
  readonly row: number
  /** By field of the mapped columns; a missing or empty cell is ''. */
  readonly values: Readonly<Record<string, string>>
  /** Cells of the columns nobody mapped, by their head. */
  readonly others: Readonly<Record<string, string>>
}

export interface RowProblem {
  readonly row: number
  readonly field: string
  readonly code: string
  readonly details?: Readonly<Record<string, unknown>>
  readonly value?: string
}

/** What became of rows that belong together. With problems nothing of them was written. */
export type Landed =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly notes?: Readonly<Record<string, number>> }
  | { readonly outcome: 'failed'; readonly problems: readonly RowProblem[] }

export interface ImportRun {
  /** Decide and count, but write nothing. */
  readonly dryRun: boolean
  readonly options: Readonly<Record<string, unknown>>
  /** What earlier batches of a dry run would have written, for the kind to remember in its own way. */
  readonly memory: Map<string, unknown>
}

/** Lands a batch in a transaction: one answer for each group, in order. May run again when the transaction is repeated. */
export type Landing = (tx: Tx, run: ImportRun) => Promise<readonly Landed[]>

/** A kind of sheet that a room knows how to read. */
export interface ImportKind {
  /** `products`: in addresses, commands and the job's row. */
  readonly kind: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly columns: readonly ImportColumn[]
  /** Rows with the same key belong to one thing: they land together or not at all. */
  readonly keyOf: (row: SheetRow) => string
  /** Reads groups without I/O and gives back what lands them. */
  readonly prepare: (groups: readonly (readonly SheetRow[])[], options: ImportRun['options']) => Landing
  /** Texts of every problem code, to tell people what is wrong with a row. */
  readonly texts: Texts
}

const kinds = new Map<string, ImportKind>()

/** Makes a kind known to the job and the pages. Registering the same name again replaces it. */
export function registerImportKind(kind: ImportKind): void {
  kinds.set(kind.kind, kind)
}

/** @throws importKindUnknown */
export function importKind(name: string): ImportKind {
  const kind = kinds.get(name)
  if (!kind) throw importKindUnknown({ field: 'kind', kind: name })
  return kind
}
