import { wordsToFind, wordsToIndex } from './words.ts'

/** A part of a product and how much a hit in it counts: A for the name, B for what it is, C for what is said of it. */
export interface Part {
  readonly weight: 'A' | 'B' | 'C' | 'D'
  readonly text: string
}

const order = 'ABCD'
const mostPositions = 16_000

/** The text of a tsvector that finds a product under every word of its parts, each with its best weight. */
export function termsOf(parts: readonly Part[]): string {
  const weights = new Map<string, string>()
  for (const { weight, text } of parts)
    for (const word of wordsToIndex(text)) {
      const known = weights.get(word)
      if (!known || order.indexOf(weight) < order.indexOf(known)) weights.set(word, weight)
    }
  return [...weights]
    .slice(0, mostPositions)
    .map(([word, weight], at) => `${quoted(word)}:${at + 1}${weight}`)
    .join(' ')
}

/** The text of a tsquery for what a person typed: every word must be found, the last Latin one may be unfinished. Empty for no words. */
export function queryOf(text: string, most: number): string {
  const wanted = wordsToFind(text, most)
  return wanted
    .map(({ word, pairs }, at) => {
      if (pairs.length > 1) return `(${quoted(word)} | (${pairs.map(quoted).join(' & ')}))`
      const unfinished = at === wanted.length - 1 && /^[a-z]{3,}/.test(word)
      return unfinished ? `${quoted(word)}:*` : quoted(word)
    })
    .join(' & ')
}

const quoted = (word: string): string => `'${word.slice(0, 200).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
