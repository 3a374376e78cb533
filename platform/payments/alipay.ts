import { unzipSync } from 'fflate'
import { decimalText } from '#kernel/money'
import { type AlipayAnswer, type AlipayClient, type AlipayConfig, alipayClient } from './alipay-client.ts'
import {
  alipayTime,
  readBillAddress,
  readNotice,
  readRefunded,
  readRefundFound,
  readTrade,
  toInstant,
  toPayment,
  yuan,
} from './alipay-messages.ts'
import { BadAnswer, noticeForged, providerDeclined } from './errors.ts'
import type {
  KnownPayment,
  OpenRequest,
  PaymentGateway,
  ProviderNotice,
  ProviderPayment,
  ProviderRefund,
  RawNotice,
  RefundRequest,
} from './index.ts'
import { shortened } from './messages.ts'
import { billCallLimits, callProvider } from './provider-call.ts'

/** Source: opendocs.alipay.com, alipay.trade.wap.pay: subject of at most 256 characters; alipay.trade.refund: reason as well. */
const textLength = 256
const notThere = 'ACQ.TRADE_NOT_EXIST'
const text = (status: number, body: string) => ({ status, type: 'text/plain; charset=utf-8', body })

/**
 * Alipay's open platform with RSA2 for a merchant in China: payments on its phone page, refunds, notifications. Alipay knows a
 * trade only once the buyer has opened its page; until then it says that there is none.
 * Source: opendocs.alipay.com, 手机网站支付, 异步通知说明.
 */
export function alipay(config: AlipayConfig): PaymentGateway {
  const client = alipayClient(config)
  return {
    provider: 'alipay',
    receipts: { accepted: text(200, 'success'), refused: text(401, 'fail') },
    create: (request) => openPage(client, request),
    query: ({ number }) => queryTrade(client, number),
    close: ({ number }) => closeTrade(client, number),
    refund: (request) => sendRefund(client, request),
    queryRefund: (number, payment) => findRefund(client, number, payment),
    bill: (day) => fetchBill(client, config, day),
    parseNotice: (notice) => parseNotice(client, config, notice),
  }
}

async function openPage(client: AlipayClient, request: OpenRequest): Promise<{ payUrl: string }> {
  const content = {
    out_trade_no: request.number,
    total_amount: decimalText(request.amount),
    subject: shortened(request.description, textLength),
    product_code: 'QUICK_WAP_WAY',
    time_expire: alipayTime(request.expiresAt),
    quit_url: request.returnUrl,
  }
  const { notifyUrl, returnUrl } = request
  return { payUrl: await client.pageUrl('alipay.trade.wap.pay', content, { notifyUrl, returnUrl }) }
}

async function queryTrade(client: AlipayClient, number: string): Promise<ProviderPayment> {
  const answer = await client.ask('alipay.trade.query', { out_trade_no: number })
  if (!answer.ok && answer.code === notThere) return { number, state: 'not_found' }
  const trade = readTrade(contentOf(answer))
  if (trade?.out_trade_no !== number) throw unreadable(`payment ${number}`)
  return toPayment(trade, trade.send_pay_date)
}

/** What the buyer never opened needs no closing; should he open it later and pay, the money is surplus and goes back. */
async function closeTrade(client: AlipayClient, number: string): Promise<void> {
  const answer = await client.ask('alipay.trade.close', { out_trade_no: number })
  if (!answer.ok && answer.code !== notThere) throw declined(answer)
}

async function sendRefund(client: AlipayClient, request: RefundRequest): Promise<ProviderRefund> {
  const { number, payment, amount } = request
  const answer = await client.ask('alipay.trade.refund', {
    out_trade_no: payment.number,
    refund_amount: decimalText(amount),
    out_request_no: number,
    refund_reason: shortened(request.reason, textLength),
  })
  const refunded = readRefunded(contentOf(answer))
  if (refunded?.out_trade_no !== payment.number) throw unreadable(`refund ${number}`)
  // N: no money moved by this call, because an earlier one with the number did, or because it is not decided yet.
  if (refunded.fund_change === 'N') return findRefund(client, number, payment)
  return toRefund({ number, paymentNumber: payment.number, tradeNo: refunded.trade_no, amount })
}

