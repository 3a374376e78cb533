import { cutRun, cutWithin } from './cut.ts'
import { fold } from './fold.ts'

const runs = /\p{Script=Han}+|\p{N}+\.\p{N}+[a-z]*|[\p{L}\p{N}]+/gu
export const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text)

/** A number with what it counts is one word: 5片, 3件套. */
const within = /\p{N}+(?:件套|[片支瓶件只条包盒袋双粒寸码色])|\p{Script=Han}+|[^\p{Script=Han}]+/gu

/** Chinese runs and Latin words of a folded text, in order. "保温杯500ml" gives "保温杯" and "500ml". */
export const runsOf = (folded: string): string[] =>
  folded.match(runs)?.flatMap((run) => (isHan(run) ? [run] : (run.match(within) ?? []))) ?? []

/** What marks a pair or a single character that need not be a word: it is found by those who type a part of a word. */
export const part = (text: string): string => `~${text}`

/** What marks the word that a name leads with: the thing itself. */
export const lead = (word: string): string => `^${word}`

/** What marks the character that makes a thing of what a name leads with: 霜 of 修护霜. */
export const thing = (character: string): string => `$${character}`

/** Every word a text is found under: the words it is cut into and those within them, and as parts all pairs of neighbours and single characters. */
export function wordsToIndex(text: string): Set<string> {
  const words = new Set<string>()
  for (const run of runsOf(fold(text)))
    if (!isHan(run)) for (const word of latinForms(run)) words.add(word)
    else {
      for (const word of chineseWords(run)) words.add(word)
      for (const one of [...pairs(run), ...run]) words.add(part(one))
    }
  return words
}

/** The words of a run, in order; characters that belong to no word stand together in pairs ("小棕瓶" gives "小棕" and "棕瓶"). */
export function chineseWords(run: string): string[] {
  const words = cutWithin(run).filter((word) => word.length > 1)
  const cut = cutRun(run)
  return [...words, ...compoundsOf(cut), ...looseRuns(cut).flatMap(pairs)]
}

/** Characters that make a thing of the word before them: 卸妆 is what one does, 卸妆霜 what one buys. */
const things = new Set(
  '霜液膏乳水油粉膜笔刷皂棒盒瓶罐杯碗盘壶锅壳套机器灯巾布衣裤裙鞋帽包袋箱架椅桌床毯枕被帘纸剪针线球车琴茶酒糖饼糕面米盐酱醋贴扑装奶皂仪棉夹镜表链戒柜凳盆桶垫席帐衫袜扇钟本册卡伞梳烛炉胶',
)

export const isThing = (character: string): boolean => things.has(character)

export const makesThing = (word: string, next: string): boolean => word.length > 1 && isThing(next)

const compoundsOf = (cut: readonly string[]): string[] =>
  cut.slice(1).flatMap((next, at) => (makesThing(cut[at]!, next) ? [`${cut[at]}${next}`] : []))

/** Neighbouring single characters of a cut, as one. */
export function looseRuns(cut: readonly string[]): string[] {
  const found: string[] = []
  let open = ''
  for (const word of [...cut, '  ']) {
    if (word.length === 1) open += word
    else {
      if (open.length > 1) found.push(open)
      open = ''
    }
  }
  return found
}

export function pairs(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** A code or a size is also found by its number and by its letters; a unit alone is no word. */
export function latinForms(word: string): string[] {
  if (!/\p{N}/u.test(word)) return [stem(word)]
  const pieces = word.match(/\p{N}+|\p{L}+/gu) ?? []
  return [word, ...pieces.filter((piece) => piece.length > 1 && !isUnit.test(piece)).map(stem)]
}

const isUnit = /^(?:ml|kg|mm|cm|oz|pcs)$/

/** Singular and plural meet: pots and pot, boxes and box, berries and berry, glasses and glass. Other words stay apart, a Muge from a mug. */
export function stem(word: string): string {
  if (word.length < 3 || /\p{N}/u.test(word)) return word
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (/..ies$/.test(word)) return `${word.slice(0, -3)}y`
  return /[^su]s$/.test(word) && !word.endsWith('is') ? word.slice(0, -1) : word
}
