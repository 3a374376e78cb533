import { fold } from './fold.ts'
import { chineseWords, isHan, latinForms, runsOf, stem, wordsToIndex } from './words.ts'

/** A, what names the goods: the last word of a part of the name, brand, codes. B: the rest of the name. C: what is said of them. D: what the name only mentions. */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** A part of a product. Nothing in a `further` part moves the order: it is only found. */
export interface Part {
  readonly kind: 'name' | 'sign' | 'said' | 'further'
  readonly text: string
}

const mostWords = 16_000
const order = 'ABCD'

/** The text of a tsvector with every word a product is found under. */
export function termsOf(parts: readonly Part[]): string {
  const words = new Set<string>()
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
  return [...weights].map(([word, weight]) => `${quoted(word)}:1${weight}`).join(' ')
}

const isNaming = (kind: Part['kind']): boolean => kind === 'name' || kind === 'sign'

const plainWords = (text: string): string[] =>
  runsOf(fold(text)).flatMap((run) => (isHan(run) ? chineseWords(run) : latinForms(run)))

const gift = /[送赠]/
const boasts = new Set(['正品', '专柜', '包邮', '新品', '官方', '特价', '热卖', '旗舰店', '专柜正品', '现货', '国货'])

/** In Chinese the last word of a run says what the thing is, the words before it say which; what is given with it is something else. */
function* weighedName(name: string): Iterable<readonly [string, Weight]> {
  for (const segment of fold(name).split(/[^\p{L}\p{N}.]+/u)) {
    let isGift = false
    for (const run of runsOf(segment)) {
      if (!isHan(run)) for (const word of latinForms(run)) yield [word, isGift ? 'D' : 'B']
      else {
        const at: number = isGift ? 0 : run.search(gift)
        const [own, given] = at < 0 ? [run, ''] : [run.slice(0, at), run.slice(at)]
        yield* weighedRun(own)
        for (const word of chineseWords(given)) yield [word, 'D']
        isGift ||= at >= 0
      }
    }
  }
}

function* weighedRun(run: string): Iterable<readonly [string, Weight]> {
  const words = chineseWords(run)
  const naming = endOf(run, words)
  for (const word of words) yield [word, naming !== '' && naming.endsWith(word) ? 'A' : 'B']
}

/** The longest word at the end of a run, praise of the seller aside. */
function endOf(run: string, words: readonly string[]): string {
  const ending = words.filter((word) => run.endsWith(word)).reduce((a, b) => (b.length > a.length ? b : a), '')
  if (!boasts.has(ending) || ending === run) return ending
  return endOf(run.slice(0, -ending.length), words)
}

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
