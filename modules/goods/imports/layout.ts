import type { ImportColumn, ImportRun, RowProblem, SheetReading, SheetRow } from '#platform/imports'
import { landProducts, type OnStock } from './land-products.ts'
import type { ProductImportOptions } from './model.ts'
import { type ReadProduct, readProduct } from './read-product.ts'

/** The rows of one product in the words `readProduct` knows, or what stands against reading them. */
export type Translated = { readonly rows: readonly SheetRow[] } | { readonly problems: readonly RowProblem[] }

/** How one program writes products into a sheet. */
export interface Layout {
  /** Also the product's source: with the key it has there it is found again. */
  readonly name: string
  readonly columns: readonly ImportColumn[]
  readonly keyOf: SheetReading['keyOf']
  readonly arrange?: SheetReading['arrange']
  /** None for a layout whose columns are our words already. */
  readonly translate?: (rows: readonly SheetRow[], options: ProductImportOptions) => Translated
}

/** What the engine needs to read and land products of a layout. */
export const inLayout = (layout: Layout, onStock: OnStock | undefined): SheetReading => ({
  columns: layout.columns,
  keyOf: layout.keyOf,
  arrange: layout.arrange,
  prepare: (groups, options) =>
    landProducts(
      groups.map((rows) => readAs(layout, rows, options)),
      onStock,
    ),
})

function readAs({ name, translate }: Layout, rows: readonly SheetRow[], options: ImportRun['options']): ReadProduct {
  const { currency = 'CNY' } = options as ProductImportOptions
  const translated = translate?.(rows, options) ?? { rows }
  return 'problems' in translated ? translated : readProduct(translated.rows, { currency, source: name })
}

/** A column under its heads, the first of which the other program writes today. */
export const column = (
  field: string,
  zh: string,
  en: string,
  heads: readonly string[],
  more: { required?: boolean; note?: ImportColumn['note']; example?: ImportColumn['example'] } = {},
): ImportColumn => ({ field, heads, label: { zh, en }, ...more, required: more.required ?? false })

/** A problem of a row in words of this room. */
export const problem = (
  { row, values }: SheetRow,
  field: string,
  code: string,
  details?: RowProblem['details'],
): RowProblem => ({ row, field, code: `product_import.${code}`, details, value: values[field] || undefined })

/** A row that only brings a picture. */
const pictureRow = (row: number, image: string): SheetRow => ({ row, values: { image }, others: {} })

/** Pictures of one cell as rows that follow the product's first. */
export const pictureRows = (row: number, urls: readonly string[]): SheetRow[] => urls.map((url) => pictureRow(row, url))

/** Addresses in one cell, however they are set apart; a comma inside an address stays. */
export const addressesIn = (cell: string): string[] => cell.split(/[\s;|]+|,\s*(?=https?:)|,\s+|,$/).filter(Boolean)

/** Facts nobody asked for in a column of ours, as a list below the description, so that none is lost. */
export function withFacts(body: string, facts: readonly (readonly [string, string])[]): string {
  const lines = facts.map(([name, value]) => `<li>${plain(name)}: ${plain(value)}</li>`)
  return lines.length === 0 ? body : `${body}\n<ul>${lines.join('')}</ul>`
}

const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** `size_bags` as people read it: Size bags. */
export const wordOf = (code: string): string =>
  code
    .replace(/^(?:pa|attribute)_/, '')
    .replace(/[_-]+/g, ' ')
    .replace(/^./, (first) => first.toUpperCase())

/** Of several category paths the deepest is the product's; the ends of the others become tags. */
export function placeAndTags(paths: readonly (readonly string[])[]): { category: string; tags: string[] } {
  const [deepest = [], ...others] = [...paths].sort((a, b) => b.length - a.length)
  const tags = others.map((path) => path.at(-1)!).filter((name) => !deepest.includes(name))
  return { category: deepest.join(' > '), tags: [...new Set(tags)] }
}

/** A price cut without an end is the price, and the price before it what was asked; one with dates is left to a price plan. */
export function salePrice(values: SheetRow['values']): { price: string; was: string } {
  const { regular = '', sale = '', saleFrom, saleTo } = values
  return sale && !saleFrom && !saleTo ? { price: sale, was: regular } : { price: regular, was: '' }
}
