import type { Locale } from '#kernel/text'
import { eventWords } from './audit-text.ts'

/** What an event is called, by its noun and its verb: "订单发货", "Order shipped". */
export const eventName = (type: string, locale: Locale): string =>
  type
    .split('.')
    .map((word) => eventWords[word as keyof typeof eventWords]?.[locale] ?? word.replaceAll('_', ' '))
    .join(locale === 'zh' ? '' : ' ')
