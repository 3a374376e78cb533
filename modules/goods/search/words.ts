import { createRequire } from 'node:module'
import type { Jieba } from '@node-rs/jieba'

const require = createRequire(import.meta.url)
let loaded: Jieba | undefined

/** The dictionary takes 150 ms and 50 MB: loaded with the first Chinese word, not at start. */
function jieba(): Jieba {
  if (loaded) return loaded
  const { Jieba: Words } = require('@node-rs/jieba') as typeof import('@node-rs/jieba')
  const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js')
  loaded = Words.withDict(dict)
  return loaded
}

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu
const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text)

/** Chinese runs and Latin words of a text, in lower case, in order. "保温杯500ml" gives "保温杯" and "500ml". */
function split(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '')
  return (
    plain
      .match(runs)
      ?.flatMap((run) => (isHan(run) ? [run] : (run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []))) ?? []
  )
}

/** Every word under which a text is found: all cuts of the dictionary, pairs of neighbouring characters, single characters. */
export function wordsToIndex(text: string): string[] {
  const words = new Set<string>()
  for (const run of split(text)) {
    if (!isHan(run)) for (const word of latinForms(run)) words.add(word)
    else
      for (const word of [...jieba().cutAll(run), ...jieba().cutForSearch(run), ...pairs(run), ...run]) words.add(word)
  }
  return [...words]
}

/** A word looked for, with the pairs that stand for it where the dictionary cut the text in another way. */
export interface Wanted {
  readonly word: string
  readonly pairs: readonly string[]
}

/** What a person typed, cut into the words that must all be found. At most `most`. */
export function wordsToFind(text: string, most: number): Wanted[] {
  const wanted = split(text).flatMap((run): Wanted[] =>
    isHan(run)
      ? jieba()
          .cut(run)
          .map((word) => ({ word, pairs: pairs(word) }))
      : [{ word: stem(run), pairs: [] }],
  )
  return wanted.slice(0, most)
}

function pairs(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** "500ml" is also found as "500" and "ml". */
const latinForms = (word: string): string[] => [stem(word), ...(word.match(/\p{N}+|\p{L}+/gu) ?? []).map(stem)]

/** Singular and plural meet: pots and pot, boxes and box, berries and berry, glasses and glass. */
export function stem(word: string): string {
  if (word.length < 3 || /\p{N}/u.test(word)) return word
  const singular = /[^su]s$/.test(word) && !word.endsWith('is') ? word.slice(0, -1) : word
  return singular.length > 3 ? singular.replace(/e$/, '').replace(/y$/, 'i') : singular
}
