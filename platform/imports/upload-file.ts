import { createHash } from 'node:crypto'
import { newId } from '#kernel/id'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { type FileId, importFileNotFound, importLimits, importTooLarge } from './import.ts'
import { readSheet } from './read-sheet.ts'
import type { Sheet } from './sheet.ts'

const purpose = 'import'

/** Keeps an uploaded sheet. The same content again gives the same file. @throws importTooLarge */
export async function uploadSheet(ctx: Context, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<FileId> {
  if (bytes.byteLength > importLimits.bytes)
    throw importTooLarge({ field: 'file', most: importLimits.bytes / 1_048_576 })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const id = newId<'File'>()
  const key = `imports/${ctx.shopId}/${id}`
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
        type: typeOf(bytes),
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
    .where('discarded_at', 'is', null)
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
  return { ...(await readSheet(bytes)), name: row.name }
}

/** By the first bytes: a workbook is a ZIP archive, a WordPress export XML, all else text. */
function typeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 100))) ? 'application/xml' : 'text/csv'
}
