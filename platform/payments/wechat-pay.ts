import { createHash } from 'node:crypto'
import { BadAnswer, providerDeclined } from './errors.ts'
import type { OpenRequest, PaymentGateway, ProviderPayment, ProviderRefund, RefundRequest } from './index.ts'
import { shortened } from './messages.ts'
import { type WechatAnswer, type WechatClient, type WechatPayConfig, wechatClient } from './wechat-client.ts'
import {
  readBillOffer,
  readOpened,
  readRefund,
  readTransaction,
  toPayment,
  toRefund,
  wechatTime,
} from './wechat-messages.ts'
import { parseWechatNotice } from './wechat-notice.ts'

type Declined = Extract<WechatAnswer, { ok: false }>

/** Source: pay.weixin.qq.com, H5 下单: description has at most 127 characters; 申请退款: reason at most 80. */
const descriptionLength = 127
const reasonLength = 80

/**
 * WeChat Pay API v3 for a merchant in China: H5 payments, refunds, notifications. Payment numbers have 6 to 32 of
 * A-Z a-z 0-9 _ - | *, refund numbers up to 64; notifyUrl carries no query. A payUrl lives five minutes: for a new one
 * create again with the same number.
 */
export function wechatPay(config: WechatPayConfig): PaymentGateway {
  if (Buffer.byteLength(config.apiV3Key) !== 32) throw new TypeError('the APIv3 key has 32 bytes')
  const client = wechatClient(config)
  return {
    provider: 'wechat',
    receipts: wechatReceipts,
    create: (request) => openH5(client, config, request),
    query: ({ number }) => queryPayment(client, config, number),
    close: ({ number }) => closePayment(client, config, number),
    refund: (request) => sendRefund(client, request),
    queryRefund: (number) => findRefund(client, number),
    bill: (day) => fetchBill(client, day),
    parseNotice: (notice) => parseWechatNotice(config, client.keyOf, notice),
  }
}

const json = (content: object) => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(content) })
/** Source: pay.weixin.qq.com, 支付通知, 通知应答. */
const wechatReceipts = {
  accepted: { status: 200, ...json({ code: 'SUCCESS' }) },
  refused: { status: 401, ...json({ code: 'FAIL', message: 'not genuine' }) },
}

async function openH5(
  client: WechatClient,
  config: WechatPayConfig,
  request: OpenRequest,
): Promise<{ payUrl: string }> {
  const answer = await client.post('/v3/pay/transactions/h5', {
    appid: config.appId,
    mchid: config.merchantId,
    description: shortened(request.description, descriptionLength),
    out_trade_no: request.number,
    time_expire: wechatTime(request.expiresAt),
    notify_url: request.notifyUrl,
    amount: { total: request.amount.minor, currency: request.amount.currency },
    scene_info: { payer_client_ip: request.buyerIp ?? '127.0.0.1', h5_info: { type: 'Wap' } },
  })
  if (!answer.ok) throw declined(answer)
  const opened = readOpened(answer.content)
  if (!opened) throw unreadable('an opened payment')
  return { payUrl: withReturn(opened.h5_url, request.returnUrl) }
}

async function queryPayment(
  client: WechatClient,
  { appId, merchantId }: WechatPayConfig,
  number: string,
): Promise<ProviderPayment> {
  const answer = await client.get(`/v3/pay/transactions/out-trade-no/${encodeURIComponent(number)}?mchid=${merchantId}`)
  if (!answer.ok && isNotFound(answer)) return { number, state: 'not_found' }
  if (!answer.ok) throw declined(answer)
  const found = readTransaction(answer.content)
  if (found?.out_trade_no !== number || found.mchid !== merchantId || found.appid !== appId)
    throw unreadable(`payment ${number}`)
  return toPayment(found)
}

/** What is closed already, or was never opened, needs no closing. */
async function closePayment(client: WechatClient, { merchantId }: WechatPayConfig, number: string): Promise<void> {
  const answer = await client.post(`/v3/pay/transactions/out-trade-no/${encodeURIComponent(number)}/close`, {
    mchid: merchantId,
  })
  if (!answer.ok && answer.code !== 'ORDER_CLOSED' && !isNotFound(answer)) throw declined(answer)
}

async function sendRefund(client: WechatClient, request: RefundRequest): Promise<ProviderRefund> {
  const answer = await client.post('/v3/refund/domestic/refunds', {
    out_trade_no: request.payment.number,
    out_refund_no: request.number,
    reason: shortened(request.reason, reasonLength),
    notify_url: request.notifyUrl,
    amount: { refund: request.amount.minor, total: request.paid.minor, currency: request.paid.currency },
  })
  if (!answer.ok) throw declined(answer)
  const refund = readRefund(answer.content)
  if (refund?.out_refund_no !== request.number || refund.out_trade_no !== request.payment.number)
    throw unreadable(`refund ${request.number}`)
  return toRefund(refund)
}

async function findRefund(client: WechatClient, number: string): Promise<ProviderRefund> {
  const answer = await client.get(`/v3/refund/domestic/refunds/${encodeURIComponent(number)}`)
  if (!answer.ok && isNotFound(answer)) return { number, paymentNumber: '', state: 'not_found' }
  if (!answer.ok) throw declined(answer)
  const refund = readRefund(answer.content)
  if (refund?.out_refund_no !== number) throw unreadable(`refund ${number}`)
  return toRefund(refund)
}

/** Source: pay.weixin.qq.com, 申请交易账单: from ten in the morning of the next day; the file is held to the hash in the signed answer. */
async function fetchBill(client: WechatClient, day: Temporal.PlainDate): Promise<Buffer | undefined> {
  const answer = await client.get(`/v3/bill/tradebill?bill_date=${day}&bill_type=ALL`)
  if (!answer.ok && answer.code === 'NO_STATEMENT_EXIST') return undefined
  if (!answer.ok) throw declined(answer)
  const offered = readBillOffer(answer.content)
  if (!offered) throw unreadable(`the bill of ${day}`)
  const bytes = await client.download(offered.download_url)
  const digest = createHash('sha1').update(bytes).digest('hex')
  if (digest !== offered.hash_value.toLowerCase())
    throw new BadAnswer('wechat', `the bill of ${day} is not what its hash says`)
  return bytes
}

/** Source: error lists of the query APIs; ORDER_NOT_EXIST for payments, RESOURCE_NOT_EXISTS for refunds. */
const isNotFound = ({ code }: Declined): boolean =>
  ['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS'].includes(code)

const declined = ({ code, message }: Declined) =>
  providerDeclined({ provider: 'wechat', providerCode: code, providerMessage: message })
const unreadable = (what: string) => new BadAnswer('wechat', `the answer is not in the form of ${what}`)
const withReturn = (h5Url: string, returnUrl: string): string =>
  `${h5Url}${h5Url.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(returnUrl)}`
