import type { ScreenedText, ScreenHit, ScreenRule } from './model.ts'

/**
 * Finds the words of some rules in some texts: each word once per text, the longest where one lies in another. Letters count
 * whatever their case and width, and blanks or invisible characters between Chinese ones do not hide a word. Pure.
 */
export function screenTexts(rules: readonly ScreenRule[], texts: readonly ScreenedText[]): ScreenHit[] {
  if (texts.length === 0) return []
  const watched = watchedBy(rules)
  return texts.flatMap(({ field, text }) => {
    const words = plain(text)
    const taken: (readonly [number, number])[] = []
    return watched.flatMap(({ rule, word, exceptions }): ScreenHit[] => {
      const at = places(words, word).find(
        (start) => !isTaken(taken, start) && !isHarmless(words, start, word, exceptions),
      )
      if (at === undefined) return []
      taken.push([at, at + word.length])
      return [{ field, rule, snippet: words.slice(Math.max(0, at - 8), at + word.length + 8) }]
    })
  })
}

interface Watched {
  readonly rule: ScreenRule
  readonly word: string
  readonly exceptions: readonly string[]
}

const known = new WeakMap<readonly ScreenRule[], readonly Watched[]>()

/** The words of some rules, the longest first. Kept while the rules are in use: an import screens thousands of texts by the same ones. */
function watchedBy(rules: readonly ScreenRule[]): readonly Watched[] {
  const earlier = known.get(rules)
  if (earlier) return earlier
  const watched = rules
    .filter(({ severity }) => severity !== 'off')
    .map((rule) => ({ rule, word: plain(rule.word), exceptions: rule.exceptions.map(plain) }))
    .toSorted((a, b) => b.word.length - a.word.length)
  known.set(rules, watched)
  return watched
}

/** HTML, case, width and hidden characters aside. */
export const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/(?<=\p{Script=Han})[\s·.*_-]+(?=\p{Script=Han})/gu, '')
    .replaceAll(/\s+/g, ' ')

function places(text: string, word: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isInsideWord(text, at, word)) found.push(at)
  return found
}

/** A Latin word must stand alone: "best" is not in "bestow". */
const isInsideWord = (text: string, at: number, word: string): boolean =>
  (isLatin(word[0]) && isLatin(text[at - 1])) || (isLatin(word.at(-1)) && isLatin(text[at + word.length]))
const isLatin = (letter: string | undefined): boolean => letter !== undefined && /[a-z0-9]/.test(letter)

const isTaken = (taken: readonly (readonly [number, number])[], at: number): boolean =>
  taken.some(([from, to]) => at >= from && at < to)

/** The word is part of a longer phrase that means something else. */
const isHarmless = (text: string, at: number, word: string, exceptions: readonly string[]): boolean =>
  exceptions.some((phrase) => {
    const offset = phrase.indexOf(word)
    return offset >= 0 && text.startsWith(phrase, at - offset)
  })
