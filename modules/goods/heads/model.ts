import type { Locale } from '#kernel/text'

export { headsText } from './text.ts'

export const headKinds = ['product', 'category', 'home'] as const
export type HeadKind = (typeof headKinds)[number]

/** What search engines shall show of a page, in both languages. An empty text: the page's own words. */
export interface PageHead {
  readonly title: Readonly<Record<Locale, string>>
  readonly description: Readonly<Record<Locale, string>>
}

export const emptyHead: PageHead = { title: { zh: '', en: '' }, description: { zh: '', en: '' } }

export const headLimits = { title: 200, description: 500 } as const

/**
 * How much of a text search engines show, in halves of a Chinese sign: what they cut is a width, so that a Chinese sign counts two and a Latin
 * letter one. Measured on result pages; they publish no number.
 */
export const shownWidth = { title: 60, description: 160 } as const

/** How wide a text is, in halves of a Chinese sign. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, sign) => width + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(sign) ? 2 : 1), 0)

/** As much of a text as search engines show. */
export function asShown(text: string, most: number): string {
  if (widthOf(text) <= most) return text
  let [shown, width] = ['', 0]
  for (const sign of text) {
    width += widthOf(sign)
    if (width > most - 1) break
    shown += sign
  }
  return `${shown.trimEnd()}…`
}

/** The words of HTML or of a text, on one line, cut at a word or sign when there are more than `most` letters. */
export function plainWords(text: string, most: number): string {
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= most) return words
  const cut = words.slice(0, most - 1)
  const inWord = /\w$/.test(cut) && /\w/.test(words.charAt(most - 1))
  return `${((inWord && cut.replace(/\w+$/, '')) || cut).trimEnd()}…`
}
