import type { Id } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Actor } from '#platform/context'

export type ImportId = Id<'Import'>
export type FileId = Id<'File'>
export type ImportStatus = 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'

export interface ImportPlan {
  /** The layout the sheet was recognised as; none for the kind's own. */
  readonly dialect?: string
  /** Field of the kind → head of the column it is read from. */
  readonly columns: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, unknown>>
  /** What the run counted besides rows (`picturesWaiting`). */
  readonly notes: Readonly<Record<string, number>>
}

/** A sheet on its way into the house. `done` and `total` count rows, the four outcomes count things and failed rows. */
export interface Import {
  readonly id: ImportId
  readonly number: string
  readonly kind: string
  readonly fileId: FileId
  readonly fileName: string
  readonly plan: ImportPlan
  readonly dryRun: boolean
  readonly status: ImportStatus
  readonly total: number
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  /** Code of the refusal that ended it, for a sheet that cannot be read at all. */
  readonly error: string | null
  readonly actor: Actor
  readonly createdAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
}

/** `unpacked`: what the parts of a workbook may come to together. */
export const importLimits = {
  bytes: 50 * 1024 * 1024,
  unpacked: 400 * 1024 * 1024,
  rows: 50_000,
  columns: 500,
  cell: 200_000,
} as const

export const importNotFound = refusal(
  'not_found',
  'imports.not_found',
  (d: { importId: string }) => `there is no import ${d.importId}`,
)
export const importKindUnknown = refusal(
  'invalid',
  'imports.kind_unknown',
  (d: { field: 'kind'; kind: string }) => `nobody reads sheets of ${d.kind}`,
)
export const importFileNotFound = refusal(
  'not_found',
  'imports.file_not_found',
  (d: { field: 'fileId'; fileId: string }) => `there is no uploaded file ${d.fileId}`,
)
export const importTooLarge = refusal(
  'invalid',
  'imports.too_large',
  (d: { field: 'file'; most: number }) => `the file is larger than ${d.most} MB`,
)
export const importTooManyRows = refusal(
  'invalid',
  'imports.too_many_rows',
  (d: { field: 'file'; most: number }) => `the sheet has more than ${d.most} rows`,
)
export const importUnreadable = refusal(
  'invalid',
  'imports.unreadable',
  (d: { field: 'file'; row: number; reason: string }) => `row ${d.row}: ${d.reason}`,
)
export const importEmpty = refusal(
  'invalid',
  'imports.empty',
  (_: { field: 'file' }) => 'the sheet has no rows below its head',
)
export const columnsMissing = refusal(
  'invalid',
  'imports.columns_missing',
  (d: { field: string; columns: string }) => `the sheet lacks ${d.columns}`,
)
export const columnUnknown = refusal(
  'invalid',
  'imports.column_unknown',
  (d: { field: string; column: string }) => `the sheet has no column ${d.column}`,
)
export const importOver = refusal('conflict', 'imports.over', (d: { importId: string }) => `${d.importId} is over`)
export const importFormatUnknown = refusal(
  'invalid',
  'imports.format_unknown',
  (d: { field: 'file'; form: string }) => `${d.form} is no form of sheet we read`,
)
export const importLocked = refusal(
  'invalid',
  'imports.locked',
  (_: { field: 'file' }) => 'the workbook has a password or is of the old .xls form',
)
export const importDialectUnknown = refusal(
  'invalid',
  'imports.dialect_unknown',
  (d: { field: 'dialect'; dialect: string }) => `nobody reads the layout ${d.dialect}`,
)
export const importOtherKind = refusal(
  'invalid',
  'imports.other_kind',
  (d: { field: 'kind'; kind: string; zh: string; en: string }) => `the sheet looks like one of ${d.kind}`,
)
export const importNotReversible = refusal(
  'conflict',
  'imports.not_reversible',
  (d: { importId: string; status: string }) => `${d.importId} is ${d.status} and cannot be taken back`,
)
export const importHasNoWay = refusal(
  'conflict',
  'imports.no_way_back',
  (d: { importId: string; kind: string }) => `sheets of ${d.kind} cannot be taken back`,
)
