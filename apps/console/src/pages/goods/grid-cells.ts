import { decimalText, readMoney } from '#kernel/money'
import type { Locale } from '#kernel/text'
import {
  type BatchField,
  type CellFault,
  type CellValue,
  cellFault,
  factFault,
  factField,
  kindOf,
  type OwnField,
  tidy,
} from '#model/goods/batches'
import {
  type AttributeValue,
  type CategoryAttribute,
  catalogText,
  lifeStages,
  withWord,
  wordOf,
} from '#model/goods/catalog'

/** Something that is chosen by its name: a category, a brand, a stage. */
interface Named {
  readonly id: string
  /** What the grid shows and offers. */
  readonly label: string
  /** All names under which people may write it, in small letters. */
  readonly names: readonly string[]
}

/** What cells are written and read by. */
export interface Words {
  readonly language: Locale
  readonly currency: string
  readonly choices: Readonly<Partial<Record<OwnField, readonly Named[]>>>
}

/** What a cell is of: a field, and the attribute where it is one of the product's category. */
export interface CellOf {
  readonly field: BatchField
  readonly attribute: CategoryAttribute | undefined
}

/** What a cell is chosen from; undefined where it is written freely. */
export function choicesOf({ field, attribute }: CellOf, { choices, language }: Words): readonly Named[] | undefined {
  if (!attribute) return choices[field as OwnField]
  if (attribute.kind !== 'choice') return undefined
  return attribute.options.map(({ code, ...name }) => ({
    id: code,
    label: name[language],
    names: [code, name.zh, name.en].map((each) => each.toLowerCase()),
  }))
}

/** The stages as they are chosen by name. */
export const stageChoices = (language: Locale): Named[] =>
  lifeStages.map((stage) => {
    const both = catalogText[`catalog.stage.${stage}`]
    return { id: stage, label: both[language], names: [stage, both.zh, both.en].map((name) => name.toLowerCase()) }
  })

/** What a cell shows, and what is copied out of it. */
export function cellText(of: CellOf, value: CellValue, words: Words): string {
  const { language } = words
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return choicesOf(of, words)?.find(({ id }) => id === value)?.label ?? value
  if ('minor' in value) return decimalText(value)
  return 'zh' in value ? wordOf(value, language) : value.join(language === 'zh' ? '、' : ', ')
}

type Reading = { readonly value: CellValue } | { readonly fault: CellFault }

/** What somebody typed or pasted over what stood there, read and judged as the server will. */
export function readCell(of: CellOf, typed: string, words: Words, before: CellValue): Reading {
  const text = typed.replaceAll('\u00a0', ' ').trim()
  const { field, attribute } = of
  if (attribute) return readFact(attribute, text, words, before)
  const value = meantBy(field, text, words)
  const fault = value === undefined ? { field, code: unreadable[kindOf(field)], details: {} } : cellFault(field, value)
  if (!fault) return { value: value! }
  return { fault: { ...fault, details: { ...fault.details, ...about(field, typed) } } }
}

/** An attribute of the category. Of words in two languages the reader's is written. */
function readFact(attribute: CategoryAttribute, text: string, words: Words, before: CellValue): Reading {
  if (text === '') return { value: null }
  const { language } = words
  const field = factField(attribute.code)
  const meant: Readonly<Record<CategoryAttribute['kind'], () => CellValue>> = {
    number: () => (/^-?[\d,]*\.?\d+$/.test(text) ? Number(text.replaceAll(',', '')) : text),
    choice: () => choiceOf(choicesOf({ field, attribute }, words)!, text.toLowerCase()) ?? text,
    text: () => withWord(before as AttributeValue | null, language, text.replaceAll(/\s*\n\s*/g, ' ')),
  }
  const value = meant[attribute.kind]()
  const fault = factFault(attribute, value, language)
  return fault ? { fault } : { value }
}

/** What the refusal's words name. */
const about = (field: BatchField, typed: string) =>
  field === 'barcode' || field === 'sku' ? { [field]: typed.trim() } : {}

const unreadable = {
  text: 'batches.value_invalid',
  words: 'batches.value_invalid',
  number: 'catalog.weight_invalid',
  money: 'prices.invalid',
  id: 'batches.not_known',
  stage: 'batches.no_stage',
  fact: 'batches.value_invalid',
} as const

/** The value that a text means; undefined where it means none. */
function meantBy(field: BatchField, typed: string, words: Words): CellValue | undefined {
  const kind = kindOf(field)
  if (kind === 'words') return tidy(typed.split(/[,，、;；\n]+/))
  if (typed === '') return null
  if (kind === 'money') return readMoney(typed, words.currency)
  if (kind === 'number') return /^\d+$/.test(typed.replaceAll(',', '')) ? Number(typed.replaceAll(',', '')) : undefined
  if (kind === 'text') return typed.replaceAll(/\s*\n\s*/g, ' ')
  return choiceOf(words.choices[field as OwnField] ?? [], typed.toLowerCase())
}

/** By what the grid shows, else by a name that only one has. */
function choiceOf(choices: readonly Named[], name: string): string | undefined {
  const shown = choices.find(({ label }) => label.toLowerCase() === name)
  const called = choices.filter(({ names }) => names.includes(name))
  return shown?.id ?? (called.length === 1 ? called[0]!.id : undefined)
}
