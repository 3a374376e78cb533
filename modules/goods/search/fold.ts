import { traditionalPairs } from './traditional.ts'

let simplified: ReadonlyMap<string, string> | undefined

function simple(): ReadonlyMap<string, string> {
  if (simplified) return simplified
  const pairs = new Map<string, string>()
  for (let at = 0; at < traditionalPairs.length; at += 2) pairs.set(traditionalPairs[at]!, traditionalPairs[at + 1]!)
  simplified = pairs
  return pairs
}

/** Chinese units after a number become the letters on packages. */
const units: readonly (readonly [RegExp, string])[] = [
  [/(\d)\s*(?:毫升|ml\b)/g, '$1ml'],
  [/(\d)\s*(?:公斤|千克|kg\b)/g, '$1kg'],
  [/(\d)\s*(?:克|g\b)/g, '$1g'],
  [/(\d)\s*(?:毫米|mm\b)/g, '$1mm'],
  [/(\d)\s*(?:厘米|公分|cm\b)/g, '$1cm'],
  [/(\d)\s*(?:升|l\b)/g, '$1l'],
  [/(\d)\s*(?:毫安时?|mah\b)/g, '$1mah'],
  [/(\d)\s*(?:英寸|寸|inch(?:es)?\b)/g, '$1寸'],
  [/(?<!\d)(\d{1,2})\s*(?:片|贴|p|pcs)(?:装|(?![a-z]))/g, '$1片'],
  [/(\d)\s*([支瓶件只条包盒袋双粒])装/g, '$1$2'],
]

/** Small numbers before what is counted: 三件套, 两瓶装, 五片. */
const counted = /[二两三四五六七八九十](?=件套|[支瓶片件只条包盒袋双粒]|部曲)|一(?=[支瓶片件只条包盒袋双粒]装)/g
const digits = new Map([...'一二三四五六七八九'].map((sign, at) => [sign, String(at + 1)]))
const digit = (sign: string): string => digits.get(sign) ?? (sign === '两' ? '2' : '10')

/**
 * One form for what people write alike: full and half width, capitals, traditional and simplified characters, apostrophes, and a number with its
 * unit or what it counts ("50 毫升" is "50ml", "五片装" is "5片").
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’`]/g, '')
  const characters = /\p{Script=Han}/u.test(plain)
    ? plain.replace(/\p{Script=Han}/gu, (one) => simple().get(one) ?? one)
    : plain
  const numbers = characters.replace(counted, digit)
  return units.reduce((sofar, [written, short]) => sofar.replace(written, short), numbers)
}
