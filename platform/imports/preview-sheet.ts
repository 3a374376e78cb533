import type { Context } from '#platform/context'
import type { FileId } from './import.ts'
import type { ImportKind, SheetRow } from './import-kind.ts'
import { mapRows } from './map-columns.ts'
import { type Chosen, kindOf, readColumns } from './read-columns.ts'
import type { Sheet } from './sheet.ts'
import { openSheet } from './upload-file.ts'

export interface SheetPreview {
  readonly fileId: FileId
  readonly fileName: string
  readonly format: Sheet['format']
  readonly encoding: Sheet['encoding']
  readonly rows: number
  readonly heads: readonly string[]
  /** The layout the sheet is read as; null for our own. */
  readonly dialect: string | null
  /** Which column each field would be read from. */
  readonly columns: Readonly<Record<string, string>>
  /** The columns are those the shop chose for such a sheet before. */
  readonly remembered: boolean
  /** Required fields that no column was found for. */
  readonly missing: readonly string[]
  /** Another kind of sheet that this one seems to be, when something required is missing here. */
  readonly looksLike: string | null
  readonly sample: readonly SheetRow[]
}

/** What a sheet looks like and how its columns would be read, before anything is decided. */
export async function previewSheet(
  ctx: Context,
  kind: ImportKind,
  fileId: FileId,
  chosen: Chosen = {},
): Promise<SheetPreview> {
  const sheet = await openSheet(ctx, fileId)
  const { reading, dialect, columns, remembered } = await readColumns(ctx, kind, sheet.heads, chosen)
  const missing = reading.columns.filter(({ field, required }) => required && !columns[field]).map(({ field }) => field)
  return {
    fileId,
    fileName: sheet.name,
    format: sheet.format,
    encoding: sheet.encoding,
    rows: sheet.rows.length,
    heads: sheet.heads,
    dialect: dialect ?? null,
    columns,
    remembered,
    missing,
    looksLike: missing.length > 0 ? (kindOf(sheet.heads, kind)?.kind ?? null) : null,
    sample: mapRows({ ...sheet, rows: sheet.rows.slice(0, 3) }, columns),
  }
}
