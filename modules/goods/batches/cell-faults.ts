import type { Money } from '#kernel/money'
import type { Locale } from '#kernel/text'
import { type CategoryAttribute, isBarcode, lifeStages, catalogLimits as most } from '#model/goods/catalog'
import { mostMinor } from '#model/goods/prices'
import { type BatchField, type CellValue, factCode, factField, type OwnField } from './fields.ts'

/** What is wrong with a cell: the code of the refusal that the server would give, and its details. */
export interface CellFault {
  readonly field: BatchField
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

type Found = Omit<CellFault, 'field'> | false | undefined

const words =
  (limit: number) =>
  (value: CellValue): Found =>
    String(value ?? '').length > limit && { code: 'catalog.text_too_long', details: { most: limit } }

const name = (value: CellValue): Found =>
  value ? words(most.name)(value) : { code: 'catalog.name_missing', details: {} }

const title = (value: CellValue): Found => (value ? words(most.title)(value) : { code: 'batches.empty', details: {} })

function wordList(value: CellValue): Found {
  const list = value as readonly string[]
  if (list.length > most.tags) return { code: 'catalog.too_many', details: { most: most.tags } }
  return list.some((word) => word.length > most.tag) && { code: 'catalog.text_too_long', details: { most: most.tag } }
}

const amount = (value: CellValue): Found =>
  value !== null && !isPrice(value as Money) && { code: 'prices.invalid', details: {} }

const isPrice = ({ minor }: Money): boolean => Number.isInteger(minor) && minor >= 0 && minor <= mostMinor

const stage = (value: CellValue): Found =>
  value !== null && !(lifeStages as readonly CellValue[]).includes(value) && { code: 'batches.no_stage', details: {} }

function code(sku: CellValue): Found {
  const text = String(sku ?? '').trim()
  return (
    (text.length === 0 || text.length > most.sku || /\p{C}/u.test(text)) && {
      code: 'catalog.sku_invalid',
      details: { sku: text },
    }
  )
}

const barcode = (value: CellValue): Found =>
  value !== null && !isBarcode(String(value)) && { code: 'catalog.barcode_invalid', details: { barcode: value } }

const grams = (value: CellValue): Found =>
  (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most.weightGrams) && {
    code: 'catalog.weight_invalid',
    details: { most: most.weightGrams },
  }

const price = (value: CellValue): Found => (value === null ? { code: 'prices.invalid', details: {} } : amount(value))

type Kind = 'text' | 'words' | 'number' | 'money' | 'id' | 'stage' | 'fact'

const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether a value is of a sort at all, whatever it says; what has no value is null. */
const isOf: Readonly<Record<Kind, (value: NonNullable<CellValue>) => boolean>> = {
  text: (value) => typeof value === 'string',
  words: (value) => Array.isArray(value),
  number: (value) => typeof value === 'number',
  money: (value) => typeof value === 'object' && 'minor' in value,
  id: (value) => typeof value === 'string' && isId.test(value),
  stage: (value) => typeof value === 'string',
  fact: (value) => typeof value !== 'object' || 'zh' in value,
}

/** What each field holds, and how its value is judged. */
const fields: Readonly<Record<OwnField, { readonly kind: Kind; readonly judge?: (value: CellValue) => Found }>> = {
  nameZh: { kind: 'text', judge: name },
  nameEn: { kind: 'text', judge: name },
  titleZh: { kind: 'text', judge: title },
  titleEn: { kind: 'text', judge: title },
  categoryId: { kind: 'id' },
  brandId: { kind: 'id' },
  lifeStage: { kind: 'stage', judge: stage },
  tags: { kind: 'words', judge: wordList },
  keywords: { kind: 'words', judge: wordList },
  sku: { kind: 'text', judge: code },
  barcode: { kind: 'text', judge: barcode },
  weightGrams: { kind: 'number', judge: grams },
  list: { kind: 'money', judge: price },
  was: { kind: 'money', judge: amount },
  cost: { kind: 'money', judge: amount },
}

const aboutOf = (field: BatchField): (typeof fields)[OwnField] =>
  factCode(field) === undefined ? fields[field as OwnField] : { kind: 'fact' }

export const kindOf = (field: BatchField): Kind => aboutOf(field).kind

/** What is wrong with a value by itself; undefined where nothing is. The server judges by the same rules before the rooms do. */
export function cellFault(field: BatchField, value: CellValue): CellFault | undefined {
  const { kind, judge } = aboutOf(field)
  const isShaped = value === null ? kind !== 'words' : isOf[kind](value)
  const found: Found = isShaped ? judge?.(value) : { code: 'batches.value_invalid', details: {} }
  return found ? { field, ...found } : undefined
}

/** What is wrong with what an attribute of the category is to say; empty is for the data check to judge. */
export function factFault(
  { code, kind, name, options }: CategoryAttribute,
  value: CellValue,
  locale: Locale,
): CellFault | undefined {
  const isRight: Readonly<Record<CategoryAttribute['kind'], () => boolean>> = {
    number: () => typeof value === 'number' && Number.isFinite(value),
    choice: () => options.some((option) => option.code === value),
    text: () => wordsOf(value).length > 0 && wordsOf(value).every((word) => word.length <= most.attribute),
  }
  if (value === null || isRight[kind]()) return undefined
  const details = { attribute: name[locale], value: wordsOf(value)[0] ?? '' }
  return { field: factField(code), code: 'catalog.attribute_invalid', details }
}

const wordsOf = (value: CellValue): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object' && 'zh' in value
      ? [value.zh, value.en]
      : []

/** What is wrong with the values of a row together: a former price must be the higher one. */
export function rowFaults(row: { readonly list: Money | null; readonly was: Money | null }): CellFault[] {
  const { list, was } = row
  return list && was && was.minor <= list.minor ? [{ field: 'was', code: 'prices.was_not_higher', details: {} }] : []
}
