import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '#kernel/text'
import { noticeBehaviours } from './behaviour.ts'
import { cashierPage, unknownTradePage } from './cashier-page.ts'
import { type Gateway, takePayment } from './till.ts'
import { failTrade, findTradeByPrepayId } from './trades.ts'

type Fields = Readonly<Record<string, string | undefined>>

/** The buyer's side: the page an h5_url leads to, and what its buttons do. */
export function cashierRoutes(gateway: Gateway) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    app.get('/cashier', async (request, reply) => show(gateway, request.query as Fields, request, reply))
    app.post('/cashier', async (request, reply) => choose(gateway, request.body as Fields, request, reply))
  }
}

function choose(gateway: Gateway, fields: Fields, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const trade = findTradeByPrepayId(gateway.store, fields.prepay_id ?? '', gateway.now())
  if (trade && fields.outcome === 'pay')
    takePayment(gateway, trade.number, { notice: noticeBehaviours.find((each) => each === fields.notice) })
  if (trade && fields.outcome === 'fail') failTrade(gateway.store, trade.number, gateway.now())
  gateway.wake()
  const back = usable(fields.redirect_url)
  return trade && back ? reply.redirect(back, 303) : show(gateway, fields, request, reply)
}

function show(gateway: Gateway, fields: Fields, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const locale = localeOf(fields.lang, request.headers['accept-language'])
  const trade = findTradeByPrepayId(gateway.store, fields.prepay_id ?? '', gateway.now())
  reply.type('text/html; charset=utf-8').headers(pageHeaders)
  if (!trade) return reply.code(404).send(unknownTradePage(locale))
  const outcome = fields.outcome === 'cancel' ? 'cancelled' : undefined
  return reply.send(cashierPage({ locale, trade, returnUrl: usable(fields.redirect_url), outcome }))
}

/** No form-action: browsers apply it to the redirect that takes the buyer back to the shop. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

function usable(address: string | undefined): string | undefined {
  const url = address ? URL.parse(address) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}

/** As asked for in the address, else the first language of the browser that we speak. */
function localeOf(asked: string | undefined, acceptLanguage = ''): Locale {
  if (asked === 'en' || asked === 'zh') return asked
  return /\b(zh|en)\b/i.exec(acceptLanguage)?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh'
}
