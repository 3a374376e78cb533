import type { Reader } from '#platform/context'
import { dialectOf, type ImportKind, importKinds, inDialect } from './import-kind.ts'
import { type ChosenColumns, fits, matchColumns } from './map-columns.ts'
import { rememberedColumns } from './remember-columns.ts'

export interface Chosen {
  readonly dialect?: string
  readonly columns?: ChosenColumns
}

export interface ReadColumns {
  /** The kind in the layout the sheet is read as. */
  readonly reading: ImportKind
  readonly dialect: string | undefined
  readonly columns: Readonly<Record<string, string>>
  /** Nobody chose now: the shop's choice for a sheet with these heads was taken. */
  readonly remembered: boolean
}

/**
 * How a sheet's columns are read: as a person chose, else as the shop chose for the same heads, else by name.
 * @throws columnUnknown, importDialectUnknown
 */
export async function readColumns(
  reader: Reader,
  kind: ImportKind,
  heads: readonly string[],
  chosen: Chosen,
): Promise<ReadColumns> {
  const earlier =
    chosen.columns || chosen.dialect !== undefined ? undefined : await rememberedColumns(reader, kind, heads)
  const dialect = earlier ? earlier.dialect : (chosen.dialect ?? dialectOf(kind, heads)) || undefined
  const reading = inDialect(kind, dialect)
  const columns = matchColumns(reading, heads, earlier?.columns ?? chosen.columns)
  return { reading, dialect, columns, remembered: earlier !== undefined }
}

/** The kind besides this one that a sheet with these heads is most likely of: the one that knows most of them. */
export function kindOf(heads: readonly string[], except: ImportKind): ImportKind | undefined {
  const known = (kind: ImportKind) => Object.keys(matchColumns(inDialect(kind, dialectOf(kind, heads)), heads)).length
  return importKinds()
    .filter((kind) => kind.kind !== except.kind && fits(kind, heads))
    .sort((a, b) => known(b) - known(a))[0]
}
