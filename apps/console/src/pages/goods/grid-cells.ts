import { decimalText, readMoney } from '#kernel/money'
import type { Locale } from '#kernel/text'
import { type BatchField, type CellFault, type CellValue, cellFault, kindOf, tidy } from '#model/goods/batches'
import { catalogText, lifeStages } from '#model/goods/catalog'

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
  readonly choices: Readonly<Partial<Record<BatchField, readonly Named[]>>>
}

/** The stages as they are chosen by name. */
export const stageChoices = (language: Locale): Named[] =>
  lifeStages.map((stage) => {
    const both = catalogText[`catalog.stage.${stage}`]
    return { id: stage, label: both[language], names: [stage, both.zh, both.en].map((name) => name.toLowerCase()) }
  })

/** What a cell shows, and what is copied out of it. */
export function cellText(field: BatchField, value: CellValue, { choices, language }: Words): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string')
    return 'minor' in value ? decimalText(value) : value.join(language === 'zh' ? '、' : ', ')
  return choices[field] ? (choices[field].find(({ id }) => id === value)?.label ?? value) : value
}

type Reading = { readonly value: CellValue } | { readonly fault: CellFault }

/** What somebody typed or pasted, read and judged as the server will. */
export function readCell(field: BatchField, typed: string, words: Words): Reading {
  const value = meantBy(field, typed.replaceAll('\u00a0', ' ').trim(), words)
  const fault = value === undefined ? { field, code: unreadable[kindOf(field)], details: {} } : cellFault(field, value)
  if (!fault) return { value: value! }
  return { fault: { ...fault, details: { ...fault.details, ...about(field, typed) } } }
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
} as const

/** The value that a text means; undefined where it means none. */
function meantBy(field: BatchField, typed: string, words: Words): CellValue | undefined {
  const kind = kindOf(field)
  if (kind === 'words') return tidy(typed.split(/[,，、;；\n]+/))
  if (typed === '') return null
  if (kind === 'money') return readMoney(typed, words.currency)
  if (kind === 'number') return /^\d+$/.test(typed.replaceAll(',', '')) ? Number(typed.replaceAll(',', '')) : undefined
  if (kind === 'text') return typed.replaceAll(/\s*\n\s*/g, ' ')
  return choiceOf(words.choices[field] ?? [], typed.toLowerCase())
}

/** By what the grid shows, else by a name that only one has. */
function choiceOf(choices: readonly Named[], name: string): string | undefined {
  const shown = choices.find(({ label }) => label.toLowerCase() === name)
  const called = choices.filter(({ names }) => names.includes(name))
  return shown?.id ?? (called.length === 1 ? called[0]!.id : undefined)
}
