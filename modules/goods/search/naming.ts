import { fold } from './fold.ts'
import { chineseWords, isHan, isThing, latinForms, lead, runsOf, stem, thing } from './words.ts'

/** A, what names the goods: the last word of a part of the name, brand, codes. B: the rest of the name. C: what is said of them. D: what the name only mentions. */
export type Weight = 'A' | 'B' | 'C' | 'D'

const gift = /[送赠]/
const boasts = new Set([
  '正品',
  '专柜',
  '包邮',
  '新品',
  '官方',
  '特价',
  '热卖',
  '旗舰店',
  '专柜正品',
  '现货',
  '国货',
  '预售',
])
const bracketed = /【[^】]*】|\[[^\]]*\]|\([^)]*\)/g
const han = /\p{Script=Han}/u

/** In Chinese the last word of a run says what the thing is, the words before it say which; what is given with it is something else. In other languages it is the last word before an aside. */
export function* weighedName(name: string): Iterable<readonly [string, Weight]> {
  const folded = fold(name)
  if (han.test(folded)) yield* weighedChinese(folded)
  else {
    const naming = new Set(nounOf(folded))
    for (const run of runsOf(folded)) for (const word of latinForms(run)) yield [word, naming.has(word) ? 'A' : 'B']
  }
}

function* weighedChinese(folded: string): Iterable<readonly [string, Weight]> {
  for (const segment of segmentsOf(folded)) {
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

const segmentsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}.]+/u)

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

/**
 * The words of what a name leads with, marked: the first part that names something, brand and praise aside, and the next where the first is a single
 * word, as a maker's name or a material is; and the first thing by its character.
 */
export function leadOf(name: string, signs: readonly string[]): string[] {
  const folded = fold(name).replace(bracketed, ' ')
  if (!han.test(folded)) return nounOf(folded).map(lead)
  const parts = namingParts(folded, new Set([...boasts, ...signs.flatMap((sign) => runsOf(fold(sign)))]))
  const leading = parts.slice(0, parts[0] && endingsOf(parts[0]).includes(parts[0]) ? 2 : 1)
  const first = parts.find(isThingAtEnd)
  return [...leading.flatMap(endingsOf).map(lead), ...(first ? [thing(first.slice(-1))] : [])]
}

/** The parts of a name that end in a word, without what is given with the goods. */
const namingParts = (folded: string, known: ReadonlySet<string>): string[] =>
  segmentsOf(folded)
    .flatMap(runsOf)
    .filter(isHan)
    .map((run) => run.split(gift)[0]!)
    .filter((own) => {
      const naming = endOf(own, chineseWords(own))
      return naming !== '' && !known.has(own) && !boasts.has(naming)
    })

const isThingAtEnd = (part: string): boolean => isThing(part.slice(-1))

function endingsOf(part: string): string[] {
  const words = chineseWords(part)
  const naming = endOf(part, words)
  return words.filter((word) => naming.endsWith(word))
}

const asides = /\s(?:with|for|in|by|from|and|to)\s|[,;:|()[\]–—&+]|\s[-/]\s/

/** The last word of a name in another language than Chinese before what is said further of it; sizes and codes aside. */
function nounOf(folded: string): string[] {
  const last = runsOf(folded.split(asides)[0]!)
    .filter((run) => !/\p{N}/u.test(run))
    .at(-1)
  return last ? [stem(last)] : []
}

/** What a product may be beside the thing itself, which shoppers who ask for the thing mean less: a set with other things, a sample or a spare part. */
export const marks = { set: '=set', spare: '=spare' } as const

const said: Readonly<Record<keyof typeof marks, RegExp>> = {
  set: /套装|套盒|套组|套餐|件套|部曲|礼盒|礼包|组合|[^\d\s+]\s*\+\s*\p{Script=Han}|\b(?:set|kit|bundle|combo)\b/u,
  spare:
    /替换|补充装|配件|空盒|空瓶|小样|试用|体验装|非卖|赠品|不发货|补差|差价|邮费|运费|勿拍|\b(?:refill|replacement|sample|spare)s?\b/u,
}

/** The marks of a product by its name, or of what a shopper asks for. */
export const marksOf = (text: string): string[] =>
  (Object.keys(said) as (keyof typeof marks)[]).filter((mark) => said[mark].test(fold(text))).map((mark) => marks[mark])
