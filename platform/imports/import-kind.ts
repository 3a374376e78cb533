import type { Texts } from '#kernel/text'
import type { Tx } from '#platform/context'
import { importDialectUnknown, importKindUnknown } from './import.ts'
import type { ImportEffect, Reverse } from './import-effect.ts'
import { plainHead } from './plain-head.ts'

/** One thing a sheet may say, and the column heads under which people say it. */
export interface ImportColumn {
  readonly field: string
  readonly heads: readonly string[]
  readonly required: boolean
  readonly label: { readonly zh: string; readonly en: string }
  /** What to write there, for the template. */
  readonly note?: { readonly zh: string; readonly en: string }
  /** What the template's example row says. */
  readonly example?: { readonly zh: string; readonly en: string }
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

/** What became of rows that belong together. With problems nothing of them was written; their batch may have made what they named. */
export type Landed =
  | {
      readonly outcome: 'created' | 'updated' | 'unchanged'
      readonly notes?: Readonly<Record<string, number>>
      /** What it did to each thing, for a kind that can take it back. */
      readonly effects?: readonly ImportEffect[]
    }
  | {
      readonly outcome: 'failed'
      readonly problems: readonly RowProblem[]
      readonly effects?: readonly ImportEffect[]
    }

export interface ImportRun {
  readonly importId: string
  /** Decide and count, but write nothing. */
  readonly dryRun: boolean
  readonly options: Readonly<Record<string, unknown>>
  /** What earlier batches of a dry run would have written, for the kind to remember in its own way. */
  readonly memory: Map<string, unknown>
}

/** Lands a batch in a transaction: one answer for each group, in order. May run again when the transaction is repeated. */
export type Landing = (tx: Tx, run: ImportRun) => Promise<readonly Landed[]>

/** How the rows of one layout are read. */
export interface SheetReading {
  readonly columns: readonly ImportColumn[]
  /** Rows with the same key belong to one thing: they land together or not at all. */
  readonly keyOf: (row: SheetRow) => string
  /** For a layout whose rows refer to each other: all rows of the sheet, put in order before they are grouped. */
  readonly arrange?: (rows: readonly SheetRow[]) => readonly SheetRow[]
  /** Reads groups without I/O and gives back what lands them. */
  readonly prepare: (groups: readonly (readonly SheetRow[])[], options: ImportRun['options']) => Landing
}

/** A layout in which another program writes sheets of a kind. */
export interface ImportDialect extends SheetReading {
  /** `shopify`: kept with the import, and chosen by people when the heads do not tell. */
  readonly name: string
  readonly label: { readonly zh: string; readonly en: string }
  /** Whether a sheet with these heads (lower case, see `plainHead`) is of this layout. The first that says yes is taken. */
  readonly recognises: (heads: ReadonlySet<string>) => boolean
}

/** A kind of sheet that a room knows how to read; `columns`, `keyOf` and `prepare` are those of our own layout. */
export interface ImportKind extends SheetReading {
  /** `products`: in addresses, commands and the job's row. */
  readonly kind: string
  readonly label: { readonly zh: string; readonly en: string }
  /** What it takes besides running imports: who may bring in orders need not be who may bring in products. */
  readonly permission?: string
  /** Other programs' layouts of the same, tried in this order before our own. */
  readonly dialects?: readonly ImportDialect[]
  /** Takes back what imports of this kind did; without it they cannot be taken back. */
  readonly reverse?: Reverse
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

/** Every kind of sheet this house can import, in the order in which they were made known. */
export const importKinds = (): ImportKind[] => [...kinds.values()]

/** The kind with the columns and reading of one of its layouts; none means our own. @throws importDialectUnknown */
export function inDialect(kind: ImportKind, dialect: string | undefined): ImportKind {
  if (!dialect) return kind
  const found = kind.dialects?.find(({ name }) => name === dialect)
  if (!found) throw importDialectUnknown({ field: 'dialect', dialect })
  const { columns, keyOf, arrange, prepare } = found
  return { ...kind, columns, keyOf, arrange, prepare }
}

/** The layout that knows these heads; undefined for our own or one that nobody knows. */
export function dialectOf({ dialects = [] }: ImportKind, heads: readonly string[]): string | undefined {
  const plain = new Set(heads.map(plainHead))
  return dialects.find((dialect) => dialect.recognises(plain))?.name
}
