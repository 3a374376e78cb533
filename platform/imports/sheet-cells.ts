import { bareCell, isProtected } from '#kernel/cell'
import { type Money, readMoney } from '#kernel/money'
import type { ImportColumn, RowProblem, SheetRow } from './import-kind.ts'

/** A column of a sheet of ours, found under its head in either language and under the heads other systems give it. */
export const sheetColumn = (
  field: string,
  zh: string,
  en: string,
  { heads = [], required = false }: { heads?: readonly string[]; required?: boolean } = {},
): ImportColumn => ({ field, heads: [en, zh, ...heads], required, label: { zh, en } })

/** Reads the cells of one row and gathers what is wrong with them, so that a row tells everything at once. */
export interface SheetCells {
  readonly row: number
  /** Whether the sheet has a column for the field. */
  has(field: string): boolean
  /** The cell's text, '' when empty; one that looks like a formula is a problem. */
  text(field: string, most?: number): string
  /** The same where something must stand. */
  needed(field: string, most?: number): string
  amount(field: string, currency: string): Money | null
  whole(field: string): number | null
  day(field: string): Temporal.PlainDate | null
  /** A day, or a day and a time; without an offset in this zone. */
  instant(field: string, zone: string): Temporal.Instant | null
  /** One of some words, each of which may be written in several ways. */
  choice<Value>(field: string, words: Readonly<Record<string, Value>>, otherwise: Value): Value
  problem(field: string, code: string, details?: Readonly<Record<string, unknown>>): void
}

export function sheetCells({ row, values }: SheetRow, problems: RowProblem[]): SheetCells {
  const raw = (field: string) => values[field] ?? ''
  const problem: SheetCells['problem'] = (field, code, details) => {
    problems.push({ row, field, code, details, value: raw(field) || undefined })
  }
  const text: SheetCells['text'] = (field, most = 200) => {
    const cell = raw(field)
    if (cell.length > most) problem(field, 'sheet.too_long', { most })
    else if (!isProtected(cell) && /^[=@\t\r]|^[+-].*[(|!]/.test(cell)) problem(field, 'sheet.formula')
    return bareCell(cell)
  }
  return {
    row,
    problem,
    text,
    has: (field) => field in values,
    needed(field, most) {
      const found = text(field, most)
      if (!found) problem(field, 'sheet.missing')
      return found
    },
    amount(field, currency) {
      if (!raw(field)) return null
      const amount = readMoney(raw(field), currency)
      if (!amount) problem(field, 'sheet.amount_invalid')
      else if (amount.minor < 0) problem(field, 'sheet.amount_negative')
      return amount ?? null
    },
    whole(field) {
      if (!raw(field)) return null
      if (!/^\d{1,9}(?:\.0+)?$/.test(raw(field))) problem(field, 'sheet.number_invalid')
      return Math.trunc(Number(raw(field)))
    },
    day(field) {
      if (!raw(field)) return null
      const day = dayIn(raw(field))
      if (!day) problem(field, 'sheet.day_invalid')
      return day ?? null
    },
    instant(field, zone) {
      if (!raw(field)) return null
      const instant = instantIn(raw(field), zone)
      if (!instant) problem(field, 'sheet.day_invalid')
      return instant ?? null
    },
    choice(field, words, otherwise) {
      const word = raw(field).toLowerCase()
      if (word === '') return otherwise
      if (!Object.hasOwn(words, word)) problem(field, 'sheet.choice_invalid')
      return words[word] ?? otherwise
    },
  }
}

const dayForm = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/

function dayIn(text: string): Temporal.PlainDate | undefined {
  const [all, year, month, day] = dayForm.exec(text) ?? []
  return all === text ? plainDay(year, month, day) : undefined
}

function plainDay(year?: string, month?: string, day?: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return undefined
  }
}

/** As systems write it: `2026-01-31 09:30:00 +0800`, `2026-01-31T09:30:00Z`, `2026/1/31 9:30`, `2026-01-31`. */
function instantIn(text: string, zone: string): Temporal.Instant | undefined {
  const form = /^([\d\-/.]+)(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text)
  const day = form && dayIn(form[1]!)
  if (!form || !day) return undefined
  const [hour, minute, second] = [form[2], form[3], form[4]].map((part) => Number(part ?? 0))
  try {
    const time = Temporal.PlainTime.from({ hour, minute, second }, { overflow: 'reject' })
    return day.toZonedDateTime({ timeZone: offsetOf(form[5]) ?? zone, plainTime: time }).toInstant()
  } catch {
    return undefined
  }
}

const offsetOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : text === 'Z' ? 'UTC' : `${text.slice(0, 3)}:${text.slice(-2)}`
