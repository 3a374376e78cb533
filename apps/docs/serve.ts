import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '#kernel/text'
import type { Server } from '#platform/http'
import { localeOf } from '../identity.ts'
import { type ApiDocument, publishedDocument } from './document.ts'
import { docsPolicy, framed } from './frame.ts'
import { html } from './html.ts'
import { type Group, groupsOf } from './operations.ts'
import { errorsPage, eventsPage, groupPage, guidePage, homePage, type Page, searchPage } from './pages.ts'
import { type Reader, sayer } from './show-call.ts'

/** The documentation of the HTTP API, made of what the routes themselves declare, and the OpenAPI document behind it. */
export function apiDocs(app: Server, { publicUrl }: { publicUrl: string }): void {
  const config = { needs: 'open', hidden: true } as const
  const document = once(() => publishedDocument(app.swagger() as unknown as ApiDocument, publicUrl))
  const groups = once(() => groupsOf(document()))
  const show =
    (find: (groups: readonly Group[], reader: Reader, request: FastifyRequest) => Page | undefined) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const reader = { locale: languageOf(request, reply), publicUrl }
      const page = find(groups(), reader, request)
      const path = request.url.split('?')[0]!
      return reply
        .code(page ? 200 : 404)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('content-security-policy', docsPolicy)
        .send(framed({ page: page ?? missingPage(reader), groups: groups(), reader, path }))
    }
  const named = (request: FastifyRequest) => (request.params as { name: string }).name

  app.get('/api/openapi.json', { config }, async (_request, reply) => reply.send(document()))
  app.get(
    '/api/docs',
    { config },
    show((all, reader) => homePage(all, reader)),
  )
  app.get(
    '/api/docs/events',
    { config },
    show((_, reader) => eventsPage(reader)),
  )
  app.get(
    '/api/docs/errors',
    { config },
    show((_, reader) => errorsPage(reader)),
  )
  app.get(
    '/api/docs/search',
    { config },
    show((all, reader, { query }) => searchPage(all, wordsIn(query), reader)),
  )
  app.get(
    '/api/docs/guides/:name',
    { config },
    show((_, reader, request) => guidePage(named(request), reader)),
  )
  app.get(
    '/api/docs/reference/:name',
    { config },
    show((all, reader, request) => {
      const group = all.find(({ id }) => id === named(request))
      return group && groupPage(group, reader)
    }),
  )
}

const wordsIn = (query: unknown): string =>
  String((query as { text?: unknown }).text ?? '')
    .trim()
    .slice(0, 100)

const missingPage = (reader: Reader): Page => {
  const t = sayer(reader)
  return { title: t('docs.missing'), main: html`<h1>${t('docs.missing')}</h1><p>${t('docs.missing.hint')}</p>` }
}

/** The language chosen here is kept, as on the storefront. */
function languageOf(request: FastifyRequest, reply: FastifyReply): Locale {
  const { lang } = request.query as { lang?: unknown }
  if (lang !== 'zh' && lang !== 'en') return localeOf(request)
  reply.setCookie('zg_lang', lang, { path: '/', maxAge: 31_536_000, sameSite: 'lax' })
  return lang
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
