export type Locale = 'zh' | 'en'

/** Texts of one room or page, by key, in both languages. `{name}` is replaced by the value of that name. */
export type Texts = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

export const texts = <T extends Texts>(catalogue: T): T => catalogue

/**
 * The text of a key in a language, its `{name}`s filled in; `{name|review|reviews}` is the first word for one, else the second. A value that has words in both
 * languages is said in the same one.
 */
export function say(
  catalogue: Texts,
  locale: Locale,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  const template = catalogue[key]?.[locale] ?? key
  if (!template.includes('{')) return template
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, name: string, one?: string, several?: string) => {
    const value = inLanguage(values[name], locale)
    return one === undefined ? value : value === '1' ? one : several!
  })
}

function inLanguage(value: unknown, locale: Locale): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  const { zh = '', en = '' } = value as { readonly zh?: string; readonly en?: string }
  return (locale === 'en' ? en : zh) || zh || en
}
