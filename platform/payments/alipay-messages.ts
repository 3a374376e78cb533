import Type from 'typebox'
import { type Money, parseMoney } from '#kernel/money'
import type { ProviderPayment, ProviderPaymentState } from './index.ts'
import { readerOf } from './messages.ts'

const Word = Type.String({ minLength: 1 })
const Yuan = Type.String({ pattern: '^\\d{1,11}\\.\\d{2}$' })
const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}' })
const TradeStatus = Type.Enum(['WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED'])

const Trade = Type.Object({
  out_trade_no: Word,
  trade_no: Word,
  trade_status: TradeStatus,
  total_amount: Yuan,
  send_pay_date: Type.Optional(Moment),
})
const Refunded = Type.Object({ out_trade_no: Word, trade_no: Word, fund_change: Type.Enum(['Y', 'N']) })
/** An answer about a refund that does not exist has the trade's fields only. */
const RefundFound = Type.Object({
  out_trade_no: Type.Optional(Word),
  out_request_no: Type.Optional(Word),
  trade_no: Type.Optional(Word),
  refund_amount: Type.Optional(Yuan),
  refund_status: Type.Optional(Type.String()),
})
const Notice = Type.Object({
  notify_id: Word,
  notify_time: Moment,
  app_id: Word,
  seller_id: Word,
  out_trade_no: Word,
  trade_no: Word,
  trade_status: TradeStatus,
  total_amount: Yuan,
  gmt_payment: Type.Optional(Moment),
})

export const readTrade = readerOf(Trade)
export const readRefunded = readerOf(Refunded)
export const readRefundFound = readerOf(RefundFound)
export const readNotice = readerOf(Notice)
export const readBillAddress = readerOf(Type.Object({ bill_download_url: Type.String({ pattern: '^https?://' }) }))
export const readError = readerOf(
  Type.Object({
    code: Word,
    msg: Type.Optional(Type.String()),
    sub_code: Type.Optional(Word),
    sub_msg: Type.Optional(Type.String()),
  }),
)

const states: Readonly<Record<Type.Static<typeof TradeStatus>, ProviderPaymentState>> = {
  WAIT_BUYER_PAY: 'pending',
  TRADE_CLOSED: 'closed',
  TRADE_SUCCESS: 'succeeded',
  TRADE_FINISHED: 'succeeded',
}

interface Told {
  readonly out_trade_no: string
  readonly trade_no: string
  readonly trade_status: Type.Static<typeof TradeStatus>
  readonly total_amount: string
}

/** A trade that is closed although it was paid has been refunded in full: the payment did succeed. */
export function toPayment(told: Told, paidAt: string | undefined): ProviderPayment {
  const state = paidAt && told.trade_status === 'TRADE_CLOSED' ? 'succeeded' : states[told.trade_status]
  const payment = { number: told.out_trade_no, state, amount: yuan(told.total_amount) }
  if (state !== 'succeeded') return payment
  return { ...payment, providerRef: told.trade_no, paidAt: paidAt ? toInstant(paidAt) : undefined }
}

export const yuan = (text: string): Money => parseMoney(text, 'CNY')!

const zone = 'Asia/Shanghai'
export const toInstant = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text.slice(0, 19).replace(' ', 'T')).toZonedDateTime(zone).toInstant()

/** China's time to the second with a space in its middle, Alipay's only form. */
export const alipayTime = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
