import { dayIn } from '#kernel/day'
import { documentNumber } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type FileId, type Import, type ImportId, importOtherKind, importOver } from './import.ts'
import { type ImportKind, importKind } from './import-kind.ts'
import { endImport, insertImport, loadImport, lockImport, newImportId } from './import-store.ts'
import { type ChosenColumns, mustBeMapped } from './map-columns.ts'
import { kindOf, readColumns } from './read-columns.ts'
import { rememberColumns } from './remember-columns.ts'
import { openSheet } from './upload-file.ts'

export interface RequestImport {
  readonly kind: string
  readonly fileId: FileId
  /** A layout a person chose; '' for our own, and nothing for the one that knows the heads. */
  readonly dialect?: string
  readonly columns?: ChosenColumns
  readonly options?: Readonly<Record<string, unknown>>
  readonly dryRun: boolean
}

/**
 * Asks for a sheet to be imported, or tried without writing. A job runs it in the name of whoever asked; how the columns were
 * chosen is remembered for the next sheet with the same heads.
 * @throws importKindUnknown, importFileNotFound, columnsMissing, columnUnknown, importOtherKind, and what `readSheet` refuses
 */
export async function requestImport(ctx: Context, request: RequestImport): Promise<Import> {
  const { heads, ...planned } = await planImport(ctx, importKind(request.kind), request)
  return transaction(ctx, async (tx) => {
    await insertImport(tx, planned)
    if (request.columns) await rememberColumns(tx, { kind: planned.kind, heads, ...planned.plan })
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
  { fileId, options = {}, dryRun, ...chosen }: Omit<RequestImport, 'kind'>,
) {
  const sheet = await openSheet(ctx, fileId)
  const { reading, dialect, columns } = await readColumns(ctx, kind, sheet.heads, chosen)
  mustBeOfKind(kind, reading, { heads: sheet.heads, columns })
  mustBeMapped(reading, columns)
  return {
    id: newImportId(),
    number: documentNumber('IM', dayIn(ctx.now, 'Asia/Shanghai')),
    kind: kind.kind,
    fileId,
    fileName: sheet.name,
    plan: { dialect, columns, options, notes: {} },
    dryRun,
    total: sheet.rows.length,
    heads: sheet.heads,
  }
}

/** A sheet that lacks something here but is complete as another kind was put in at the wrong door. @throws importOtherKind */
function mustBeOfKind(
  kind: ImportKind,
  reading: ImportKind,
  { heads, columns }: { heads: readonly string[]; columns: Readonly<Record<string, string>> },
): void {
  if (reading.columns.every(({ field, required }) => !required || columns[field])) return
  const other = kindOf(heads, kind)
  if (other) throw importOtherKind({ field: 'kind', kind: other.kind, ...other.label })
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
