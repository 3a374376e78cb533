import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { Import } from './import.ts'
import type { ImportKind } from './import-kind.ts'
import { insertImport } from './import-store.ts'
import { planImport } from './request-import.ts'
import { runImport } from './run-import.ts'
import { uploadSheet } from './upload-file.ts'

/**
 * Imports a sheet here and now, for commands: the same engine and the same numbers, but no job.
 * @throws columnsMissing, importUnreadable and what an upload is refused for
 */
export async function importNow(ctx: Context, kind: ImportKind, sheet: ImportNow): Promise<Import> {
  const fileId = await uploadSheet(ctx, { name: sheet.fileName, bytes: sheet.bytes })
  const { options, dryRun } = sheet
  const { heads: _, ...planned } = await planImport(ctx, kind, { fileId, options, dryRun })
  await transaction(ctx, (tx) => insertImport(tx, planned))
  return runImport(ctx, planned.id, kind)
}

export interface ImportNow {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly options?: Readonly<Record<string, unknown>>
  readonly dryRun: boolean
}
