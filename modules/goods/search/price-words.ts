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

/** Prices that a folded text asks for in words ("100元以下", "300到500元", "under $50"), and the text without them. */
export function priceIn(text: string): { readonly rest: string; readonly price?: PriceWish } {
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(text)
    if (found) {
      const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
      return { rest: rest.replace(/\s+/g, ' ').trim(), price: read(Number(found[1] ?? 0), Number(found[2] ?? 0)) }
    }
  }
  return { rest: text }
}
