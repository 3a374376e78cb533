import { type Actor, may, type Reader } from '#platform/context'
import { type ExportFilter, exportKindUnknown, exportNotPermitted, filterInvalid } from './export.ts'

/** A cell: text as it is, a number that a workbook may compute with, or nothing. */
export type Cell = string | number | null

export interface ExportColumn {
  readonly field: string
  /** The head in each language: the same under which an import finds it again. */
  readonly label: { readonly zh: string; readonly en: string }
  /** Left out for whoever lacks this permission. */
  readonly needs?: string
  /** Left out unless somebody who may asks for personal data. */
  readonly personal?: true
}

export type ExportRow = Readonly<Record<string, Cell>>
/** What the rows of an export are read with: one unchanging picture of the database, as whoever asked. */
export type ExportReader = Reader & { readonly actor: Actor }
/** What a filter may say: any text, an id, a day, an instant, `true`, or one or several (by comma) of some words. */
export type FilterRule = 'text' | 'id' | 'ids' | 'day' | 'instant' | 'yes' | readonly string[]

/** A list that a room knows how to hand out. */
export interface ExportKind {
  /** `products`: in addresses, commands and the job's row. */
  readonly kind: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly columns: readonly ExportColumn[]
  /** Columns that depend on what the list holds, after the others. */
  readonly furtherColumns?: (reader: ExportReader, filter: ExportFilter) => Promise<readonly ExportColumn[]>
  /** Who may see the list may take it along. */
  readonly permission: string
  /** The permission that personal columns take. */
  readonly personal?: string
  /** The filters of the list that people see. */
  readonly filters: Readonly<Record<string, FilterRule>>
  /** The rows, a batch at a time, so that a list of any length passes through little memory. */
  readonly rows: (reader: ExportReader, filter: ExportFilter) => AsyncIterable<readonly ExportRow[]>
}

const kinds = new Map<string, ExportKind>()

/** Makes a kind known to the job and the pages. Registering the same name again replaces it. */
export function registerExportKind(kind: ExportKind): void {
  kinds.set(kind.kind, kind)
}

/** @throws exportKindUnknown */
export function exportKind(name: string): ExportKind {
  const kind = kinds.get(name)
  if (!kind) throw exportKindUnknown({ field: 'kind', kind: name })
  return kind
}

/** Every kind, in the order of registration. */
export const exportKinds = (): ExportKind[] => [...kinds.values()]

/** @throws exportNotPermitted naming what is missing for the list, or for the personal data in it */
export function mustMay(actor: Actor, kind: ExportKind, personal: boolean): void {
  const needed = [kind.permission, ...(personal && kind.personal ? [kind.personal] : [])]
  const permission = needed.find((each) => !may(actor, each))
  if (permission) throw exportNotPermitted({ permission })
}

/** The columns that this person gets. */
export async function columnsFor(
  kind: ExportKind,
  reader: ExportReader,
  { filter, personal }: { readonly filter: ExportFilter; readonly personal: boolean },
): Promise<ExportColumn[]> {
  const all = [...kind.columns, ...((await kind.furtherColumns?.(reader, filter)) ?? [])]
  return all.filter((column) => (!column.needs || may(reader.actor, column.needs)) && (!column.personal || personal))
}

/** @throws filterInvalid naming a filter that the list does not have, or a value it does not take */
export function checkFilter(kind: ExportKind, filter: ExportFilter): void {
  for (const [field, value] of Object.entries(filter)) {
    const rule = kind.filters[field]
    if (!rule || value.length > 500 || !fits(rule, value)) throw filterInvalid({ field, value: value.slice(0, 100) })
  }
}

const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

function isInstant(value: string): boolean {
  try {
    return Boolean(Temporal.Instant.from(value))
  } catch {
    return false
  }
}

function fits(rule: FilterRule, value: string): boolean {
  if (rule === 'text') return true
  if (rule === 'id') return isId(value)
  if (rule === 'ids') return value.split(',').every(isId)
  if (rule === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  if (rule === 'instant') return isInstant(value)
  if (rule === 'yes') return value === 'true'
  return value.split(',').every((word) => rule.includes(word))
}
