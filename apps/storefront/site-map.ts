import type { Locale } from '#kernel/text'
import { baseOf } from './page.ts'

/** Site maps as search engines read them: https://www.sitemaps.org/protocol.html */

export interface MappedPage {
  /** The path in its shop. */
  readonly path: string
  readonly changedAt?: Temporal.Instant
}

/** Products in one file: each stands in it in two languages, and a file may list 50,000 addresses. */
export const productsInFile = 5_000

const opening = '<?xml version="1.0" encoding="UTF-8"?>\n'
export const mapHead = `${opening}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
export const mapFoot = '</urlset>\n'

/** A page in both languages, each naming the other. */
export function mapEntry(origin: string, { path, changedAt }: MappedPage, shopCode?: string): string {
  const address = (locale: Locale) => {
    const base = baseOf({ locale, shopCode })
    return escaped(`${origin}${base}${path === '/' && base ? '' : path}`)
  }
  const languages = [
    `<xhtml:link rel="alternate" hreflang="zh-CN" href="${address('zh')}"/>`,
    `<xhtml:link rel="alternate" hreflang="en" href="${address('en')}"/>`,
    `<xhtml:link rel="alternate" hreflang="x-default" href="${address('zh')}"/>`,
  ].join('')
  const changed = changedAt ? `<lastmod>${dayOf(changedAt)}</lastmod>` : ''
  return (['zh', 'en'] as const)
    .map((locale) => `<url><loc>${address(locale)}</loc>${changed}${languages}</url>\n`)
    .join('')
}

/** The map of the maps. */
export const indexOf = (files: readonly string[]): string =>
  `${opening}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${files
    .map((file) => `<sitemap><loc>${escaped(file)}</loc></sitemap>\n`)
    .join('')}</sitemapindex>\n`

const dayOf = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' })

const escaped = (address: string): string =>
  encodeURI(address).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;')
