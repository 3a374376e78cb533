import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { guideList } from './guides.ts'
import { type Html, html, raw } from './html.ts'
import { type Group, sides } from './operations.ts'
import type { Page } from './pages.ts'
import { type Reader, sayer } from './show-call.ts'
import { tagWord } from './tags.ts'

const style = readFileSync(new URL('./docs.css', import.meta.url), 'utf8')

/** The pages run no script and show nothing from elsewhere; their one style sheet is known by its hash. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** What scrolls can be reached by keyboard. */
const reachable = '<pre tabindex="0">'

interface Framed {
  readonly page: Page
  readonly groups: readonly Group[]
  readonly reader: Reader
  /** The address asked for, without its query: what the menu marks and the other language shows. */
  readonly path: string
}

/** A page with its menu, search and language switch. No script, nothing from elsewhere. */
export function framed({ page, groups, reader, path }: Framed): string {
  const t = sayer(reader)
  const other = reader.locale === 'zh' ? 'en' : 'zh'
  const { html: text } =
    html`<!doctype html><html lang="${reader.locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>${page.title} · ${t('docs.title')}</title>
    <link rel="icon" href="data:,"><style>${raw(style)}</style></head><body>
    <a class="skip" href="#main">↓</a>
    <header><a class="brand" href="/api/docs"><i>掌</i> ${t('docs.title')}</a>
      <form action="/api/docs/search" role="search"><input name="text" type="search" required maxlength="100" aria-label="${t('docs.search')}" placeholder="${t('docs.search')}"><button>${t('docs.search.go')}</button></form>
      <a class="other" lang="${other}" href="${path}?lang=${other}">${t('docs.other')}</a></header>
    <div class="frame"><div class="menu"><input type="checkbox" id="menu"><label for="menu">${t('docs.menu')}</label><nav aria-label="${t('docs.menu')}">${menu(groups, reader, path)}</nav></div>
    <main id="main">${page.main}</main></div></body></html>`
  return text.replaceAll('<pre>', reachable)
}

function menu(groups: readonly Group[], reader: Reader, path: string): Html {
  const t = sayer(reader)
  const link = (href: string, title: string) =>
    html`<li><a href="${href}"${href === path && raw(' aria-current="page"')}>${title}</a></li>`
  return html`<b>${t('docs.guides')}</b><ul>${guideList(reader.locale).map(({ id, title }) => link(`/api/docs/guides/${id}`, title))}</ul>
    <ul>${link('/api/docs/events', t('docs.events'))}${link('/api/docs/errors', t('docs.errors'))}</ul>
    ${sides.map((side) => html`<b>${t(`docs.side.${side}`)}</b><ul>${groups.filter((group) => group.side === side).map(({ id, tag }) => link(`/api/docs/reference/${id}`, tagWord(tag, reader.locale)))}</ul>`)}`
}
