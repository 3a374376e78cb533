import { decimalText, type Money } from '#kernel/money'
import { say } from '#kernel/text'
import { locale, useLocale } from './language.ts'
import { useMe } from './session.ts'
import { frameText } from './text.ts'

const symbols: Record<string, string> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥' }

/** "¥1,234.50" */
export function moneyText(money: Money): string {
  const [whole, decimals] = decimalText(money).replace('-', '').split('.') as [string, string | undefined]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${money.minor < 0 ? '-' : ''}${symbols[money.currency] ?? `${money.currency} `}${grouped}${decimals ? `.${decimals}` : ''}`
}

/** Several things beside each other, as the reader's language separates them. */
export function useListText(): (parts: readonly string[]) => string {
  useLocale()
  return (parts) => parts.join(comma())
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once a zone: making one takes a millisecond, and a timeline asks in every row. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, made)
  return made
}

/** Instants in the shop's zone, as YYYY-MM-DD HH:mm. */
export function useInstantText(): (instant: string | null | undefined) => string {
  useLocale()
  const format = formatIn(useMe().shop.timeZone)
  return (instant) => (instant ? format.format(new Date(instant)) : '—')
}

/** What is left until a deadline, in the two largest units; negative when it has passed. */
export function remainingText(deadline: string, now: number): string {
  const minutes = Math.round((new Date(deadline).getTime() - now) / 60_000)
  const size = Math.abs(minutes)
  const [days, hours, rest] = [Math.floor(size / 1_440), Math.floor((size % 1_440) / 60), size % 60]
  const words = (['days', 'hours', 'minutes'] as const).map((unit) => say(frameText, locale(), `left.${unit}`))
  const parts = [
    [days, words[0]],
    [hours, words[1]],
    [rest, words[2]],
  ]
    .filter(([count]) => Number(count) > 0)
    .slice(0, 2)
  const text =
    parts.map(([count, word]) => `${count}${locale() === 'zh' ? '' : ' '}${word}`).join(' ') || `0 ${words[2]}`
  return minutes < 0 ? `-${text}` : text
}

/** What parts the entries of a list within a line, in the reader's language. */
export const comma = (): string => (locale() === 'zh' ? '、' : ', ')
export const colon = (): string => (locale() === 'zh' ? '：' : ': ')
export const semicolon = (): string => (locale() === 'zh' ? '；' : '; ')
