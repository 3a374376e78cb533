import { quoted } from './terms.ts'
import type { Saying } from './understand.ts'
import { lead, part, thing } from './words.ts'

/** The text of a tsquery for documents that hold one of the sayings, with these weights. */
export const anyOf = (sayings: readonly Saying[], weights: string): string =>
  oneOf(sayings.map((saying) => together(saying, weights)))

/** The same for names that lead with the last word of one of the sayings, or with a longer word that begins so, and say the rest. */
export const anyLead = (sayings: readonly Saying[], more: { readonly isOpen?: boolean } = {}): string =>
  oneOf(
    sayings.map(({ words, ...saying }) =>
      [
        ...(words.length > 1 ? [together({ ...saying, words: words.slice(0, -1), isOpen: false }, 'AB')] : []),
        together({ ...saying, ...more, words: words.slice(-1).map((word) => (isMark(word) ? word : lead(word))) }, ''),
      ].join(' & '),
    ),
  )

/** It stands only where a name leads with it. */
const isMark = (word: string): boolean => word.startsWith(thing(''))

const oneOf = (queries: readonly string[]): string => `(${queries.map((query) => `(${query})`).join(' | ')})`

function together({ words, isPart, isOpen }: Saying, weights: string): string {
  return words
    .map((word, at) => {
      const suffix = `${isOpen && at === words.length - 1 ? '*' : ''}${weights}`
      return `${quoted(isPart ? part(word) : word)}${suffix ? `:${suffix}` : ''}`
    })
    .join(' & ')
}
