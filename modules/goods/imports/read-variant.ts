import { createHash } from 'node:crypto'
import { isBarcode, slugOf } from '#goods/catalog'
import type { Money } from '#kernel/money'
import { mostPieces } from '#kernel/quantity'
import { catalogLimits } from '#model/goods/catalog'
import { mostMinor } from '#model/goods/prices'
import type { Cells } from './cells.ts'

export interface FileVariant {
  readonly row: number
  readonly sku: string
  readonly barcode: string | null
  readonly values: readonly string[]
  readonly list: Money
  /** undefined when the file has no such column. */
  readonly was: Money | null | undefined
  readonly cost: Money | null
  readonly weightGrams: number
  /** null when the file does not say. */
  readonly requiresShipping: boolean | null
  /** Pieces the other system had; null when the file does not say. */
  readonly quantity: number | null
  readonly pictureUrl: string | null
}

interface Around {
  readonly optionNames: readonly string[]
  readonly currency: string
  readonly handle: string
}

export function readVariant(cells: Cells, { optionNames, currency, handle }: Around): FileVariant {
  const values = readValues(cells, optionNames)
  const list = readPrice(cells, currency)
  return {
    row: cells.row,
    sku: readSku(cells) || madeUpSku(handle, values),
    barcode: readBarcode(cells),
    values,
    list,
    was: cells.has('was') ? higher(readAmount(cells, 'was', currency), list) : undefined,
    cost: readAmount(cells, 'cost', currency),
    weightGrams: readWeight(cells),
    requiresShipping: cells.text('requiresShipping') ? cells.yes('requiresShipping', true) : null,
    quantity: readQuantity(cells),
    pictureUrl: cells.url('variantImage'),
  }
}

function readValues(cells: Cells, optionNames: readonly string[]): string[] {
  const given = [1, 2, 3].map((n) => cells.text(`option${n}Value`, catalogLimits.optionWord))
  if (optionNames.length === 0) {
    const stray = given.findIndex((value) => value !== '' && value !== 'Default Title')
    if (stray >= 0) cells.problem(`option${stray + 1}Value`, 'option_unknown')
    return []
  }
  given.forEach((value, at) => {
    if (value && !optionNames[at]) cells.problem(`option${at + 1}Value`, 'option_unknown')
    if (!value && optionNames[at]) cells.problem(`option${at + 1}Value`, 'option_missing', { option: optionNames[at] })
  })
  return given.slice(0, optionNames.length)
}

/** A leading apostrophe only kept a spreadsheet from rewriting the code. */
function readSku(cells: Cells): string {
  const sku = cells.text('sku', catalogLimits.sku).replace(/^'/, '')
  if (/\p{C}/u.test(sku)) cells.problem('sku', 'catalog.sku_invalid', { sku })
  return sku
}

/** The same handle and options always give the same code, so that a second import finds its variants again. */
export function madeUpSku(handle: string, values: readonly string[]): string {
  const plain = slugOf([handle, ...values].join(' ')).toUpperCase()
  if (plain.length <= 40 && /^[A-Z0-9-]+$/.test(plain)) return plain
  const mark = createHash('sha256')
    .update(JSON.stringify([handle, ...values]))
    .digest('hex')
    .slice(0, 10)
    .toUpperCase()
  return `${
    plain
      .replace(/[^A-Z0-9-]/g, '')
      .slice(0, 28)
      .replace(/-+$/, '') || 'P'
  }-${mark}`
}

function readBarcode(cells: Cells): string | null {
  const barcode = cells.text('barcode', 48).replace(/^'/, '')
  if (!barcode) return null
  if (!isBarcode(barcode)) cells.problem('barcode', 'catalog.barcode_invalid', { barcode })
  return barcode
}

function readPrice(cells: Cells, currency: string): Money {
  const price = readAmount(cells, 'price', currency)
  if (!price && !cells.text('price')) cells.problem('price', 'price_missing')
  return price ?? { minor: 0, currency }
}

function readAmount(cells: Cells, field: string, currency: string): Money | null {
  const amount = cells.amount(field, currency)
  if (amount && amount.minor > mostMinor) cells.problem(field, 'prices.invalid')
  return amount
}

/** Many files carry a compare-at price that is no reduction: 0, or the price itself. */
const higher = (was: Money | null, list: Money): Money | null => (was && was.minor > list.minor ? was : null)

const gramsOf: Readonly<Record<string, number>> = { g: 1, kg: 1000, lb: 453.59237, oz: 28.349523125 }

function readWeight(cells: Cells): number {
  const grams = cells.decimal('grams')
  const weight = cells.decimal('weight')
  const unit = cells.text('weightUnit').toLowerCase() || 'g'
  if (weight !== null && !gramsOf[unit]) cells.problem('weightUnit', 'choice_invalid')
  const total = Math.round(grams ?? (weight ?? 0) * (gramsOf[unit] ?? 1))
  if (total > catalogLimits.weightGrams)
    cells.problem(grams === null ? 'weight' : 'grams', 'catalog.weight_invalid', { most: catalogLimits.weightGrams })
  return total
}

/** A negative number is what the other shop has oversold: there is nothing to take over. */
function readQuantity(cells: Cells): number | null {
  const quantity = cells.whole('quantity')
  if (quantity !== null && quantity > mostPieces) cells.problem('quantity', 'quantity_too_large', { most: mostPieces })
  return quantity === null ? null : Math.max(0, quantity)
}
