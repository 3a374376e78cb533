import { cutRun } from './cut.ts'
import { fold } from './fold.ts'
import { chineseWords, isHan, looseRuns, runsOf } from './words.ts'

/** What a product is called. */
export interface Called {
  readonly name: string
  /** Brand, categories, tags: each is one expression. */
  readonly signs: readonly string[]
}

const longest = 8
const leastPhrase = 3
const leastRun = 2
const mostWords = 20_000

/**
 * The words said of products, each with how many: words of the dictionary, Latin words, brands, categories and tags, and what the dictionary does
 * not know but stands together again and again ("小棕瓶", "保湿面霜").
 */
export function gatherWords(products: readonly Called[]): Map<string, number> {
  const [words, phrases] = [new Map<string, number>(), new Map<string, number>()]
  for (const { name, signs } of products) {
    const own = new Set<string>(signs.map(fold).filter(isFit))
    const together = new Set<string>()
    for (const run of runsOf(fold(name)))
      if (isHan(run)) {
        const cut = cutRun(run)
        for (const word of chineseWords(run)) if (cut.includes(word) || word.length > 2) own.add(word)
        for (const phrase of [...neighbours(cut), ...looseRuns(cut).flatMap(pieces)]) together.add(phrase)
      } else if (/^[a-z]{3,}$/.test(run)) own.add(run)
    count(words, own)
    count(phrases, together)
  }
  for (const [phrase, times] of frequent(phrases)) if (!words.has(phrase)) words.set(phrase, times)
  return new Map([...words].sort((a, b) => b[1] - a[1]).slice(0, mostWords))
}

const isFit = (text: string): boolean => text.length >= 2 && text.length <= 20

function count(counts: Map<string, number>, found: ReadonlySet<string>): void {
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1)
}

/** Two words of a cut that stand beside each other. */
const neighbours = (cut: readonly string[]): string[] =>
  cut
    .slice(1)
    .map((word, at) => `${cut[at]}${word}`)
    .filter((phrase) => phrase.length > 2 && phrase.length <= longest)

/** Every piece of two to five characters of a run that is no word. */
function pieces(run: string): string[] {
  const found: string[] = []
  for (let length = 2; length <= 5; length++)
    for (let at = 0; at + length <= run.length; at++) found.push(run.slice(at, at + length))
  return found
}

/** What is said often enough, without the fragments of what is always said longer. */
function frequent(counts: ReadonlyMap<string, number>): [string, number][] {
  const often = [...counts].filter(([phrase, times]) => times >= (phrase.length <= 5 ? leastRun : leastPhrase))
  const within = new Map<string, number>()
  for (const [phrase, times] of often)
    for (const piece of pieces(phrase)) if (piece !== phrase) within.set(piece, Math.max(within.get(piece) ?? 0, times))
  return often.filter(([phrase, times]) => times * 0.8 > (within.get(phrase) ?? 0))
}
