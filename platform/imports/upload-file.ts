import { createHash } from 'node:crypto'
import { newId } from '#kernel/id'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { type FileId, importFileNotFound, importLimits, importTooLarge } from './import.ts'
import type { ImportKind, SheetRow } from './import-kind.ts'
import { type ChosenColumns, mapRows, matchColumns } from './map-columns.ts'
import { readSheet, type Sheet } from './read-sheet.ts'

const purpose = 'import'

/** Keeps an uploaded sheet. The same content again gives the same file. @throws importTooLarge */
export async function uploadSheet(ctx: Context, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<FileId> {
  if (bytes.byteLength > importLimits.bytes)
    throw importTooLarge({ field: 'file', most: importLimits.bytes / 1_048_576 })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const id = newId<'File'>()
  const key = `imports/${ctx.shopId}/${id}.csv`
  const earlier = await findFile(ctx, sha256)
  if (earlier) return earlier
  await ctx.outside.files.put(key, bytes)
  return transaction(ctx, async (tx) => {
    await tx.db
      .insertInto('platform.files')
      .values({
        id,
        shop_id: tx.shopId,
        key,
        name: name.slice(0, 200),
        type: 'text/csv',
        size: bytes.byteLength,
        sha256,
        purpose,
        created_at: tx.now,
        created_by: tx.actor.id,
      })
      .execute()
    return id
  })
}

async function findFile(reader: Reader, sha256: string): Promise<FileId | undefined> {
  const row = await reader.db
    .selectFrom('platform.files')
    .select('id')
    .where('shop_id', '=', reader.shopId)
    .where('purpose', '=', purpose)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.id as FileId | undefined
}

/** The sheet in an uploaded file, with the name it came under. @throws importFileNotFound and what `readSheet` refuses */
export async function openSheet(ctx: Context, fileId: FileId): Promise<Sheet & { readonly name: string }> {
  const row = await ctx.db
    .selectFrom('platform.files')
    .select(['key', 'name'])
    .where('shop_id', '=', ctx.shopId)
    .where('purpose', '=', purpose)
    .where('id', '=', fileId)
    .executeTakeFirst()
  const bytes = row && (await ctx.outside.files.get(row.key))
  if (!row || !bytes) throw importFileNotFound({ field: 'fileId', fileId })
  return { ...readSheet(bytes), name: row.name }
}

export interface SheetPreview {
  readonly fileId: FileId
  readonly fileName: string
  readonly encoding: Sheet['encoding']
  readonly rows: number
  readonly heads: readonly string[]
  /** Which column each field would be read from. */
  readonly columns: Readonly<Record<string, string>>
  /** Required fields that no column was found for. */
  readonly missing: readonly string[]
  readonly sample: readonly SheetRow[]
}

/** What a sheet looks like and how its columns would be read, before anything is decided. */
export async function previewSheet(
  ctx: Context,
  kind: ImportKind,
  fileId: FileId,
  chosen?: ChosenColumns,
): Promise<SheetPreview> {
  const sheet = await openSheet(ctx, fileId)
  const columns = matchColumns(kind, sheet.heads, chosen)
  return {
    fileId,
    fileName: sheet.name,
    encoding: sheet.encoding,
    rows: sheet.rows.length,
    heads: sheet.heads,
    columns,
    missing: kind.columns.filter(({ field, required }) => required && !columns[field]).map(({ field }) => field),
    sample: mapRows({ ...sheet, rows: sheet.rows.slice(0, 3) }, columns),
  }
}
