import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A UUIDv7 that belongs to one kind of thing, so that an order's id cannot be passed for a variant's. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

let lastMillis = 0
let counter = 0

/**
 * A new UUIDv7, rising within a process even when the clock stands still or jumps back.
 * Source: RFC 9562 section 5.7, with a 12-bit counter as rand_a (section 6.2, method 1).
 */
export function newId<Kind extends string>(): Id<Kind> {
  const millis = Date.now()
  if (millis > lastMillis) [lastMillis, counter] = [millis, randomInt(0x400)]
  else if (++counter > 0xfff) [lastMillis, counter] = [lastMillis + 1, 0]
  const time = lastMillis.toString(16).padStart(12, '0')
  const random = randomBytes(8)
  random[0] = (random[0]! & 0x3f) | 0x80
  const tail = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}` as Id<Kind>
}

/** The id that these words always give, for a thing that others name: the same words, the same thing. Source: RFC 9562 section 5.8. */
export function idFrom(words: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

export const isId = (text: unknown): boolean =>
  typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

/**
 * A number for people: prefix, day, seven random digits, check digit ("SO2611220483917" + Luhn digit). Never parsed;
 * a unique key in the table decides, and a rare collision repeats the transaction.
 */
export function documentNumber(prefix: string, day: Temporal.PlainDate): string {
  const body = `${day.toString().slice(2).replaceAll('-', '')}${String(randomInt(10_000_000)).padStart(7, '0')}`
  return `${prefix}${body}${luhnDigit(body)}`
}

export const isDocumentNumber = (text: string): boolean => {
  const digits = text.replace(/^[A-Z]+/, '')
  return /^\d{14}$/.test(digits) && luhnDigit(digits.slice(0, -1)) === digits.at(-1)
}

function luhnDigit(digits: string): string {
  const total = [...digits].reverse().reduce((all, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return String((10 - (total % 10)) % 10)
}
