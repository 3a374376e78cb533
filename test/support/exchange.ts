import { parse } from 'csv-parse/sync'
import type { Context } from '#platform/context'
import { type ExportFormat, exportNow } from '#platform/exports'
import { failuresOf, type ImportKind, importNow } from '#platform/imports'

export interface Brought {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: readonly { readonly row: number; readonly field: string; readonly code: string }[]
}

/** Imports a sheet, given as lines of cells or as bytes. */
export async function bring(
  ctx: Context,
  kind: ImportKind,
  sheet: readonly (readonly string[])[] | Uint8Array,
  { dryRun = false, fileName = 'sheet.csv' } = {},
): Promise<Brought> {
  const bytes = sheet instanceof Uint8Array ? sheet : Buffer.from(sheet.map(csvLine).join('\r\n'))
  const { id, created, updated, unchanged } = await importNow(ctx, kind, { fileName, bytes, dryRun })
  const failed = (await failuresOf(ctx, id)).map(({ row, field, code }) => ({ row, field, code }))
  return { created, updated, unchanged, failed }
}

const csvLine = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

/** The bytes of an exported list. */
export async function takeOut(
  ctx: Context,
  kind: string,
  {
    format = 'csv',
    filter = {},
    personal = false,
  }: Partial<Parameters<typeof exportNow>[1]> & {
    format?: ExportFormat
  } = {},
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  await exportNow(ctx, { kind, format, filter, personal }, async (bytes) => chunks.push(bytes))
  return Buffer.concat(chunks)
}

/** The lines of a CSV below its head, by head. */
export const linesOf = (csv: Uint8Array): Record<string, string>[] =>
  parse(Buffer.from(csv), { bom: true, columns: true })
