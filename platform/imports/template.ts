import type { Locale } from '#kernel/text'
import type { ImportKind } from './import-kind.ts'

/**
 * A sheet to start from, in our own layout and the reader's language: the heads, a line of notes that an import passes over (it
 * begins with #), and one example row that may be imported as it is.
 */
export function templateOf({ columns }: ImportKind, locale: Locale): string[][] {
  const mark = locale === 'zh' ? '# 说明：' : '# Notes: '
  const required = locale === 'zh' ? '必填' : 'required'
  const notes = columns.map(({ note, required: must }) =>
    [must ? required : '', note?.[locale] ?? ''].filter(Boolean).join(locale === 'zh' ? '；' : '; '),
  )
  return [
    columns.map(({ label, heads }) => (heads.includes(label[locale]) ? label[locale] : heads[0]!)),
    notes.map((note, at) => (at === 0 ? `${mark}${note}` : note)),
    columns.map(({ example }) => example?.[locale] ?? ''),
  ]
}
