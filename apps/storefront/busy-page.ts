import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { say } from '#kernel/text'
import type { BusyPage } from '#platform/http'
import { storefrontText } from './text.ts'

const style = `body{margin:0;background:#faf8f5;color:#1d1d1f;font:1.0625rem/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:30rem;margin:0 auto;padding:18vh 1.5rem 3rem;text-align:center}
i{display:inline-block;padding:.1em .25em;border-radius:.2em;background:#c8372d;color:#fff;font:600 2.25rem/1.2 "Songti SC",SimSun,serif}
h1{margin:1.25rem 0 .5rem;font-size:1.5rem;font-variant-numeric:tabular-nums}p{margin:.75rem 0;color:#55534f}
a{display:inline-block;margin-top:1rem;padding:.6rem 1.4rem;border-radius:.5rem;background:#1d1d1f;color:#fff;text-decoration:none}`
const hash = createHash('sha256').update(style).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The page of those who find no room, whole and without a question to anybody; buyers in line read their place on it. It asks again by itself, without a script. */
export const busyPage: BusyPage = (request, locale, { place, retryAfterSeconds }) => {
  const t = (key: string, values?: Readonly<Record<string, unknown>>) =>
    escaped(say(storefrontText, locale, key, values))
  const [title, text] =
    place === undefined ? [t('busy.title'), t('busy.text')] : [t('busy.line', { place }), t('busy.kept')]
  const back = escaped(pageOf(request))
  const body = `<!doctype html><html lang="${locale === 'en' ? 'en' : 'zh-CN'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><meta http-equiv="refresh" content="${retryAfterSeconds};url=${back}"><title>${title}</title><style>${style}</style>
<main><i aria-hidden="true">候</i><h1>${title}</h1><p>${text}</p><p role="status">${t('busy.refresh', { seconds: retryAfterSeconds })}</p><a href="${back}">${t('busy.again')}</a></main></html>`
  return { body, policy }
}

/** Where to ask again: a form that was sent is not sent twice, its page is shown. */
function pageOf({ method, url = '/', headers }: IncomingMessage): string {
  const from = method === 'GET' ? url : (headers.referer ?? url)
  const { pathname, search } = URL.parse(from, 'http://local') ?? { pathname: '/', search: '' }
  return `${pathname}${search}`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!)
