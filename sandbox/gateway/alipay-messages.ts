import { createSign, createVerify } from 'node:crypto'
import { decimalText, money } from '#kernel/money'
import type { AlipayKeys } from './credentials.ts'
import type { NoticeRow, RefundRow, TradeRow } from './store.ts'

// The shop's adapter signs and verifies with Alipay's own SDK; this is written by the documents instead.

/** China's time with a space in its middle, as Alipay writes every moment. */
export const alipayTime = (at: Temporal.Instant | string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ')

export const yuan = (minor: number): string => decimalText(money(minor, 'CNY'))

export const tradeStatus = (trade: TradeRow, refunded: number): string =>
  ({
    NOTPAY: 'WAIT_BUYER_PAY',
    SUCCESS: 'TRADE_SUCCESS',
    REFUND: refunded >= trade.total ? 'TRADE_CLOSED' : 'TRADE_SUCCESS',
    CLOSED: 'TRADE_CLOSED',
    PAYERROR: 'TRADE_CLOSED',
  })[trade.state]

/** Alipay numbers a trade when the buyer opens it, long before the money moves. */
export const tradeNo = (trade: TradeRow): string => trade.transaction_id ?? trade.prepay_id.slice(3)

export function alipayNotice({ appId, sellerId }: AlipayKeys, trade: TradeRow, refund?: RefundRow): object {
  return {
    notify_type: 'trade_status_sync',
    charset: 'utf-8',
    version: '1.0',
    app_id: appId,
    auth_app_id: appId,
    seller_id: sellerId,
    buyer_id: '2088000000000001',
    out_trade_no: trade.number,
    trade_no: tradeNo(trade),
    trade_status: tradeStatus(trade, refund?.amount ?? 0),
    subject: trade.description,
    total_amount: yuan(trade.total),
    receipt_amount: yuan(trade.total),
    buyer_pay_amount: yuan(trade.total),
    invoice_amount: yuan(trade.total),
    point_amount: '0.00',
    gmt_create: alipayTime(trade.paid_at!),
    gmt_payment: alipayTime(trade.paid_at!),
    fund_bill_list: JSON.stringify([{ amount: yuan(trade.total), fundChannel: 'ALIPAYACCOUNT' }]),
    ...(refund && {
      refund_fee: yuan(refund.amount),
      gmt_refund: alipayTime(refund.created_at),
      out_biz_no: refund.number,
    }),
  }
}

/** A notification is a form; `sign` and `sign_type` are not part of what is signed. */
export function alipaySignedForm({ privateKey }: AlipayKeys, notice: NoticeRow, now: Temporal.Instant): string {
  const fields: Record<string, string> = {
    ...(JSON.parse(notice.content) as Record<string, string>),
    notify_id: notice.event_id,
    notify_time: alipayTime(now),
  }
  const sign = createSign('RSA-SHA256').update(signedText(fields), 'utf8').sign(privateKey, 'base64')
  return new URLSearchParams({ ...fields, sign, sign_type: 'RSA2' }).toString()
}

/** The answer to a call: the node as it is signed, and the signature over its very bytes. */
export function alipayAnswer({ privateKey }: AlipayKeys, method: string, node: object): string {
  const text = JSON.stringify(node)
  const sign = createSign('RSA-SHA256').update(text, 'utf8').sign(privateKey, 'base64')
  return `{"${method.replaceAll('.', '_')}_response":${text},"sign":"${sign}"}`
}

/** Whether the merchant's application signed this request: everything but `sign`, sorted, empty values left out. */
export function isSignedByMerchant({ appPublicKey }: AlipayKeys, { sign, ...fields }: Record<string, string>): boolean {
  return createVerify('RSA-SHA256')
    .update(signedText(fields), 'utf8')
    .verify(appPublicKey, sign ?? '', 'base64')
}

const signedText = (fields: Readonly<Record<string, string>>): string =>
  Object.keys(fields)
    .toSorted()
    .filter((name) => fields[name] !== '')
    .map((name) => `${name}=${fields[name]}`)
    .join('&')
