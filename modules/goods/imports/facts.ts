import { bareCell } from '#kernel/cell'
import type { Locale } from '#kernel/text'
import { type AttributeValue, type CategoryAttribute, type Product, withWord, wordOf } from '#model/goods/catalog'
import type { Cell } from '#platform/exports'
import { plainHead } from '#platform/imports'
import type { FileProduct } from './read-product.ts'

type Facts = Product['attributes']

/** How a column may be called that fills an attribute in: by its name in either language, or by its code. */
const callings = ({ code, name }: CategoryAttribute): string[] =>
  [code, name.zh, name.en, codeHead(code)].map(plainHead)

const codeHead = (code: string): string => `attributes.${code}`

/**
 * The facts of a file that the category asks for; others are passed over, and an empty cell changes nothing. A choice may be written as its code or its
 * name in either language; of a text in two languages, a column called in one of them changes that one.
 */
export function factsIn(
  { attributes: given, source }: Pick<FileProduct, 'attributes' | 'source'>,
  known: readonly CategoryAttribute[],
  stored: Facts = {},
): Facts {
  const cells = new Map(Object.entries(given).map(([head, cell]) => [plainHead(bareCell(head)), bareCell(cell)]))
  return Object.fromEntries(
    known.flatMap((attribute) => {
      const head = callings(attribute).find((calling) => cells.get(calling))
      if (head === undefined) return []
      const cell = source === 'sheet' ? cells.get(head)! : cells.get(head)!.split(';')[0]!.trim()
      return cell ? [[attribute.code, meant(attribute, { head, cell }, stored[attribute.code])]] : []
    }),
  )
}

function meant(
  attribute: CategoryAttribute,
  { head, cell }: { readonly head: string; readonly cell: string },
  before: AttributeValue | undefined,
): AttributeValue {
  if (attribute.kind === 'choice') return optionCalled(attribute, cell)?.code ?? cell
  if (attribute.kind === 'number' || before === undefined || typeof before === 'number') return cell
  const called = (['zh', 'en'] as const).filter((locale) => plainHead(attribute.name[locale]) === head)
  if (called.length === 1) return withWord(before, called[0]!, cell)
  return (['zh', 'en'] as const).some((locale) => wordOf(before, locale) === cell) ? before : cell
}

const optionCalled = ({ options }: CategoryAttribute, word: string) =>
  options.find(({ code, zh, en }) => [code, zh, en].some((name) => name.toLowerCase() === word.toLowerCase()))

/**
 * The heads under which the facts of a category leave: by their name, or by their code where the sheet has another column of that name or a sibling answers to it.
 * Each is found again by `factsIn`.
 */
export const factHeads = (
  known: readonly CategoryAttribute[],
  locale: Locale,
  taken: ReadonlySet<string>,
): Map<string, CategoryAttribute> =>
  new Map(
    known.map((attribute) => {
      const name = attribute.name[locale]
      const isTaken = (others: readonly CategoryAttribute[]) =>
        others.some((other) => other !== attribute && callings(other).includes(plainHead(name)))
      return [taken.has(plainHead(name)) || isTaken(known) ? codeHead(attribute.code) : name, attribute]
    }),
  )

/** A fact as a cell that `factsIn` reads back as it was. */
export function factCell(attribute: CategoryAttribute, value: AttributeValue | undefined, locale: Locale): Cell {
  if (value === undefined || typeof value === 'number') return value ?? null
  const word = wordOf(value, locale)
  if (attribute.kind !== 'choice') return word
  const option = attribute.options.find(({ code }) => code === word)
  const name = option?.[locale]
  return name && optionCalled(attribute, name) === option ? name : word
}
