import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from './behaviour.ts'
import { balanceTransactions, movementsOf } from './bills.ts'
import { WechatError } from './errors.ts'
import { chinaTime } from './messages.ts'
import { findRefund, makeRefund, refundsOf } from './refunds.ts'
import type { TradeRow } from './store.ts'
import { listObject, refundObject, sessionObject } from './stripe-messages.ts'
import type { Gateway } from './till.ts'
import { closeTrade, findTrade, findTradeByPrepayId, findTradeByTransaction, openTrade, payLater } from './trades.ts'

type Fields = Readonly<Record<string, string>>

/** Stripe's no: a status and the error object of its documents. */
class StripeNo extends Error {
  readonly status: number
  readonly error: object
  constructor(status: number, type: string, message: string, code?: string) {
    super(message)
    this.status = status
    this.error = { error: { type, message, ...(code && { code }) } }
  }
}
const invalid = (message: string, code?: string) => new StripeNo(400, 'invalid_request_error', message, code)
const missing = (what: string) => new StripeNo(404, 'invalid_request_error', `No such ${what}`, 'resource_missing')

interface Asked {
  readonly id: string
  readonly fields: Fields
  readonly lateSuccess: boolean
}
type Act = (gateway: Gateway, asked: Asked) => object

/** Stripe's API, as far as a shop with Checkout needs it: forms in, JSON out, a bearer key, idempotency keys on every POST. */
export function stripeRoutes(gateway: Gateway) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    app.setErrorHandler((error, _, reply) => sendNo(reply, error))
    app.setNotFoundHandler((_, reply) => sendNo(reply, missing('path')))
    app.post('/checkout/sessions', answering(gateway, 'create', openSession))
    app.get('/checkout/sessions', answering(gateway, 'query', listSessions))
    app.get(
      '/checkout/sessions/:id',
      answering(gateway, 'query', (till, { id }) => shown(till, sessionOf(till, id))),
    )
    app.post('/checkout/sessions/:id/expire', answering(gateway, 'close', expireSession))
    app.post('/refunds', answering(gateway, 'refund', refund))
    app.get('/refunds', answering(gateway, 'query_refund', listRefunds))
    app.get('/balance_transactions', answering(gateway, 'query', listBalance))
  }
}

function sendNo(reply: FastifyReply, error: unknown): FastifyReply {
  const no =
    error instanceof StripeNo
      ? error
      : error instanceof WechatError
        ? invalid(error.message, error.code.toLowerCase())
        : new StripeNo(500, 'api_error', 'An unknown error occurred')
  if (no.status === 500) reply.log.error(error)
  return reply.code(no.status).send(no.error)
}

function answering(gateway: Gateway, operation: Operation, act: Act) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (request.headers.authorization !== `Bearer ${gateway.keys.stripe.secretKey}`)
      throw new StripeNo(401, 'invalid_request_error', 'Invalid API Key provided')
    const behaviour = gateway.behaviours.takeAnswer(operation)
    if (behaviour === 'error') throw new StripeNo(500, 'api_error', 'the sandbox was told to fail')
    const { id = '' } = request.params as { id?: string }
    const fields = { ...(request.query as Fields), ...(request.body as Fields | undefined) }
    const asked = { id, fields, lateSuccess: behaviour === 'late_success' }
    const work = () => once(gateway, request, () => act(gateway, asked))
    if (behaviour === 'duplicate') work()
    const answer = work()
    gateway.wake()
    return behaviour === 'timeout' ? reply.hijack() : reply.send(answer)
  }
}

/** The same key with the same words gets the first answer; with other words it is refused. */
function once({ store }: Gateway, request: FastifyRequest, work: () => object): object {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || typeof key !== 'string') return work()
  const words = createHash('sha256')
    .update(`${request.url} ${JSON.stringify(request.body)}`)
    .digest('hex')
  const earlier = store.one<{ words: string; answer: string }>('select * from idempotency where key = ?', key)
  if (earlier && earlier.words !== words)
    throw new StripeNo(
      400,
      'idempotency_error',
      'Keys for idempotent requests can only be used with the same parameters',
    )
  if (earlier) return JSON.parse(earlier.answer) as object
  const answer = work()
  store.insert('idempotency', { key, words, answer: JSON.stringify(answer) })
  return answer
}

