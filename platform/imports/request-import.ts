import { dayIn } from '#kernel/day'
import { documentNumber } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type FileId, type Import, type ImportId, importOver } from './import.ts'
import { type ImportKind, importKind } from './import-kind.ts'
import { endImport, insertImport, loadImport, lockImport, newImportId } from './import-store.ts'
import { type ChosenColumns, matchColumns, mustBeMapped } from './map-columns.ts'
import { openSheet } from './upload-file.ts'

export interface RequestImport {
  readonly kind: string
  readonly fileId: FileId
  readonly columns?: ChosenColumns
  readonly options?: Readonly<Record<string, unknown>>
  readonly dryRun: boolean
}

/**
 * Asks for a sheet to be imported, or tried without writing. A job runs it in the name of whoever asked.
 * @throws importKindUnknown, importFileNotFound, columnsMissing, columnUnknown, importUnreadable
 */
export async function requestImport(ctx: Context, request: RequestImport): Promise<Import> {
  const planned = await planImport(ctx, importKind(request.kind), request)
  return transaction(ctx, async (tx) => {
    await insertImport(tx, planned)
    await publish(tx, {
      type: 'import.requested',
      aggregate: 'import',
      id: planned.id,
      data: { kind: planned.kind, fileName: planned.fileName, dryRun: planned.dryRun },
    })
    return loadImport(tx, planned.id)
  })
}

/** Reads the sheet once before anything is promised: what cannot be imported is refused now. */
export async function planImport(
  ctx: Context,
  kind: ImportKind,
  { fileId, columns: chosen, options = {}, dryRun }: Omit<RequestImport, 'kind'>,
) {
  const sheet = await openSheet(ctx, fileId)
  const columns = matchColumns(kind, sheet.heads, chosen)
  mustBeMapped(kind, columns)
  return {
    id: newImportId(),
    number: documentNumber('IM', dayIn(ctx.now, 'Asia/Shanghai')),
    kind: kind.kind,
    fileId,
    fileName: sheet.name,
    plan: { columns, options, notes: {} },
    dryRun,
    total: sheet.rows.length,
  }
}

/** Stops an import after the batch it is at; what has landed stays. @throws importNotFound, importOver */
export function cancelImport(ctx: Context, importId: ImportId): Promise<Import> {
  return transaction(ctx, async (tx) => {
    const { status } = await lockImport(tx, importId)
    if (status !== 'waiting' && status !== 'running') throw importOver({ importId })
    await endImport(tx, importId, 'cancelled')
    return loadImport(tx, importId)
  })
}
