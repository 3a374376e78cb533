import { fold } from './fold.ts'
import { leadOf, marksOf, type Weight, weighedName } from './naming.ts'
import { chineseWords, isHan, latinForms, runsOf, stem, thing, wordsToIndex } from './words.ts'

/** A part of a product. Nothing in a `further` part moves the order: it is only found. */
export interface Part {
  readonly kind: 'name' | 'sign' | 'said' | 'further'
  readonly text: string
}

const mostWords = 16_000
const order = 'ABCD'

/** The text of a tsvector with every word a product is found under. */
export function termsOf(parts: readonly Part[]): string {
  const words = new Set(ownWords(parts).filter((word) => word.startsWith(thing(''))))
  for (const { kind, text } of parts) {
    for (const word of wordsToIndex(text)) words.add(word)
    if (isNaming(kind)) for (const word of joined(text)) words.add(word)
  }
  return [...words].slice(0, mostWords).map(quoted).join(' ')
}

/** The text of the tsvector by which hits are ranked: each word with its best weight. */
export function rankedOf(parts: readonly Part[]): string {
  const weights = new Map<string, Weight>()
  const add = (word: string, weight: Weight) => {
    const known = weights.get(word)
    if (!known || order.indexOf(weight) < order.indexOf(known)) weights.set(word, weight)
  }
  for (const { kind, text } of parts) {
    if (kind === 'name') for (const [word, weight] of weighedName(text)) add(word, weight)
    else if (kind !== 'further') for (const word of plainWords(text)) add(word, kind === 'sign' ? 'A' : 'C')
    if (isNaming(kind)) for (const word of joined(text)) add(word, 'A')
  }
  for (const word of ownWords(parts)) add(word, 'A')
  return [...weights].map(([word, weight]) => `${quoted(word)}:1${weight}`).join(' ')
}

/** What the name leads with, and what the product is beside that: a set, a spare part. */
function ownWords(parts: readonly Part[]): string[] {
  const name = parts.find(({ kind }) => kind === 'name')?.text ?? ''
  const signs = parts.filter(({ kind }) => kind === 'sign').map(({ text }) => text)
  return [...leadOf(name, signs), ...marksOf(name)]
}

const isNaming = (kind: Part['kind']): boolean => kind === 'name' || kind === 'sign'

const plainWords = (text: string): string[] =>
  runsOf(fold(text)).flatMap((run) => (isHan(run) ? chineseWords(run) : latinForms(run)))

/** Latin words that are written together elsewhere: "Estee Lauder" is found as "esteelauder", "SK-II" as "skii", "EsteeLauder" as both its words. */
function joined(text: string): string[] {
  const apart = [...text.matchAll(/[A-Z]+[a-z]+(?=[A-Z])|(?<=[a-z])[A-Z][a-z]+/g)].map(([word]) =>
    stem(word.toLowerCase()),
  )
  const all = runsOf(fold(text))
  const both = all.slice(1).flatMap((run, at) => (isHan(run) || isHan(all[at]!) ? [] : [stem(`${all[at]}${run}`)]))
  return [...apart, ...both]
}

export const quoted = (word: string): string => `'${word.slice(0, 200).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
