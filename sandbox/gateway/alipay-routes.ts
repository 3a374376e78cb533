import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { zipSync } from 'fflate'
import Type from 'typebox'
import { parseMoney } from '#kernel/money'
import { alipayAnswer, alipayTime, isSignedByMerchant, tradeNo, tradeStatus, yuan } from './alipay-messages.ts'
import type { Operation } from './behaviour.ts'
import { alipayBill, gbk, movementsOf } from './bills.ts'
import { WechatError } from './errors.ts'
import { readerOf } from './messages.ts'
import { findRefund, makeRefund, refundedOf, settleRefund } from './refunds.ts'
import { announceRefund, type Gateway } from './till.ts'
import { closeTrade, findTrade, loadTrade, openTrade, payLater } from './trades.ts'

type Fields = Readonly<Record<string, string>>

const strict = { additionalProperties: false }
const Yuan = Type.String({ pattern: '^\\d{1,9}\\.\\d{2}$' })
const Number64 = Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$' })
const readPage = readerOf(
  Type.Object(
    {
      out_trade_no: Number64,
      total_amount: Yuan,
      subject: Type.String({ minLength: 1, maxLength: 256 }),
      product_code: Type.Literal('QUICK_WAP_WAY'),
      time_expire: Type.Optional(Type.String()),
      quit_url: Type.Optional(Type.String()),
    },
    strict,
  ),
)
const readTrade = readerOf(Type.Object({ out_trade_no: Number64 }, strict))
const readRefunding = readerOf(
  Type.Object(
    {
      out_trade_no: Number64,
      refund_amount: Yuan,
      out_request_no: Number64,
      refund_reason: Type.Optional(Type.String({ maxLength: 256 })),
    },
    strict,
  ),
)
const readBillQuery = readerOf(
  Type.Object(
    { bill_type: Type.Literal('trade'), bill_date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) },
    strict,
  ),
)
const readRefundQuery = readerOf(Type.Object({ out_trade_no: Number64, out_request_no: Number64 }, strict))

interface Call {
  readonly operation: Operation
  act(gateway: Gateway, content: Buffer, asked: { readonly lateSuccess: boolean; readonly origin: string }): object
}

/** Alipay's open platform, as far as a shop with phone payments needs it: one address, the method among the fields. */
export function alipayRoutes(gateway: Gateway) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    app.get('/gateway.do', async (request, reply) => openPage(gateway, request.query as Fields, reply))
    app.post('/gateway.do', async (request, reply) => answer(gateway, request, reply))
    app.get('/alipay/bill', async (request, reply) => {
      const { day = '' } = request.query as Fields
      return reply.type('application/zip').send(billArchive(gateway, day))
    })
  }
}

function openPage(gateway: Gateway, fields: Fields, reply: FastifyReply): FastifyReply {
  const fault = faultOf(gateway, fields)
  if (fault || fields.method !== 'alipay.trade.wap.pay') return reply.code(400).send(fault ?? { code: '40004' })
  try {
    const asked = readPage(Buffer.from(fields.biz_content ?? ''))
    const trade = openTrade(
      gateway.store,
      {
        provider: 'alipay',
        number: asked.out_trade_no,
        description: asked.subject,
        total: minorOf(asked.total_amount),
        currency: 'CNY',
        notifyUrl: fields.notify_url ?? '',
        returnUrl: fields.return_url,
        expiresAt: expiry(asked.time_expire, gateway.now()),
      },
      gateway.now(),
    )
    const back = new URLSearchParams({ prepay_id: trade.prepay_id, redirect_url: fields.return_url ?? '' })
    return reply.redirect(`${gateway.url}/cashier?${back}`, 302)
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    // A trade that is over still has its page, which says so.
    const trade = findTrade(gateway.store, numberIn(fields), gateway.now())
    const back = new URLSearchParams({ prepay_id: trade?.prepay_id ?? '', redirect_url: fields.return_url ?? '' })
    return reply.redirect(`${gateway.url}/cashier?${back}`, 302)
  }
}

const numberIn = (fields: Fields): string =>
  (JSON.parse(fields.biz_content ?? '{}') as { out_trade_no?: string }).out_trade_no ?? ''

async function answer(gateway: Gateway, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const fields = { ...(request.query as Fields), ...(request.body as Fields) }
  const method = fields.method ?? ''
  reply.type('text/html;charset=utf-8') // as Alipay does, though it is JSON
  const fault = faultOf(gateway, fields)
  if (fault) return reply.send(JSON.stringify({ error_response: fault }))
  const call = calls[method]
  if (!call)
    return reply.send(
      alipayAnswer(gateway.keys.alipay, method, {
        code: '40004',
        msg: 'Business Failed',
        sub_code: 'isv.invalid-method',
      }),
    )

  const behaviour = gateway.behaviours.takeAnswer(call.operation)
  if (behaviour === 'error') return reply.code(500).send('')
  const content = Buffer.from(fields.biz_content ?? '')
  const origin = `${request.protocol}://${request.host}`
  const act = () => attempt(() => call.act(gateway, content, { lateSuccess: behaviour === 'late_success', origin }))
  if (behaviour === 'duplicate') act()
  const node = act()
  gateway.wake()
  return behaviour === 'timeout' ? reply.hijack() : reply.send(alipayAnswer(gateway.keys.alipay, method, node))
}