const openSession: Act = (gateway, { fields }) => {
  const total = Number(fields['line_items[0][price_data][unit_amount]'])
  if (fields.mode !== 'payment' || !fields.client_reference_id || !Number.isSafeInteger(total) || total < 1)
    throw invalid('mode, client_reference_id and one line with an amount are needed')
  const expiresAt = Temporal.Instant.fromEpochMilliseconds(Number(fields.expires_at) * 1000)
  const life = gateway.now().until(expiresAt).total('minutes')
  if (!(life >= 30 && life <= 1_440)) throw invalid('expires_at must lie between 30 minutes and 24 hours from now')
  const trade = openTrade(
    gateway.store,
    {
      provider: 'stripe',
      number: fields.client_reference_id,
      description: fields['line_items[0][price_data][product_data][name]'] ?? '',
      total,
      currency: (fields['line_items[0][price_data][currency]'] ?? '').toUpperCase(),
      notifyUrl: gateway.stripeWebhook,
      returnUrl: fields.success_url,
      expiresAt,
    },
    gateway.now(),
  )
  return shown(gateway, trade)
}

const shown = ({ url }: Gateway, trade: TradeRow): object =>
  sessionObject(
    trade,
    `${url}/cashier?${new URLSearchParams({ prepay_id: trade.prepay_id, redirect_url: trade.return_url ?? '' })}`,
  )

function sessionOf({ store, now }: Gateway, id: string): TradeRow {
  const trade = findTradeByPrepayId(store, id, now())
  if (trade?.provider !== 'stripe') throw missing(`checkout.session: '${id}'`)
  return trade
}

const listSessions: Act = (gateway, { fields }) => {
  const since = Number(fields['created[gte]'] ?? 0)
  const rows = gateway.store.all<TradeRow & { opened: number }>(
    `select * from trades where provider = 'stripe' order by rowid desc limit 100`,
  )
  const found = rows.filter((trade) => Temporal.Instant.from(trade.expires_at).epochMilliseconds / 1000 >= since)
  return listObject(
    found.map((trade) => shown(gateway, findTrade(gateway.store, trade.number, gateway.now())!)),
    '/v1/checkout/sessions',
  )
}

const expireSession: Act = (gateway, { id, lateSuccess }) => {
  const trade = sessionOf(gateway, id)
  if (trade.state !== 'NOTPAY') throw invalid('Only Checkout Sessions with a status in ["open"] can be expired')
  closeTrade(gateway.store, trade.number, gateway.now())
  if (lateSuccess) payLater(gateway.store, trade.number, Date.now() + gateway.delays.late)
  return shown(gateway, sessionOf(gateway, id))
}

const refund: Act = ({ store, now, delays, stripeWebhook }, { fields }) => {
  const trade = findTradeByTransaction(store, fields.payment_intent ?? '', now())
  if (!trade) throw missing(`payment_intent: '${fields.payment_intent}'`)
  const number = fields['metadata[number]'] ?? ''
  const wanted = {
    number,
    tradeNumber: trade.number,
    amount: Number(fields.amount),
    total: trade.total,
    currency: trade.currency,
    reason: fields['metadata[reason]'] ?? '',
    notifyUrl: stripeWebhook,
  }
  return refundObject(makeRefund(store, wanted, now(), Date.now() + delays.refund), trade)
}

/** Everything between two moments, the sources expanded. */
const listBalance: Act = ({ store }, { fields }) => {
  const [from, to] = [Number(fields['created[gte]'] ?? 0), Number(fields['created[lt]'] ?? Number.MAX_SAFE_INTEGER)]
  const day = chinaTime(Temporal.Instant.fromEpochMilliseconds(from * 1_000)).slice(0, 10)
  const rows = balanceTransactions(movementsOf(store, 'stripe', day)) as { readonly created: number }[]
  return listObject(
    rows.filter(({ created }) => created >= from && created < to),
    '/v1/balance_transactions',
  )
}

const listRefunds: Act = ({ store, now }, { fields }) => {
  const trade = findTradeByTransaction(store, fields.payment_intent ?? '', now())
  const rows = trade ? refundsOf(store, trade.number) : []
  return listObject(
    rows.map(({ number }) => refundObject(findRefund(store, number)!, trade!)),
    '/v1/refunds',
  )
}
