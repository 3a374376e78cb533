import { decimalText, type Money, percentOf } from '#kernel/money'
import { type BatchField, isPriceField, type OwnField } from '#model/goods/batches'
import type { CategoryAttribute } from '#model/goods/catalog'
import { cellText, type Words } from './grid-cells.ts'
import { type Grid, type Place, valueAt } from './grid-state.ts'

/** What is done to many cells of a column at once. */
export type ColumnWork =
  | { readonly kind: 'set'; readonly text: string }
  | { readonly kind: 'replace'; readonly find: string; readonly text: string }
  | { readonly kind: 'percent'; readonly percent: number }

/** What the cells are to say afterwards; those that it leaves as they are, are not among them. */
export function worked(grid: Grid, places: readonly Place[], work: ColumnWork, words: Words) {
  return places.flatMap((place) => {
    const now = cellText(place, valueAt(grid, place), words)
    const typed = textAfter(grid, place, now, work)
    return typed === now ? [] : [{ place, typed }]
  })
}

function textAfter(grid: Grid, place: Place, now: string, work: ColumnWork): string {
  if (work.kind === 'set') return work.text
  if (work.kind === 'replace') return work.find === '' ? now : now.replaceAll(work.find, work.text)
  const amount = valueAt(grid, place) as Money | null
  return amount ? decimalText(percentOf(amount, 100 + work.percent)) : now
}

/** Whether a percentage means anything in a column. */
export const hasAmounts = (field: BatchField): boolean => isPriceField(field)

/** Pixels. */
export const columnWidths: Readonly<Record<OwnField, number>> = {
  nameZh: 180,
  nameEn: 180,
  titleZh: 220,
  titleEn: 220,
  categoryId: 180,
  brandId: 120,
  lifeStage: 90,
  tags: 160,
  keywords: 160,
  sku: 140,
  barcode: 140,
  weightGrams: 90,
  list: 90,
  was: 110,
  cost: 90,
}

/** Pixels. */
export const factWidths: Readonly<Record<CategoryAttribute['kind'], number>> = { text: 160, number: 110, choice: 120 }
