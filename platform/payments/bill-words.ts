import { type Money, money } from '#kernel/money'
import { type BillFault, billUnreadable } from './errors.ts'

export const broken = (reason: BillFault, row?: number) => billUnreadable({ field: 'file', reason, row })

/** "0.01000", "-1.20": fees stand with more decimals than there are fen; they are rounded once, half away from zero. */
export function yuanText(text: string, row: number): Money {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text.trim())
  if (!match) throw broken('amount', row)
  const [, sign, whole, fraction = ''] = match
  const padded = fraction.padEnd(6, '0')
  const minor = Number(whole) * 100 + Number(padded.slice(0, 2)) + (Number(padded[2]) >= 5 ? 1 : 0)
  return money(sign && minor ? -minor : minor, 'CNY')
}

/** "2019-02-19 05:01:46" in China's time. */
export function chinaMoment(text: string, row: number): Temporal.Instant {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) throw broken('time', row)
  return Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Asia/Shanghai').toInstant()
}

export const chinaDay = (at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()

export function daysOf(lines: readonly { readonly at: Temporal.Instant }[]): {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
} {
  const days = lines.map(({ at }) => chinaDay(at)).toSorted(Temporal.PlainDate.compare)
  if (days.length === 0) throw broken('empty')
  return { from: days[0]!, to: days.at(-1)! }
}
