import type { Money } from '#kernel/money'
import type { Both } from '#model/goods/catalog'

/** What a product has once, and what each of its variants has; with the permissions that changing it takes. */
const needs = {
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

export type OwnField = keyof typeof needs
/** What every product has; the attributes of their categories come besides. */
export const batchFields = Object.keys(needs) as OwnField[]

/** An attribute that the product's category asks for, by its code. */
export type FactField = `attributes.${string}`
export type BatchField = OwnField | FactField

export const factField = (code: string): FactField => `attributes.${code}`
/** The code of the attribute that a field is; undefined for what every product has. */
export const factCode = (field: BatchField): string | undefined =>
  field.startsWith('attributes.') ? field.slice('attributes.'.length) : undefined

/** The permissions that changing a field takes. */
export const fieldNeeds = (field: BatchField): readonly string[] =>
  needs[factCode(field) === undefined ? (field as OwnField) : 'nameZh']

const variantFields: readonly BatchField[] = ['sku', 'barcode', 'weightGrams', 'list', 'was', 'cost']
const priceFields: readonly BatchField[] = ['list', 'was', 'cost']
/** A field that products have once, and not each of their variants. */
export const isProductField = (field: BatchField): boolean => !variantFields.includes(field)
export const isPriceField = (field: BatchField): boolean => priceFields.includes(field)

/** Amounts as money, weights in grams, tags and keywords as lists, categories, brands, stages and choices by id or code, attributes in words in one text or in both languages; null: empty. */
export type CellValue = string | number | readonly string[] | Money | Both | null

/** One field with what its writer saw and wants. */
export interface Cell {
  readonly field: BatchField
  readonly from: CellValue
  readonly to: CellValue
}

/** A value as it is kept: no blanks around words, no word twice, nothing instead of an empty text. */
export function tidy(value: CellValue): CellValue {
  if (typeof value === 'string') return value.trim() || null
  if (isWords(value)) return [...new Set(value.map((word) => word.trim()).filter(Boolean))]
  if (!isBoth(value)) return value
  const [zh, en] = [value.zh.trim(), value.en.trim()]
  return zh || en ? { zh, en } : null
}

const isBoth = (value: CellValue): value is Both => value !== null && typeof value === 'object' && 'zh' in value
const isWords = (value: CellValue): value is readonly string[] => Array.isArray(value)

export const sameValue = (one: CellValue, other: CellValue): boolean => plain(one) === plain(other)

/** Money by amount and currency, words by language, whatever the order of their keys. */
function plain(value: CellValue): string {
  if (value === null || typeof value !== 'object' || isWords(value)) return JSON.stringify(value)
  return 'minor' in value ? `${value.currency} ${value.minor}` : JSON.stringify([value.zh, value.en])
}
