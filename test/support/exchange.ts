import { parse } from 'csv-parse/sync'
import type { Context } from '#platform/context'
import { type ExportFormat, exportNow } from '#platform/exports'
import {
  failuresOf,
  findImports,
  findReversal,
  type ImportId,
  type ImportKind,
  importNow,
  previewReversal,
  registerImportKind,
  reversalRemarks,
  reverseImport,
  runReversal,
} from '#platform/imports'

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

/** What was kept, by label, and how many effects were taken back. */
export interface TakenBack {
  readonly reversed: number
  readonly kept: Readonly<Record<string, string>>
}

/** Takes the newest import of a kind back that was not yet, after a look ahead that must say the same; asked twice, by two runners at once. */
export async function takeBack(ctx: Context, kind: ImportKind): Promise<TakenBack> {
  registerImportKind(kind)
  const preview = await previewReversal(ctx, await newestStanding(ctx, kind))
  const taken = await takeBackNow(ctx, kind)
  const foreseen = keptIn(preview.kept.toSorted((a, b) => a.id - b.id))
  if (JSON.stringify(foreseen) !== JSON.stringify(taken.kept))
    throw new Error(`foreseen were ${JSON.stringify(foreseen)}, kept ${JSON.stringify(taken.kept)}`)
  return taken
}

/** The same without looking ahead, for tests in which something else happens meanwhile. */
export async function takeBackNow(ctx: Context, kind: ImportKind): Promise<TakenBack> {
  registerImportKind(kind)
  const id = await newestStanding(ctx, kind)
  await reverseImport(ctx, id)
  await Promise.all([runReversal(ctx, id), runReversal(ctx, id)])
  const { reversed } = await reverseImport(ctx, id)
  return { reversed, kept: keptIn(await reversalRemarks(ctx, id)) }
}

async function newestStanding(ctx: Context, { kind }: ImportKind): Promise<ImportId> {
  for (const { id, dryRun } of (await findImports(ctx, { kind })).rows)
    if (!dryRun && !(await findReversal(ctx, id))) return id
  throw new Error(`there is no import of ${kind} to take back`)
}

const keptIn = (remarks: readonly { label: string; outcome: string; code?: string }[]): TakenBack['kept'] =>
  Object.fromEntries(remarks.flatMap(({ label, outcome, code = '' }) => (outcome === 'kept' ? [[label, code]] : [])))

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
  await exportNow(ctx, { kind, format, filter, personal, reason: '核对导出内容' }, async (bytes) => chunks.push(bytes))
  return Buffer.concat(chunks)
}

/** The lines of a CSV below its head, by head. */
export const linesOf = (csv: Uint8Array): Record<string, string>[] =>
  parse(Buffer.from(csv), { bom: true, columns: true })
