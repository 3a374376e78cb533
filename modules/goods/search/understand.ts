import { cutRun } from './cut.ts'
import { fold } from './fold.ts'
import { searchLimits, type TestKind } from './model.ts'
import { quoted } from './terms.ts'
import { isHan, makesThing, pairs, part, runsOf, stem } from './words.ts'

/** One way to say what is wanted: these words together. Parts may be found inside other words. */
export interface Saying {
  readonly words: readonly string[]
  readonly isPart: boolean
  /** The last word may be unfinished. */
  readonly isOpen: boolean
}

/** One thing that is wanted, in the words of the shopper and in others that mean it. */
export interface Wish {
  readonly text: string
  readonly own: readonly Saying[]
  readonly others: readonly Saying[]
  /** How much other words count beside the own ones, 0 to 1. */
  readonly otherWeight: number
}

export interface Meaning {
  /** Folded. */
  readonly text: string
  readonly wishes: readonly Wish[]
}

/** What else a word is called: its synonyms by folded word. */
export type Synonyms = ReadonlyMap<string, readonly { readonly word: string; readonly weight: number }[]>

/** What people say around what they want. */
const idle = new Set(
  '的 用 什么 适合 哪个 哪种 哪款 哪里 好用 好 推荐 吗 呢 怎么 怎样 如何 有 没有 买 想 要 我 给 送 和 与 或 了 最 比较 可以 一款 一个 求 效果 便宜 正品 专柜 包邮 官方 旗舰店 妈妈 爸爸 老婆 老公 女友 男友 女朋友 男朋友 朋友 for the a an of with and to in best good'.split(
    ' ',
  ),
)

/** What a shopper means by the words typed: the things wanted, each with everything that names it. */
export function understand(text: string, synonyms: Synonyms): Meaning {
  const folded = fold(text.slice(0, searchLimits.text)).trim()
  const tokens = tokensOf(folded)
  const meant = tokens.filter((token) => !idle.has(token))
  return { text: folded, wishes: toWishes(meant.length > 0 ? meant : tokens, synonyms).slice(0, searchLimits.words) }
}

/** Words of the dictionary, neighbouring single characters together, Latin words. A single character beside words says little. */
function tokensOf(folded: string): string[] {
  const tokens = runsOf(folded).flatMap((run) => (isHan(run) ? chineseTokens(run) : [run]))
  return tokens.length > 1 && tokens.some((token) => !isLone(token)) ? tokens.filter((token) => !isLone(token)) : tokens
}

const isLone = (token: string): boolean => token.length === 1 && !/\p{N}/u.test(token)

function chineseTokens(run: string): string[] {
  const tokens: string[] = []
  let open = ''
  const close = () => {
    const before = tokens.at(-1)
    if (before && makesThing(before, open)) tokens[tokens.length - 1] = `${before}${open}`
    else if (open) tokens.push(open)
    open = ''
  }
  for (const word of cutRun(run)) {
    if (word.length === 1 && !idle.has(word)) open += word
    else {
      close()
      tokens.push(word)
    }
  }
  close()
  return tokens
}

const longestPhrase = 3

function toWishes(tokens: readonly string[], synonyms: Synonyms): Wish[] {
  const wishes: Wish[] = []
  for (let at = 0; at < tokens.length; ) {
    const length = phraseAt(tokens, at, synonyms)
    wishes.push(toWish(tokens, { at, length }, synonyms))
    at += length
  }
  return wishes
}

/** How many tokens from here are a synonym together, at least one. */
function phraseAt(tokens: readonly string[], at: number, synonyms: Synonyms): number {
  for (let length = Math.min(longestPhrase, tokens.length - at); length > 1; length--)
    if (synonyms.has(phraseOf(tokens.slice(at, at + length)))) return length
  return 1
}

/** Chinese words are written together, Latin ones apart. */
const phraseOf = (tokens: readonly string[]): string =>
  tokens.reduce((text, token) => (text && !isHan(token) && !isHan(text) ? `${text} ${token}` : `${text}${token}`), '')