async function findRefund(client: AlipayClient, number: string, payment: KnownPayment): Promise<ProviderRefund> {
  const { number: paymentNumber } = payment
  const none = { number, paymentNumber, state: 'not_found' } as const
  const answer = await client.ask('alipay.trade.fastpay.refund.query', {
    out_trade_no: paymentNumber,
    out_request_no: number,
  })
  if (!answer.ok && answer.code === notThere) return none
  const found = readRefundFound(contentOf(answer))
  if (!found) throw unreadable(`refund ${number}`)
  if (found.out_request_no !== number || !found.refund_amount || !found.trade_no) return none
  if (found.refund_status !== undefined && found.refund_status !== 'REFUND_SUCCESS')
    return { number, paymentNumber, state: 'processing' }
  return toRefund({ number, paymentNumber, tradeNo: found.trade_no, amount: yuan(found.refund_amount) })
}

/** Alipay has no number of its own for a refund: the trade's and ours name it. */
const toRefund = ({
  number,
  paymentNumber,
  tradeNo,
  amount,
}: Pick<ProviderRefund, 'number' | 'paymentNumber' | 'amount'> & { tradeNo: string }): ProviderRefund => ({
  number,
  paymentNumber,
  state: 'succeeded',
  providerRef: `${tradeNo}/${number}`,
  amount,
})

/** Alipay repeats a notification for 25 hours; what is older, or from the future, nobody sent us. */
const oldest = { hours: 26 }
const youngest = { minutes: 5 }

async function parseNotice(client: AlipayClient, config: AlipayConfig, notice: RawNotice): Promise<ProviderNotice> {
  const fields = Object.fromEntries(new URLSearchParams(notice.body.toString('utf8')))
  if (!fields.sign) throw noticeForged({ reason: 'headers_missing' })
  if (fields.sign_type !== 'RSA2') throw noticeForged({ reason: 'algorithm' })
  if (!(await client.isSigned(fields))) throw noticeForged({ reason: 'signature' })

  const told = readNotice(fields)
  if (!told) throw noticeForged({ reason: 'form' })
  if (told.app_id !== config.appId || told.seller_id !== config.sellerId) throw noticeForged({ reason: 'addressee' })
  const sentAt = toInstant(told.notify_time)
  const [from, to] = [notice.receivedAt.subtract(oldest), notice.receivedAt.add(youngest)]
  if (Temporal.Instant.compare(sentAt, from) < 0 || Temporal.Instant.compare(sentAt, to) > 0)
    throw noticeForged({ reason: 'stale' })
  return { eventId: told.notify_id, about: { payment: toPayment(told, told.gmt_payment) } }
}

/** Source: opendocs.alipay.com, alipay.data.dataservice.bill.downloadurl.query: an archive of the details and a summary. */
async function fetchBill(
  client: AlipayClient,
  { limits }: AlipayConfig,
  day: Temporal.PlainDate,
): Promise<Buffer | undefined> {
  const asked = { bill_type: 'trade', bill_date: day.toString() }
  const answer = await client.ask('alipay.data.dataservice.bill.downloadurl.query', asked)
  if (!answer.ok && answer.code === 'isp.bill_not_exist') return undefined
  const offered = readBillAddress(contentOf(answer))
  if (!offered) throw unreadable(`the bill of ${day}`)
  const call = { url: new URL(offered.bill_download_url), method: 'GET' as const, headers: {}, body: '' }
  const { status, body } = await callProvider('alipay', call, limits ?? billCallLimits)
  if (status !== 200) throw new BadAnswer('alipay', `the bill of ${day} was answered with ${status}`)
  return detailsIn(body)
}

/** The names in the archive are in GBK; what is wanted is known by its last line. */
function detailsIn(archive: Buffer): Buffer {
  const files = Object.values(unzipSync(archive))
  const details = files.find((bytes) => new TextDecoder('gb18030').decode(bytes).includes('业务明细列表结束'))
  if (!details) throw unreadable('a bill')
  return Buffer.from(details)
}

function contentOf(answer: AlipayAnswer): unknown {
  if (!answer.ok) throw declined(answer)
  return answer.content
}

const declined = ({ code, message }: Extract<AlipayAnswer, { ok: false }>) =>
  providerDeclined({ provider: 'alipay', providerCode: code, providerMessage: message })
const unreadable = (what: string) => new BadAnswer('alipay', `the answer is not in the form of ${what}`)
