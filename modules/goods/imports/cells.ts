import { bareCell, isProtected } from '#kernel/cell'
import { type Money, readMoney } from '#kernel/money'
import type { RowProblem, SheetRow } from '#platform/imports'

/** Reads the cells of one row and gathers what is wrong with them, so that a row tells everything at once. */
export interface Cells {
  readonly row: number
  /** Whether the sheet has such a column at all. */
  has(field: string): boolean
  /** The cell's text; a text that looks like a formula is a problem. */
  text(field: string, most?: number): string
  amount(field: string, currency: string): Money | null
  whole(field: string): number | null
  decimal(field: string): number | null
  yes(field: string, otherwise: boolean): boolean
  url(field: string): string | null
  problem(field: string, code: string, details?: Readonly<Record<string, unknown>>): void
}

export function cellsOf({ row, values }: SheetRow, problems: RowProblem[]): Cells {
  const raw = (field: string) => values[field] ?? ''
  const problem: Cells['problem'] = (field, code, details) => {
    problems.push({
      row,
      field,
      code: code.includes('.') ? code : `product_import.${code}`,
      details,
      value: raw(field) || undefined,
    })
  }
  return {
    row,
    problem,
    has: (field) => values[field] !== undefined,
    text(field, most = 255) {
      const text = raw(field)
      if (text.length > most) problem(field, 'too_long', { most })
      else if (!isProtected(text) && looksLikeFormula(text)) problem(field, 'formula')
      return bareCell(text)
    },
    amount(field, currency) {
      if (!raw(field)) return null
      const amount = readMoney(raw(field), currency)
      if (!amount) problem(field, 'price_invalid')
      else if (amount.minor < 0) problem(field, 'price_negative')
      return amount ?? null
    },
    whole(field) {
      if (!raw(field)) return null
      if (!/^-?\d{1,9}(?:\.0+)?$/.test(raw(field))) problem(field, 'number_invalid')
      return Math.trunc(Number(raw(field)))
    },
    decimal(field) {
      if (!raw(field)) return null
      if (!/^\d{1,9}(?:\.\d+)?$/.test(raw(field))) problem(field, 'number_invalid')
      return Number(raw(field))
    },
    yes(field, otherwise) {
      const text = raw(field).toLowerCase()
      if (text === '') return otherwise
      if (!['true', 'false', 'yes', 'no', '1', '0', '是', '否'].includes(text)) problem(field, 'choice_invalid')
      return ['true', 'yes', '1', '是'].includes(text)
    },
    url(field) {
      const text = raw(field)
      if (text === '') return null
      if (!/^https?:\/\//i.test(text) || !URL.canParse(text) || text.length > 2_000) problem(field, 'url_invalid')
      return text
    },
  }
}

/** Source: OWASP, CSV injection. A plus or minus before plain words or numbers is no formula. */
const looksLikeFormula = (text: string): boolean => /^[=@\t\r]/.test(text) || /^[+-].*[(|!]/.test(text)
