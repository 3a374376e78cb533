import type { PriceWish } from './model.ts'

/** Prices are said in the currency's usual unit, a hundred minor ones. */
const minorPerUnit = 100
/** "About" is so much more or less, in percent. */
const about = 25

const unit = '(?:元|块钱|块|rmb|yuan|圆)'
const sign = '(?:[¥￥$€£]\\s*)'

type Read = (first: number, second: number) => PriceWish
const patterns: readonly (readonly [RegExp, Read])[] = [
  [
    new RegExp(`${sign}?(\\d{1,7})\\s*${unit}?\\s*(?:到|至|-|~|—)\\s*${sign}?(\\d{1,7})\\s*${unit}(?:之间)?`),
    (a, b) => between(a, b),
  ],
  [new RegExp(`${sign}(\\d{1,7})\\s*(?:-|to|~)\\s*${sign}?(\\d{1,7})`), (a, b) => between(a, b)],
  [new RegExp(`${sign}?(\\d{1,7})\\s*${unit}?\\s*(?:以下|以内|之内|以里)`), (a) => between(0, a)],
  [new RegExp(`(?:低于|不超过|不到|少于)\\s*${sign}?(\\d{1,7})\\s*${unit}`), (a) => between(0, a)],
  [
    new RegExp(`\\b(?:under|below|less than|up to|within)\\s*(?:${sign}(\\d{1,7})|(\\d{1,7})\\s*${unit})`),
    (a, b) => between(0, a || b),
  ],
  [new RegExp(`${sign}?(\\d{1,7})\\s*${unit}?\\s*以上`), (a) => ({ fromMinor: a * minorPerUnit })],
  [new RegExp(`(?:高于|超过|多于)\\s*${sign}?(\\d{1,7})\\s*${unit}`), (a) => ({ fromMinor: a * minorPerUnit })],
  [
    new RegExp(`\\b(?:over|above|more than)\\s*(?:${sign}(\\d{1,7})|(\\d{1,7})\\s*${unit})`),
    (a, b) => ({ fromMinor: (a || b) * minorPerUnit }),
  ],
  [
    new RegExp(`${sign}?(\\d{1,7})\\s*${unit}?\\s*左右`),
    (a) => ({ fromMinor: a * (minorPerUnit - about), toMinor: a * (minorPerUnit + about) }),
  ],
]

const between = (from: number, to: number): PriceWish => ({
  ...(from > 0 ? { fromMinor: Math.min(from, to) * minorPerUnit } : {}),
  toMinor: Math.max(from, to) * minorPerUnit,
})

/** Numbers that are spelt before a price's words: 一百五十元, 两千以下. */
const spelt = /[一二两三四五六七八九十百千万零]+(?=\s*(?:元|块|圆|到|至|以下|以内|之内|以里|以上|左右))/g
const powers = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
])

function numberIn(signs: string): number {
  let [sum, below, digit, power] = [0, 0, 0, 1]
  for (const sign of signs) {
    const raised = powers.get(sign)
    if (raised) [below, digit, power] = [below + (digit || 1) * raised, 0, raised]
    else if (sign === '万') [sum, below, digit, power] = [(below + digit) * 10_000, 0, 0, 10_000]
    else if (sign === '零') power = 1
    else digit = sign === '两' ? 2 : '一二三四五六七八九'.indexOf(sign) + 1
  }
  return sum + below + digit * (power > 10 ? power / 10 : 1)
}

/** Prices that a folded text asks for in words ("100元以下", "300到500元", "under $50"), and the text without them. */
export function priceIn(text: string): { readonly rest: string; readonly price?: PriceWish } {
  const counted = text.replace(spelt, (signs) => (numberIn(signs) < 10 ? signs : String(numberIn(signs))))
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(counted)
    if (found) {
      const rest = `${counted.slice(0, found.index)} ${counted.slice(found.index + found[0].length)}`
      return { rest: rest.replace(/\s+/g, ' ').trim(), price: read(Number(found[1] ?? 0), Number(found[2] ?? 0)) }
    }
  }
  return { rest: text }
}
