import type { Money } from '#kernel/money'

/** What a product has once, and what each of its variants has; with the permissions that changing it takes. */
export const fieldNeeds = {
  nameZh: ['products.write'],
  nameEn: ['products.write'],
  titleZh: ['products.write'],
  titleEn: ['products.write'],
  categoryId: ['products.write'],
  brandId: ['products.write'],
  lifeStage: ['products.write'],
  tags: ['products.write'],
  keywords: ['products.write'],
  sku: ['products.write'],
  barcode: ['products.write'],
  weightGrams: ['products.write'],
  list: ['prices.change'],
  was: ['prices.change'],
  cost: ['prices.change', 'costs.read'],
} as const satisfies Record<string, readonly string[]>

export type BatchField = keyof typeof fieldNeeds
export const batchFields = Object.keys(fieldNeeds) as BatchField[]

const variantFields: readonly BatchField[] = ['sku', 'barcode', 'weightGrams', 'list', 'was', 'cost']
const priceFields: readonly BatchField[] = ['list', 'was', 'cost']
/** A field that products have once, and not each of their variants. */
export const isProductField = (field: BatchField): boolean => !variantFields.includes(field)
export const isPriceField = (field: BatchField): boolean => priceFields.includes(field)

/** Amounts as money, weights in grams, tags and keywords as lists, categories, brands and stages by id or code; null: empty. */
export type CellValue = string | number | readonly string[] | Money | null

/** One field with what its writer saw and wants. */
export interface Cell {
  readonly field: BatchField
  readonly from: CellValue
  readonly to: CellValue
}

/** A value as it is kept: no blanks around words, no word twice, nothing instead of an empty text. */
export function tidy(value: CellValue): CellValue {
  if (typeof value === 'string') return value.trim() || null
  return isWords(value) ? [...new Set(value.map((word) => word.trim()).filter(Boolean))] : value
}

const isWords = (value: CellValue): value is readonly string[] => Array.isArray(value)

export const sameValue = (one: CellValue, other: CellValue): boolean => plain(one) === plain(other)

/** Money by amount and currency, whatever the order of its keys. */
const plain = (value: CellValue): string =>
  value !== null && typeof value === 'object' && 'minor' in value
    ? `${value.currency} ${value.minor}`
    : JSON.stringify(value)
