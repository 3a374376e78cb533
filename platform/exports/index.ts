import type { Listener } from '#platform/events'
import { type ClockJob, hoursLong } from '#platform/jobs'
import { expireExports } from './expire-exports.ts'
import type { ExportId } from './export.ts'
import { runExport } from './run-export.ts'

export { canDownload, downloadExport, statusAt } from './download-export.ts'
export { dayOf, eachPage } from './each-page.ts'
export { expireExports } from './expire-exports.ts'
export {
  type Export,
  type ExportFilter,
  type ExportFormat,
  type ExportId,
  type ExportStatus,
  exportFormats,
  exportKindUnknown,
  exportNotFound,
  exportNotPermitted,
  exportNotReady,
  filterInvalid,
  waitsForSecond,
} from './export.ts'
export {
  type Cell,
  type ExportColumn,
  type ExportKind,
  type ExportReader,
  type ExportRow,
  exportKind,
  exportKinds,
  registerExportKind,
} from './export-kind.ts'
export { exportNow } from './export-now.ts'
export { findExports, loadExport } from './export-store.ts'
export { exportFiles } from './owned-files.ts'
export { type RequestExport, reasonOf, requestExport } from './request-export.ts'
export { runExport } from './run-export.ts'
export { agreeToExport } from './second-person.ts'
export { exportSettings } from './settings.ts'
export { exportsText } from './text.ts'

/** Writes what was asked for. Killed in the middle, the job comes back and begins anew. */
export const exportListeners: readonly Listener[] = [
  {
    name: 'exports.run',
    on: ['export.requested'],
    mostMinutes: hoursLong,
    run: (ctx, event) => runExport(ctx, event.aggregateId as ExportId),
  },
]

export const exportClockJobs: readonly ClockJob[] = [
  { name: 'exports.expire', everyMinutes: 60, run: (ctx) => expireExports(ctx) },
]
