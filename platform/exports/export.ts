import type { Id } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Locale } from '#kernel/text'
import type { Actor } from '#platform/context'

export type ExportId = Id<'Export'>
export type ExportStatus = 'waiting' | 'running' | 'finished' | 'failed' | 'expired'

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The filters of the list as its address has them: `{ status: 'on_sale' }`. */
export type ExportFilter = Readonly<Record<string, string>>

/** A list on its way out of the house: who asked for what, how many rows left, and until when the file lies ready. */
export interface Export {
  readonly id: ExportId
  readonly number: string
  readonly kind: string
  readonly format: ExportFormat
  readonly filter: ExportFilter
  /** Whether columns with personal data are in it. */
  readonly personal: boolean
  /** The language of its heads. */
  readonly locale: Locale
  readonly status: ExportStatus
  readonly rows: number
  readonly bytes: number
  /** Pieces it is stored in; none when it was handed over at once. */
  readonly parts: number
  /** Which attempt wrote the parts. */
  readonly run: string | null
  readonly error: string | null
  /** Whether it holds more people's data than whoever asked may take alone; it leaves once somebody else has agreed. */
  readonly held: boolean
  readonly agreedBy: string | null
  readonly agreedAt: Temporal.Instant | null
  readonly actor: Actor
  readonly createdAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
  readonly expiresAt: Temporal.Instant | null
}

/** Whether it is kept back until a second person has agreed. */
export const waitsForSecond = ({ held, agreedAt }: Pick<Export, 'held' | 'agreedAt'>): boolean =>
  held && agreedAt === null

/** Rows a workbook's sheet can hold below its head. */
export const mostWorkbookRows = 1_048_575

export const exportNotFound = refusal(
  'not_found',
  'exports.not_found',
  (d: { exportId: string }) => `there is no export ${d.exportId}`,
)
export const exportKindUnknown = refusal(
  'invalid',
  'exports.kind_unknown',
  (d: { field: 'kind'; kind: string }) => `nobody exports ${d.kind}`,
)
export const exportNotPermitted = refusal(
  'forbidden',
  'exports.not_permitted',
  (d: { permission: string }) => `the permission ${d.permission} is missing`,
)
export const filterInvalid = refusal(
  'invalid',
  'exports.filter_invalid',
  (d: { field: string; value: string }) => `${d.value} is no ${d.field}`,
)
export const exportNotReady = refusal(
  'conflict',
  'exports.not_ready',
  (d: { exportId: string; status: ExportStatus }) => `export ${d.exportId} is ${d.status}`,
)
export const exportHeld = refusal(
  'conflict',
  'exports.held',
  (d: { exportId: string; rows: number }) => `export ${d.exportId} with ${d.rows} rows waits for a second person`,
)
export const agreesToOwnExport = refusal(
  'forbidden',
  'exports.own',
  (d: { exportId: string }) => `somebody else agrees to export ${d.exportId}`,
)
export const tooManyRows = refusal(
  'invalid',
  'exports.too_many_rows',
  (d: { field: 'format'; most: number }) => `a workbook holds at most ${d.most} rows`,
)
