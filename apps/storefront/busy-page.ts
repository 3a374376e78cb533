import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { LRUCache } from 'lru-cache'
import { type Locale, say } from '#kernel/text'
import type { BusyAnswer, BusyPage } from '#platform/http'
import { storefrontText } from './text.ts'

const style = `body{margin:0;background:#faf8f5;color:#1d1d1f;font:1.0625rem/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:30rem;margin:0 auto;padding:18vh 1.5rem 3rem;text-align:center}
i{display:inline-block;padding:.1em .25em;border-radius:.2em;background:#c8372d;color:#fff;font:600 2.25rem/1.2 "Songti SC",SimSun,serif}
h1{margin:1.25rem 0 .5rem;font-size:1.5rem;font-variant-numeric:tabular-nums}p{margin:.75rem 0;color:#55534f}
a{display:inline-block;margin-top:1rem;padding:.6rem 1.4rem;border-radius:.5rem;background:#1d1d1f;color:#fff;text-decoration:none}`
const hash = createHash('sha256').update(style).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const address = '\0'
const pages = new LRUCache<string, BusyAnswer>({ max: 2_000 })

/**
 * The page of those who find no room, whole and without a question to anybody; buyers in line read their place on it. It asks again by
 * itself, without a script. A page without a place is kept, as it is wanted most when there is least time.
 */
export const busyPage: BusyPage = (request, locale, away) => {
  const back = pageOf(request)
  const key = `${locale} ${away.retryAfterSeconds} ${back}`
  const known = away.place === undefined ? pages.get(key) : undefined
  if (known) return known
  const page = { body: frameOf(locale, away).replaceAll(address, escaped(back)), policy }
  if (away.place === undefined) pages.set(key, page)
  return page
}

function frameOf(locale: Locale, { place, retryAfterSeconds }: Parameters<BusyPage>[2]): string {
  const t = (key: string, values?: Readonly<Record<string, unknown>>) =>
    escaped(say(storefrontText, locale, key, values))
  const [title, text] =
    place === undefined ? [t('busy.title'), t('busy.text')] : [t('busy.line', { place }), t('busy.kept')]
  return `<!doctype html><html lang="${locale === 'en' ? 'en' : 'zh-CN'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><meta http-equiv="refresh" content="${retryAfterSeconds};url=${address}"><title>${title}</title><style>${style}</style>
<main><i aria-hidden="true">候</i><h1>${title}</h1><p>${text}</p><p role="status">${t('busy.refresh', { seconds: retryAfterSeconds })}</p><a href="${address}">${t('busy.again')}</a></main></html>`
}

/** Where to ask again: a form that was sent is not sent twice, its page is shown. Never another host's, which `//` would begin. */
function pageOf({ method, url = '/', headers }: IncomingMessage): string {
  if (method === 'GET' && /^\/(?!\/|\\)/.test(url)) return url
  const { pathname, search } = URL.parse(headers.referer ?? url, 'http://local') ?? { pathname: '/', search: '' }
  return `${pathname.replace(/^\/+/, '/')}${search}`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!)
