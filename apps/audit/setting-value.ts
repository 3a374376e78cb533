import { type Locale, say } from '#kernel/text'
import { unitText } from './unit-text.ts'

/** A setting's value with its unit, as people say it: "48 小时", "开". */
export function settingValue(value: unknown, unit: string, locale: Locale): string {
  if (unit === 'switch') return say(unitText, locale, value === true ? 'on' : 'off')
  if (unit === 'text') return String(value) || '—'
  const count = Number(value).toLocaleString('en-US')
  return unit === 'count' ? count : `${count} ${say(unitText, locale, `unit.${unit}`)}`
}
