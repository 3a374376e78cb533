import { createRequire } from 'node:module'
import type { Jieba } from '@node-rs/jieba'
import { tradeWords } from './trade-words.ts'

const require = createRequire(import.meta.url)
let loaded: Jieba | undefined
let added: ReadonlySet<string> = new Set()

/** The dictionary takes 150 ms and 50 MB: loaded with the first Chinese word, not at start. */
function jieba(): Jieba {
  if (loaded) return loaded
  const { Jieba: Words } = require('@node-rs/jieba') as typeof import('@node-rs/jieba')
  const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js')
  loaded = Words.withDict(dict)
  loaded.loadDict(entries(tradeWords))
  if (added.size > 0) loaded.loadDict(entries(added))
  return loaded
}

/** Common enough to be preferred to its parts. */
const frequency = 100_000
const entries = (words: Iterable<string>): Buffer =>
  Buffer.from([...words].map((word) => `${word} ${frequency} n\n`).join(''))

/** From now on these words belong together besides those of the dictionary: what staff have added, for all shops. */
export function addWords(words: ReadonlySet<string>): void {
  const isSame = words.size === added.size && [...words].every((word) => added.has(word))
  if (isSame) return
  const onlyMore = [...added].every((word) => words.has(word))
  added = words
  if (onlyMore) loaded?.loadDict(entries(words))
  else loaded = undefined
}

/** A run of Chinese characters, cut into words of the dictionary and single characters. */
export const cutRun = (run: string): string[] => jieba().cut(run, false)

/** The same with the shorter words inside the longer ones. */
export const cutWithin = (run: string): string[] => jieba().cutForSearch(run, false)
