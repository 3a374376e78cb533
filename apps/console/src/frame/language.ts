import { useSyncExternalStore } from 'react'
import { type Locale, say, type Texts } from '#kernel/text'

const listeners = new Set<() => void>()
let current: Locale = document.cookie.includes('zg_lang=en') ? 'en' : 'zh'
document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en'

export const locale = (): Locale => current

/** Switches the console's language at once and for the next visits. */
export function speak(next: Locale): void {
  current = next
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
  document.cookie = `zg_lang=${next};path=/;max-age=31536000;samesite=lax`
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
}

export function useLocale(): Locale {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}

/** `t('key', { values })` in the reader's language, out of a page's or room's catalogue. */
export function useText<T extends Texts>(
  catalogue: T,
): (key: keyof T & string, values?: Readonly<Record<string, unknown>>) => string {
  const language = useLocale()
  return (key, values) => say(catalogue, language, key, values)
}
