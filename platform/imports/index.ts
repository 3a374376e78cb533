import type { Listener } from '#platform/events'
import type { ImportId } from './import.ts'
import { runImport } from './run-import.ts'

export { failuresSheet, failureText } from './failures-sheet.ts'
export {
  columnsMissing,
  columnUnknown,
  type FileId,
  type Import,
  type ImportId,
  type ImportStatus,
  importFileNotFound,
  importLimits,
  importNotFound,
  importTooLarge,
  importUnreadable,
} from './import.ts'
export {
  type ImportColumn,
  type ImportKind,
  type ImportRun,
  importKind,
  type Landed,
  type Landing,
  type RowProblem,
  registerImportKind,
  type SheetRow,
} from './import-kind.ts'
export { type ImportNow, importNow } from './import-now.ts'
export { type Failure, failuresOf, findImports, loadImport } from './import-store.ts'
export { type ChosenColumns, matchColumns } from './map-columns.ts'
export { readSheet } from './read-sheet.ts'
export { cancelImport, type RequestImport, requestImport } from './request-import.ts'
export { runImport } from './run-import.ts'
export { importsText } from './text.ts'
export { previewSheet, type SheetPreview, uploadSheet } from './upload-file.ts'

/** Runs what was asked for. Killed in the middle, the job comes back and goes on. */
export const importListeners: readonly Listener[] = [
  { name: 'imports.run', on: ['import.requested'], run: (ctx, event) => runImport(ctx, event.aggregateId as ImportId) },
]
