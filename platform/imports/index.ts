import type { Listener } from '#platform/events'
import { hoursLong } from '#platform/jobs'
import type { ImportId } from './import.ts'
import { runReversal } from './reverse-import.ts'
import { runImport } from './run-import.ts'

export type { EffectCount } from './effect-store.ts'
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
export type { ImportEffect, ReversalRun, Reverse, Reversed } from './import-effect.ts'
export {
  type ImportColumn,
  type ImportDialect,
  type ImportKind,
  type ImportRun,
  importKind,
  importKinds,
  inDialect,
  type Landed,
  type Landing,
  type RowProblem,
  registerImportKind,
  type SheetReading,
  type SheetRow,
} from './import-kind.ts'
export { type ImportNow, importNow } from './import-now.ts'
export { type Failure, failuresOf, findImportByNumber, findImports, loadImport } from './import-store.ts'
export { type ChosenColumns, matchColumns } from './map-columns.ts'
export { importFiles } from './owned-files.ts'
export { importNotPermitted, mayImport, permitted } from './permission.ts'
export { plainHead } from './plain-head.ts'
export { previewSheet, type SheetPreview } from './preview-sheet.ts'
export { readSheet } from './read-sheet.ts'
export { cancelImport, type RequestImport, requestImport } from './request-import.ts'
export { findReversal, type Remark, type Reversal, reversalRemarks } from './reversal-store.ts'
export { previewReversal, type ReversalPreview, reverseImport, runReversal } from './reverse-import.ts'
export { runImport } from './run-import.ts'
export { type SheetCells, sheetCells, sheetColumn } from './sheet-cells.ts'
export { sheetText } from './sheet-text.ts'
export { templateOf } from './template.ts'
export { importsText } from './text.ts'
export { uploadSheet } from './upload-file.ts'
export { sheetTypes, type WrittenForm, writeSheet } from './write-sheet.ts'

/** Runs what was asked for. Killed in the middle, the job comes back and goes on. */
export const importListeners: readonly Listener[] = [
  {
    name: 'imports.run',
    on: ['import.requested'],
    mostMinutes: hoursLong,
    run: (ctx, event) => runImport(ctx, event.aggregateId as ImportId),
  },
  {
    name: 'imports.reverse',
    on: ['import.reversal_requested'],
    mostMinutes: hoursLong,
    run: (ctx, event) => runReversal(ctx, event.aggregateId as ImportId),
  },
]
