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
]

/**
 * One form for what people write alike: full and half width, capitals, traditional and simplified characters, apostrophes, and a number with its
 * unit ("50 毫升" is "50ml").
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’`]/g, '')
  const characters = /\p{Script=Han}/u.test(plain)
    ? plain.replace(/\p{Script=Han}/gu, (one) => simple().get(one) ?? one)
    : plain
  return units.reduce((sofar, [written, short]) => sofar.replace(written, short), characters)
}