/** As at Alipay, who signed wrongly gets an answer without a signature. */
function faultOf({ keys }: Gateway, fields: Fields): object | undefined {
  const no = (sub_code: string) => ({ code: '40002', msg: 'Invalid Arguments', sub_code })
  if (fields.app_id !== keys.alipay.appId) return no('isv.invalid-app-id')
  if (fields.sign_type !== 'RSA2' || !isSignedByMerchant(keys.alipay, fields)) return no('isv.invalid-signature')
  return undefined
}

const codes: Readonly<Record<string, string>> = {
  ORDER_NOT_EXIST: 'ACQ.TRADE_NOT_EXIST',
  RESOURCE_NOT_EXISTS: 'ACQ.TRADE_NOT_EXIST',
  ORDERPAID: 'ACQ.REASON_TRADE_STATUS_INVALID',
  ORDER_CLOSED: 'ACQ.TRADE_HAS_CLOSE',
  NO_STATEMENT_EXIST: 'isp.bill_not_exist',
  INVALID_REQUEST: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL',
}

const success = { code: '10000', msg: 'Success' }

function attempt(act: () => object): object {
  try {
    return { ...success, ...act() }
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    const sub_code = codes[error.code] ?? 'ACQ.INVALID_PARAMETER'
    return { code: '40004', msg: 'Business Failed', sub_code, sub_msg: error.message }
  }
}

const calls: Readonly<Record<string, Call>> = {
  'alipay.data.dataservice.bill.downloadurl.query': {
    operation: 'query',
    act: (gateway, content, { origin }) => {
      const { bill_date: day } = readBillQuery(content)
      billArchive(gateway, day) // refuses when there is none
      return { bill_download_url: `${origin}/alipay/bill?day=${day}` }
    },
  },
  'alipay.trade.query': {
    operation: 'query',
    act: ({ store, now }, content) => {
      const trade = loadTrade(store, readTrade(content).out_trade_no, now())
      return {
        out_trade_no: trade.number,
        trade_no: tradeNo(trade),
        trade_status: tradeStatus(trade, refundedOf(store, trade.number)),
        total_amount: yuan(trade.total),
        buyer_logon_id: 'san***@box.com',
        ...(trade.paid_at && { send_pay_date: alipayTime(trade.paid_at) }),
      }
    },
  },
  'alipay.trade.close': {
    operation: 'close',
    act: ({ store, now, delays }, content, { lateSuccess }) => {
      const { out_trade_no } = readTrade(content)
      closeTrade(store, out_trade_no, now())
      if (lateSuccess) payLater(store, out_trade_no, Date.now() + delays.late)
      return { out_trade_no, trade_no: tradeNo(loadTrade(store, out_trade_no, now())) }
    },
  },
  'alipay.trade.refund': {
    operation: 'refund',
    act: (gateway, content) => {
      const { store, now } = gateway
      const asked = readRefunding(content)
      const trade = loadTrade(store, asked.out_trade_no, now())
      const earlier = findRefund(store, asked.out_request_no)
      const refund = {
        number: asked.out_request_no,
        tradeNumber: trade.number,
        amount: minorOf(asked.refund_amount),
        total: trade.total,
        currency: trade.currency,
        reason: asked.refund_reason ?? '',
        notifyUrl: trade.notify_url,
      }
      makeRefund(store, refund, now(), Date.now() + gateway.delays.refund)
      if (!earlier) announceRefund(gateway, settleRefund(store, refund.number, now()))
      return {
        out_trade_no: trade.number,
        trade_no: tradeNo(trade),
        fund_change: earlier ? 'N' : 'Y',
        refund_fee: yuan(refundedOf(store, trade.number)),
      }
    },
  },
  'alipay.trade.fastpay.refund.query': {
    operation: 'query_refund',
    act: ({ store, now }, content) => {
      const asked = readRefundQuery(content)
      const trade = loadTrade(store, asked.out_trade_no, now())
      const refund = findRefund(store, asked.out_request_no)
      if (refund?.trade_number !== trade.number) return {}
      return {
        out_trade_no: trade.number,
        out_request_no: refund.number,
        trade_no: tradeNo(trade),
        total_amount: yuan(trade.total),
        refund_amount: yuan(refund.amount),
        refund_status: 'REFUND_SUCCESS',
      }
    },
  },
}

function billArchive({ store, keys }: Gateway, day: string): Buffer {
  const movements = movementsOf(store, 'alipay', day)
  if (movements.length === 0) throw new WechatError(400, 'NO_STATEMENT_EXIST', 'nothing moved that day')
  const name = `${keys.alipay.sellerId}_${day.replaceAll('-', '')}`
  const details = gbk(alipayBill(keys.alipay.sellerId, movements))
  return Buffer.from(
    zipSync({ [`${name}_summary.csv`]: gbk('#支付宝业务汇总查询\r\n'), [`${name}_details.csv`]: details }),
  )
}

const minorOf = (text: string): number => parseMoney(text, 'CNY')!.minor

const expiry = (text: string | undefined, now: Temporal.Instant): Temporal.Instant =>
  text
    ? Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Asia/Shanghai').toInstant()
    : now.add({ hours: 24 * 15 })
