import { cutRun } from './cut.ts'
import { fold } from './fold.ts'
import { type PriceWish, searchLimits } from './model.ts'
import { priceIn } from './price-words.ts'
import { anyOf } from './query-text.ts'
import { isHan, isThing, makesThing, pairs, part, runsOf, stem, thing } from './words.ts'

/** One way to say what is wanted: these words together. Parts may be found inside other words. */
export interface Saying {
  readonly words: readonly string[]
  readonly isPart: boolean
  /** The last word may be unfinished, unless it is one that has synonyms. */
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
  /** Folded, without prices said in words. */
  readonly text: string
  readonly price?: PriceWish
  /** A Chinese character that belongs to no word was passed over: it may be a slip. */
  readonly leftOver: boolean
  readonly wishes: readonly Wish[]
}

/** What else a word is called: its synonyms by folded word. */
export type Synonyms = ReadonlyMap<string, readonly { readonly word: string; readonly weight: number }[]>

/** What people say around what they want. */
const idle = new Set(
  [
    '的 了 吗 呢 吧 啊 用 使用 什么 什么样 哪个 哪种 哪款 哪些 哪里 哪家 怎么 怎样 如何 有 有没有 没有 是 是不是 能 能不能 可以 会 会不会 容易 比较 最 更 很 一点',
    '买 想 想要 要 需要 找 求 看看 请问 推荐 介绍 给 送 和 与 或 跟 一款 一个 一些 一套 一瓶 一支 一盒 一双 一件 一条 几款 这种 那种 这个 那个 时候',
    '好 好用 好看 适合 适用 值得 效果 便宜 划算 性价比 平价 牌子 品牌 产品 东西 商品 正品 专柜 包邮 官方 旗舰店',
    '我 自己 妈妈 爸爸 爸妈 婆婆 长辈 老婆 老公 女友 男友 女朋友 男朋友 闺蜜 朋友 同事',
    'i me my for the a an of with and or to in on is are what which that some any need want looking please best good nice cheap',
  ].flatMap((words) => words.split(' ')),
)

/** What a shopper means by the words typed: the things wanted, each with everything that names it. */
export function understand(text: string, synonyms: Synonyms): Meaning {
  const { rest, price } = priceIn(fold(text.slice(0, searchLimits.text)).trim())
  const all = allTokens(rest)
  const tokens = tellingOf(all, synonyms)
  const meant = tokens.filter((token) => !idle.has(token))
  return {
    text: rest,
    price,
    leftOver: all.some((token) => isHan(token) && !idle.has(token) && !tokens.includes(token)),
    wishes: toWishes(meant.length > 0 ? meant : tokens, synonyms).slice(0, searchLimits.words),
  }
}

/** Words of the dictionary, neighbouring single characters together, Latin words. */
const allTokens = (folded: string): string[] =>
  runsOf(folded).flatMap((run) => (isHan(run) ? chineseTokens(run) : [run]))

/** A single character beside words says little, unless it has synonyms (男). */
function tellingOf(tokens: readonly string[], synonyms: Synonyms): readonly string[] {
  const telling = tokens.filter((token) => !isLone(token) || synonyms.has(token))
  return telling.length > 0 ? telling : tokens
}

const noSynonyms: Synonyms = new Map()
const tokensOf = (folded: string): readonly string[] => tellingOf(allTokens(folded), noSynonyms)

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

/** The form in which synonyms are looked up: Chinese words are written together, Latin ones apart. */
export const phraseOf = (tokens: readonly string[]): string =>
  tokens.reduce((text, token) => (text && !isHan(token) && !isHan(text) ? `${text} ${token}` : `${text}${token}`), '')

function toWish(
  tokens: readonly string[],
  { at, length }: { readonly at: number; readonly length: number },
  synonyms: Synonyms,
): Wish {
  const own = tokens.slice(at, at + length)
  const text = phraseOf(own)
  const isLast = at + length === tokens.length
  const known = synonyms.get(text) ?? synonyms.get(phraseOf(own.map(stem))) ?? []
  const together =
    length === 1 && !isHan(text)
      ? [tokens[at - 1], tokens[at + 1]].flatMap((next, side) =>
          next && !isHan(next) ? [side === 0 ? `${next}${text}` : `${text}${next}`] : [],
        )
      : []
  return {
    text,
    own: [
      ...sayingsOf(own, isLast && known.length === 0),
      ...(isThing(text) ? [{ words: [thing(text)], isPart: false, isOpen: false }] : []),
      ...together.map((word) => ({ words: [stem(word)], isPart: false, isOpen: false })),
    ],
    others: known.flatMap(({ word }) => sayingsOf(tokensOf(word), false)),
    otherWeight: known.length === 0 ? 1 : Math.max(...known.map(({ weight }) => weight)),
  }
}

const isUnfinished = /^[a-z]{3,}$/

/** The words of a phrase together; nothing for signs alone. What is no word of the dictionary is looked for by its pairs, inside words as well. */
function sayingsOf(tokens: readonly string[], mayBeOpen: boolean): Saying[] {
  if (tokens.length === 0) return []
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

/**
 * The same wish, also content with what is said apart: 祛斑霜 with a cream that says 祛斑 or another word for it, 茶杯 with a cup that says 茶. Undefined
 * for what is no compound that ends in what makes a thing.
 */
export function loosened(wish: Wish, synonyms: Synonyms): Wish | undefined {
  const [head, last] = [wish.text.slice(0, -1), wish.text.slice(-1)]
  if (!/^\p{Script=Han}{2,6}$/u.test(wish.text) || !isThing(last)) return undefined
  const heads: readonly Saying[] =
    head.length === 1
      ? [{ words: [part(head)], isPart: false, isOpen: false }]
      : toWishes(tokensOf(head), synonyms).flatMap(({ own, others }) => [...own, ...others])
  const apart = heads
    .filter(({ isPart }) => !isPart)
    .map((saying) => ({ ...saying, words: [...saying.words, thing(last)] }))
  return { ...wish, others: [...wish.others, ...apart], otherWeight: wish.others.length > 0 ? wish.otherWeight : 0.7 }
}
