import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from './behaviour.ts'
import { movementsOf, wechatBill } from './bills.ts'
import { WechatError } from './errors.ts'
import { chinaTime, readClosing, readOpening, readRefunding, refundJson, transactionJson } from './messages.ts'
import { loadRefund, makeRefund } from './refunds.ts'
import { checkMerchantSignature, platformSignature, seal } from './signing.ts'
import type { Gateway } from './till.ts'
import { closeTrade, loadTrade, openTrade, payLater } from './trades.ts'

/** What a merchant asked, its signature checked. */
interface Asked {
  /** The address the merchant called us by. */
  readonly origin: string
  readonly number: string
  readonly body: Buffer
  readonly query: Readonly<Record<string, string>>
  /** The close is answered yes although the buyer is paying. */
  readonly lateSuccess: boolean
}

/** Undefined answers 204. */
type Act = (gateway: Gateway, asked: Asked) => object | undefined

/** WeChat Pay API v3, as far as a shop with H5 payments needs it. */
export function apiRoutes(gateway: Gateway) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
    app.setErrorHandler((error, _, reply) => sendError(gateway, reply, error))
    app.setNotFoundHandler((_, reply) =>
      sendError(gateway, reply, new WechatError(404, 'RESOURCE_NOT_EXISTS', '接口不存在 / no such interface')),
    )

    app.post('/pay/transactions/h5', answering(gateway, 'create', open))
    app.get('/pay/transactions/out-trade-no/:number', answering(gateway, 'query', query))
    app.post('/pay/transactions/out-trade-no/:number/close', answering(gateway, 'close', close))
    app.post('/refund/domestic/refunds', answering(gateway, 'refund', refund))
    app.get('/refund/domestic/refunds/:number', answering(gateway, 'query_refund', queryRefund))
    app.get('/certificates', answering(gateway, undefined, certificates))
    app.get('/bill/tradebill', answering(gateway, 'query', offerBill))
    app.get('/billdownload/file', async (request, reply) => {
      const { query } = authentic(gateway, request)
      return reply.type('text/plain').send(billOf(gateway, query.token ?? ''))
    })
  }
}

function answering(gateway: Gateway, operation: Operation | undefined, act: Act) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const asked = authentic(gateway, request)
    const behaviour = operation ? gateway.behaviours.takeAnswer(operation) : 'normal'
    if (behaviour === 'error') throw new WechatError(500, 'SYSTEM_ERROR', '系统异常 / the sandbox was told to fail')
    const lateSuccess = behaviour === 'late_success'
    if (behaviour === 'duplicate') act(gateway, { ...asked, lateSuccess })
    const content = act(gateway, { ...asked, lateSuccess })
    gateway.wake()
    return behaviour === 'timeout' ? reply.hijack() : send(gateway, reply, content ? 200 : 204, content)
  }
}

function authentic(gateway: Gateway, request: FastifyRequest): Omit<Asked, 'lateSuccess'> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const { authorization } = request.headers
  checkMerchantSignature(
    gateway.keys,
    { method: request.method, target: request.url, authorization, body },
    gateway.now(),
  )
  const { number = '' } = request.params as { number?: string }
  const origin = `${request.protocol}://${request.host}`
  return { origin, number, body, query: request.query as Record<string, string> }
}

function send(gateway: Gateway, reply: FastifyReply, status: number, content?: object): FastifyReply {
  const body = content ? JSON.stringify(content) : ''
  reply.code(status).headers(platformSignature(gateway.keys.signing(), body, gateway.now()))
  return content ? reply.type('application/json; charset=utf-8').send(body) : reply.send()
}

/** As at WeChat, a request whose signature was wrong gets an answer without one. */
function sendError(gateway: Gateway, reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof WechatError)) reply.log.error(error)
  const { status, code, message } =
    error instanceof WechatError ? error : new WechatError(500, 'SYSTEM_ERROR', '系统异常 / internal error')
  return status === 401 ? reply.code(401).send({ code, message }) : send(gateway, reply, status, { code, message })
}

const open: Act = ({ store, keys, now, url }, { body }) => {
  const asked = readOpening(body)
  requireMerchant(asked.mchid === keys.merchant.merchantId && asked.appid === keys.merchant.appId)
  const trade = openTrade(
    store,
    {
      number: asked.out_trade_no,
      description: asked.description,
      total: asked.amount.total,
      currency: asked.amount.currency ?? 'CNY',
      notifyUrl: asked.notify_url,
      expiresAt: asked.time_expire ? Temporal.Instant.from(asked.time_expire) : now().add({ hours: 2 }),
    },
    now(),
  )
  return { h5_url: `${url}/cashier?prepay_id=${trade.prepay_id}&package=${trade.prepay_id.slice(-10)}` }
}

const query: Act = ({ store, keys, now }, { number, query: { mchid } }) => {
  requireMerchant(mchid === keys.merchant.merchantId)
  return transactionJson(keys.merchant, loadTrade(store, number, now()))
}

const close: Act = ({ store, keys, now, delays }, { number, body, lateSuccess }) => {
  requireMerchant(readClosing(body).mchid === keys.merchant.merchantId)
  closeTrade(store, number, now())
  if (lateSuccess) payLater(store, number, Date.now() + delays.late)
  return undefined
}

const refund: Act = ({ store, now, delays }, { body }) => {
  const asked = readRefunding(body)
  const made = makeRefund(
    store,
    {
      number: asked.out_refund_no,
      tradeNumber: asked.out_trade_no,
      amount: asked.amount.refund,
      total: asked.amount.total,
      currency: asked.amount.currency,
      reason: asked.reason ?? '',
      notifyUrl: asked.notify_url,
    },
    now(),
    Date.now() + delays.refund,
  )
  return refundJson(made, loadTrade(store, made.trade_number, now()))
}

const queryRefund: Act = ({ store, now }, { number }) => {
  const found = loadRefund(store, number)
  return refundJson(found, loadTrade(store, found.trade_number, now()))
}

/** As at WeChat, the file itself comes unsigned: its hash stands in this signed answer. */
const offerBill: Act = (gateway, { origin, query: { bill_date = '' } }) => {
  if (bill_date >= chinaTime(gateway.now()).slice(0, 10))
    throw new WechatError(400, 'INVALID_REQUEST', '账单日期必须早于今天 / the day is not over')
  const hash_value = createHash('sha1').update(billOf(gateway, bill_date)).digest('hex')
  return { hash_type: 'SHA1', hash_value, download_url: `${origin}/v3/billdownload/file?token=${bill_date}` }
}

function billOf({ store, keys }: Gateway, day: string): Buffer {
  const movements = movementsOf(store, 'wechat', day)
  if (movements.length === 0)
    throw new WechatError(400, 'NO_STATEMENT_EXIST', '账单文件不存在 / nothing moved that day')
  return Buffer.from(wechatBill(keys.merchant, movements))
}

const certificates: Act = ({ keys, now }) => ({
  data: keys.platform().map(({ serial, certificatePem }) => ({
    serial_no: serial,
    effective_time: chinaTime(now().subtract({ hours: 24 })),
    expire_time: chinaTime(now().add({ hours: 24 * 365 })),
    encrypt_certificate: seal(keys.merchant.apiV3Key, certificatePem, 'certificate'),
  })),
})

function requireMerchant(ours: boolean): void {
  if (!ours)
    throw new WechatError(400, 'APPID_MCHID_NOT_MATCH', 'AppID和mch_id不匹配 / app or merchant number are not yours')
}
