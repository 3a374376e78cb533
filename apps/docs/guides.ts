import { readFileSync } from 'node:fs'
import { marked } from 'marked'
import type { Locale } from '#kernel/text'
import type { Reader } from './show-call.ts'

/** The guides, in the order in which somebody new would read them. */
const guides = [
  'quickstart',
  'authentication',
  'errors',
  'paging',
  'idempotency',
  'versions',
  'webhooks',
  'client',
] as const

export interface Guide {
  readonly id: string
  readonly title: string
  /** Its first sentence. */
  readonly about: string
}

const read = (id: string, locale: Locale): string =>
  readFileSync(new URL(`./guides/${id}.${locale}.md`, import.meta.url), 'utf8')

export const guideList = (locale: Locale): Guide[] =>
  guides.map((id) => {
    const [heading = '', , about = ''] = read(id, locale).split('\n')
    return { id, title: heading.replace(/^# /, ''), about: about.replaceAll(/[`*]|\[|\]\([^)]*\)/g, '') }
  })

/** A guide as markup, with this house's own address in its examples; undefined when there is none of that name. */
export function guideOf(id: string, { locale, publicUrl }: Reader): (Guide & { readonly markup: string }) | undefined {
  const guide = guideList(locale).find((each) => each.id === id)
  const source = guide && read(id, locale).replaceAll('https://shop.example', publicUrl)
  return guide && source ? { ...guide, markup: marked.parse(source, { async: false }) } : undefined
}
