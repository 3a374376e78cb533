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

/** Instants in the shop's zone, as YYYY-MM-DD HH:mm. */
export function useInstantText(): (instant: string | null | undefined) => string {
  useLocale()
  const { timeZone } = useMe().shop
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
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
