import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** How Chinese characters sound, a syllable each, without tones. The tables are loaded with the first question. */
export function syllablesOf(text: string): string[] {
  const { pinyin } = require('pinyin-pro') as typeof import('pinyin-pro')
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}

/** Syllables that many speakers do not tell apart have one form: zh and z, ch and c, sh and s, l and n, ng and n. */
export const blurred = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n')
