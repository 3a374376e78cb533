import { refusal } from './refusal.ts'

/** An amount in the smallest unit of its ISO 4217 currency (fen, cent, yen). The same shape in code and in JSON. */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

export type Currency = string

export const moneyOutOfRange = refusal(
  'invalid',
  'money.out_of_range',
  (d: { minor: number }) => `${d.minor} is no whole, safe number of minor units`,
)

/** @throws moneyOutOfRange when `minor` is not a whole number that JavaScript holds exactly */
export function money(minor: number, currency: Currency = 'CNY'): Money {
  if (!Number.isSafeInteger(minor)) throw moneyOutOfRange({ minor })
  return { minor, currency }
}

export const zero = (currency: Currency = 'CNY'): Money => ({ minor: 0, currency })
export const sameMoney = (a: Money, b: Money): boolean => a.minor === b.minor && a.currency === b.currency
export const negate = (a: Money): Money => ({ minor: a.minor === 0 ? 0 : -a.minor, currency: a.currency })
export const times = (a: Money, quantity: number): Money => money(a.minor * quantity, a.currency)

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return money(a.minor + b.minor, a.currency)
}

export const subtract = (a: Money, b: Money): Money => add(a, negate(b))

export const sum = (amounts: readonly Money[], currency: Currency = 'CNY'): Money =>
  amounts.reduce(add, zero(amounts[0]?.currency ?? currency))

/** `percent` of an amount, rounded once, half away from zero. `percent` may have up to four decimals (0.38 % fee). */
export function percentOf(amount: Money, percent: number): Money {
  const scaled = BigInt(Math.round(percent * 10_000)) * BigInt(amount.minor)
  const [size, sign] = scaled < 0n ? [-scaled, -1] : [scaled, 1]
  return money(sign * Number((size + 500_000n) / 1_000_000n), amount.currency)
}

/**
 * Splits an amount over weights so that the parts sum to the whole: largest remainder, ties to the earlier part.
 * Equal weights give the larger parts first (20.00 over three: 6.67, 6.67, 6.66). All weights zero: an equal split.
 */
export function allocate(amount: Money, weights: readonly number[]): Money[] {
  const [size, sign] = amount.minor < 0 ? [-amount.minor, -1] : [amount.minor, 1]
  const base = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1)
  const total = base.reduce((all, weight) => all + BigInt(weight), 0n)
  const parts = base.map((weight, index) => {
    const exact = BigInt(size) * BigInt(weight)
    return { index, floor: exact / total, remainder: exact % total }
  })
  let left = BigInt(size) - parts.reduce((all, part) => all + part.floor, 0n)
  for (const part of [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )) {
    if (left === 0n) break
    part.floor += 1n
    left -= 1n
  }
  return parts.map((part) => money(part.floor === 0n ? 0 : sign * Number(part.floor), amount.currency))
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new TypeError(`cannot mix ${a.currency} and ${b.currency}`)
}

/** Number of decimals of a currency's minor unit. Source: ISO 4217, the currencies we trade in. */
export const decimalsOf = (currency: Currency): number =>
  ({ JPY: 0, KRW: 0, VND: 0, CLP: 0, KWD: 3, BHD: 3, OMR: 3, TND: 3 })[currency] ?? 2

/** Reads a decimal text ("19.90") as money; undefined when it is no amount or has too many decimals. */
export function parseMoney(text: string, currency: Currency = 'CNY'): Money | undefined {
  const match = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const decimals = decimalsOf(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return undefined
  const minor = Number(`${match[2]}${fraction.padEnd(decimals, '0')}`)
  return Number.isSafeInteger(minor) ? money(match[1] && minor ? -minor : minor, currency) : undefined
}

/**
 * Reads an amount as people and spreadsheets write it: "¥1,234.50", "￥88", "1 299.5 元"; undefined where a comma or blank groups no thousands, where
 * another currency's sign stands, and as `parseMoney`.
 */
export function readMoney(text: string, currency: Currency = 'CNY'): Money | undefined {
  const bare = text.replaceAll('，', ',').replaceAll(signs[currency] ?? /(?!)/g, ' ')
  const [, sign = '', rest = ''] = /^\s*(-?)\s*(.*?)\s*$/s.exec(bare)!
  const isGrouped = /^\d{1,3}([,\s]\d{3})+(\.\d*)?$/.test(rest)
  return parseMoney(sign + (isGrouped ? rest.replaceAll(/[,\s]/g, '') : rest), currency)
}

/** How people mark amounts of a currency. */
const signs: Readonly<Record<Currency, RegExp>> = { CNY: /[¥￥元]/g, JPY: /[¥￥円]/g, USD: /\$/g, EUR: /€/g, GBP: /£/g }

/** "19.90": the decimal text of an amount, without symbol or grouping. */
export function decimalText({ minor, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${minor < 0 ? '-' : ''}${whole}${decimals ? `.${digits.slice(-decimals)}` : ''}`
}