function toWish(
  tokens: readonly string[],
  { at, length }: { readonly at: number; readonly length: number },
  synonyms: Synonyms,
): Wish {
  const own = tokens.slice(at, at + length)
  const text = phraseOf(own)
  const isLast = at + length === tokens.length
  const known = synonyms.get(text) ?? []
  const together =
    length === 1 && !isHan(text)
      ? [tokens[at - 1], tokens[at + 1]].flatMap((next, side) =>
          next && !isHan(next) ? [side === 0 ? `${next}${text}` : `${text}${next}`] : [],
        )
      : []
  return {
    text,
    own: [
      ...sayingsOf(own, isLast),
      ...together.map((word) => ({ words: [stem(word)], isPart: false, isOpen: false })),
    ],
    others: known.flatMap(({ word }) => sayingsOf(tokensOf(word), false)),
    otherWeight: known.length === 0 ? 1 : Math.max(...known.map(({ weight }) => weight)),
  }
}

const isUnfinished = /^[a-z]{3,}$/

/** The words of a phrase together. What is no word of the dictionary is looked for by its pairs, inside words as well. */
function sayingsOf(tokens: readonly string[], mayBeOpen: boolean): Saying[] {
  const words = tokens.flatMap((token) => (isHan(token) ? (isWord(token) ? [token] : pairs(token)) : [stem(token)]))
  const isOpen = mayBeOpen && isUnfinished.test(tokens.at(-1) ?? '')
  const unknown = tokens.filter((token) => isHan(token) && !isWord(token))
  if (unknown.length === 0) return [{ words, isPart: false, isOpen }]
  const parts = tokens.flatMap((token) => (token.length === 1 ? [token] : pairs(token)))
  const inside = { words: parts, isPart: true, isOpen: false }
  return words.length === 0 ? [inside] : [{ words, isPart: false, isOpen }, inside]
}

function isWord(token: string): boolean {
  const [first, second, third] = cutRun(token)
  if (second === undefined) return token.length > 1
  return third === undefined && makesThing(first!, second)
}

/** The text of a tsquery for documents that hold all wishes, one way or another. Empty for no wishes. */
export const mustHold = (wishes: readonly Wish[]): string =>
  wishes.map((wish) => anyOf([...wish.own, ...wish.others], '')).join(' & ')

const anyOf = (sayings: readonly Saying[], weights: string): string =>
  `(${sayings.map((saying) => `(${together(saying, weights)})`).join(' | ')})`

const together = ({ words, isPart, isOpen }: Saying, weights: string): string =>
  words
    .map((word, at) => {
      const suffix = `${isOpen && at === words.length - 1 ? '*' : ''}${weights}`
      return `${quoted(isPart ? part(word) : word)}${suffix ? `:${suffix}` : ''}`
    })
    .join(' & ')

/** One thing that speaks for a hit, and how much. */
export interface Test {
  readonly wish: string
  readonly holds: TestKind
  readonly query: string
  readonly value: number
}

const values = { names: 0.4, in_name: 0.35, said: 0.1 } as const
const weightsOf: Record<keyof typeof values, string> = { names: 'A', in_name: 'AB', said: 'ABC' }

/** What the words of a hit are tried by: does it name what is wanted, say it in the name or elsewhere, and in the shopper's own words. */
export function testsOf(wishes: readonly Wish[]): Test[] {
  return wishes.flatMap((wish): Test[] => {
    const any = [...wish.own, ...wish.others].filter(({ isPart }) => !isPart)
    const own = wish.own.filter(({ isPart }) => !isPart)
    if (any.length === 0) return []
    const share = wish.others.length > 0 ? wish.otherWeight : 1
    const tests = (Object.keys(values) as (keyof typeof values)[]).map((holds) => ({
      wish: wish.text,
      holds,
      query: anyOf(any, weightsOf[holds]),
      value: values[holds] * share,
    }))
    const exact = { wish: wish.text, holds: 'own_words', query: anyOf(own, 'AB'), value: 1 - share } as const
    return share < 1 && own.length > 0 ? [...tests, exact] : tests
  })
}
