import type { Locale } from '#kernel/text'
import type { AttributeValue, Both } from './model.ts'

/** What a fact in words says in a language: where it says one thing for both, that. */
export const wordOf = (value: string | Both, locale: Locale): string =>
  typeof value === 'string' ? value : value[locale] || value.zh || value.en

/** The fact with its word in one language replaced; one that says so already stays as it is. A word in English alone leaves the Chinese; one text stands for both while they say the same. */
export function withWord(before: AttributeValue | null | undefined, locale: Locale, word: string): string | Both {
  if (before != null && typeof before !== 'number' && wordOf(before, locale) === word) return before
  const { zh, en } =
    typeof before === 'object' && before ? before : { zh: before == null ? '' : String(before), en: '' }
  const next = locale === 'zh' ? { zh: word, en } : { zh: zh || word, en: word }
  return next.en === '' || next.en === next.zh ? next.zh : next
}
