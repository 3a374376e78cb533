import { fold } from './fold.ts'
import type { KnownWord, Lexicon } from './lexicon.ts'
import { blurred, syllablesOf } from './sounds.ts'
import { isHan, isThing, runsOf } from './words.ts'

/**
 * What somebody may have meant who typed this and was shown nothing: pinyin in full or by its first letters, characters that sound alike, one wrong
 * character, a misspelt Latin word. Undefined when nothing said of the goods comes near.
 */
export function meantBy(text: string, lexicon: Lexicon): string | undefined {
  const runs = togetherTyped(runsOf(fold(text)))
  const meant = runs.map((run) => (lexicon.words.has(run) ? run : (closest(run, lexicon) ?? run)))
  const after = meant.join(' ')
  return after === runs.join(' ') ? undefined : after
}

/** Syllables typed apart belong together: "xiao zong ping". */
function togetherTyped(runs: readonly string[]): string[] {
  return runs.length > 1 && runs.every((run) => /^[a-z]{1,6}$/.test(run)) ? [runs.join('')] : [...runs]
}

const closest = (run: string, lexicon: Lexicon): string | undefined =>
  isHan(run)
    ? (soundingLike(run, lexicon) ?? oneOff(run, lexicon))
    : /^[a-z]+$/.test(run)
      ? latin(run, lexicon)
      : undefined

const first = (words: readonly KnownWord[] | undefined): string | undefined => words?.[0]?.word
const shortestInitials = 2
const longestInitials = 8

function latin(run: string, lexicon: Lexicon): string | undefined {
  return (
    first(lexicon.bySpelling.get(run)) ??
    misspelt(run, lexicon, 1) ??
    asSyllables(run, lexicon) ??
    lexicon.thingBySound.get(blurred(run)) ??
    (run.length >= shortestInitials && run.length <= longestInitials
      ? first(lexicon.byInitials.get(run))
      : undefined) ??
    misspelt(run, lexicon, 2)
  )
}

/** The Latin word or pinyin that differs in so many letters. Short words differ from too many others. */
function misspelt(run: string, { latin: words, bySpelling }: Lexicon, distance: 1 | 2): string | undefined {
  if (run.length < (distance === 1 ? 4 : 7)) return undefined
  const near = (spelling: string) => spelling[0] === run[0] && distanceOf(run, spelling, distance) <= distance
  const word = words.find(({ word }) => word.length > 3 && near(word))
  if (word) return word.word
  for (const [spelling, [known]] of bySpelling) if (spelling.length > 4 && near(spelling)) return known!.word
  return undefined
}

/** Letters to change, add, leave out or swap with their neighbour; more than `most` is not counted to the end. */
export function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : change
      row.push(Math.min(change, swap, last[j]! + 1, row[j - 1]! + 1))
    }
    ;[before, last] = [last, row]
  }
  return last[b.length]!
}

interface Way {
  readonly cost: number
  readonly text: string
}

/** The fewest words that cover a row of signs, each piece by `wordFor`; undefined when something remains. */
function cover(
  length: number,
  longest: number,
  wordFor: (from: number, to: number) => Way | undefined,
): string | undefined {
  const ways: (Way | undefined)[] = [{ cost: 0, text: '' }]
  for (let to = 1; to <= length; to++)
    for (let from = Math.max(0, to - longest); from < to; from++) {
      const [sofar, word] = [ways[from], ways[from] && wordFor(from, to)]
      if (!sofar || !word) continue
      const cost = sofar.cost + word.cost
      if (cost < (ways[to]?.cost ?? Number.POSITIVE_INFINITY)) ways[to] = { cost, text: `${sofar.text}${word.text}` }
    }
  return ways[length]?.text
}

/** Frequent words are likelier. */
const costOf = ({ products }: KnownWord): number => 1 - Math.min(0.5, Math.log10(1 + products) / 10)

/** Several words typed as pinyin without a space; single syllables between them as what makes a thing. */
const asSyllables = (run: string, { bySpelling, thingBySound }: Lexicon): string | undefined =>
  cover(run.length, 30, (from, to) => {
    const syllables = run.slice(from, to)
    const known = to - from < 3 ? undefined : bySpelling.get(syllables)?.[0]
    if (known) return { cost: costOf(known), text: known.word }
    const thing = to - from < run.length ? thingBySound.get(blurred(syllables)) : undefined
    return thing === undefined ? undefined : { cost: 2, text: thing }
  })

/** Words that sound the same; characters that already stand in a known word rather stay. */
function soundingLike(run: string, { bySounds }: Lexicon): string | undefined {
  const [characters, sounds] = [[...run], syllablesOf(run).map(blurred)]
  const text = cover(characters.length, 8, (from, to) => {
    const typed = characters.slice(from, to)
    const ways = bySounds.get(sounds.slice(from, to).join(' '))?.map((known) => ({
      cost: costOf(known) + 0.3 * [...known.word].filter((character, at) => character !== typed[at]).length,
      text: known.word,
    }))
    return to - from < 2 ? undefined : ways?.reduce((a, b) => (b.cost < a.cost ? b : a))
  })
  return text === run ? undefined : text
}

/** A word of at least three characters of which one is another, or that lacks one. What makes another thing of a word was meant (洗脸巾 is no 洗脸皂). */
function oneOff(run: string, { words }: Lexicon): string | undefined {
  if (run.length < 3) return undefined
  const [last, shorter] = [run.at(-1)!, without(run)]
  for (const word of words.keys())
    if (
      isHan(word) &&
      (word.length === run.length ? isSlip(word, run) : shorter.includes(word)) &&
      !isOther(word.at(-1)!, last)
    )
      return word
  return undefined
}

const isSlip = (word: string, run: string): boolean =>
  [...word].filter((character, at) => character !== run[at]).length === 1
const isOther = (one: string, other: string): boolean => one !== other && isThing(one) && isThing(other)
/** What remains of a run when a character within it is left out. */
const without = (run: string): string[] =>
  [...run].slice(1, -1).map((_, at) => run.slice(0, at + 1) + run.slice(at + 2))
