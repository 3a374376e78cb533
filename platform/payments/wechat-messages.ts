import Type from 'typebox'
import { type Money, money } from '#kernel/money'
import type { ProviderPayment, ProviderPaymentState, ProviderRefund, ProviderRefundState } from './index.ts'
import { readerOf } from './messages.ts'

const Minor = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const Word = Type.String({ minLength: 1 })
const Moment = Type.String({ format: 'date-time' })
/** WeChat leaves the currency out where it can only be CNY: in refund notifications and some queries. */
const Currency = Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' }))

const PaidAmount = Type.Object({ total: Minor, currency: Currency })
const addressed = { appid: Word, mchid: Word, out_trade_no: Word }
const refundFields = {
  out_refund_no: Word,
  out_trade_no: Word,
  refund_id: Word,
  amount: Type.Object({ refund: Minor, currency: Currency }),
}
const RefundState = Type.Enum(['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'])
const sealed = { algorithm: Word, ciphertext: Word, nonce: Word, associated_data: Type.Optional(Type.String()) }

const SettledTransaction = Type.Object({
  ...addressed,
  trade_state: Type.Enum(['SUCCESS', 'REFUND']),
  transaction_id: Word,
  success_time: Moment,
  amount: PaidAmount,
})
const UnsettledTransaction = Type.Object({
  ...addressed,
  trade_state: Type.Enum(['NOTPAY', 'USERPAYING', 'ACCEPT', 'PAYERROR', 'CLOSED', 'REVOKED']),
  amount: Type.Optional(PaidAmount),
})
const Transaction = Type.Union([SettledTransaction, UnsettledTransaction])
const Refund = Type.Object({ ...refundFields, status: RefundState })
const RefundNotice = Type.Object({ ...refundFields, mchid: Word, refund_status: RefundState })
const Notice = Type.Object({
  id: Word,
  event_type: Word,
  resource: Type.Object({ ...sealed, original_type: Type.Optional(Type.String()) }),
})
const Certificates = Type.Object({
  data: Type.Array(Type.Object({ serial_no: Word, encrypt_certificate: Type.Object(sealed) })),
})

export type Transaction = Type.Static<typeof Transaction>
export type Refund = Type.Static<typeof Refund>

/** Each gives the message when it has the form WeChat documents, else undefined. */
export const readTransaction = readerOf(Transaction)
export const readRefund = readerOf(Refund)
export const readRefundNotice = readerOf(RefundNotice)
export const readNotice = readerOf(Notice)
export const readCertificates = readerOf(Certificates)
export const readOpened = readerOf(Type.Object({ h5_url: Type.String({ pattern: '^https?://' }) }))
export const readBillOffer = readerOf(
  Type.Object({
    hash_type: Type.Literal('SHA1'),
    hash_value: Word,
    download_url: Type.String({ pattern: '^https?://' }),
  }),
)
export const readError = readerOf(Type.Object({ code: Word, message: Type.String() }))

/** A payment that was later refunded (REFUND) did succeed; the refunds tell their own story. */
const paymentStates: Readonly<Record<Transaction['trade_state'], ProviderPaymentState>> = {
  SUCCESS: 'succeeded',
  REFUND: 'succeeded',
  NOTPAY: 'pending',
  USERPAYING: 'pending',
  ACCEPT: 'pending',
  PAYERROR: 'failed',
  CLOSED: 'closed',
  REVOKED: 'closed',
}

/** ABNORMAL: the buyer's card cannot take the money back; somebody has to settle it by hand. */
const refundStates: Readonly<Record<Refund['status'], ProviderRefundState>> = {
  SUCCESS: 'succeeded',
  CLOSED: 'closed',
  PROCESSING: 'processing',
  ABNORMAL: 'failed',
}

export function toPayment(transaction: Transaction): ProviderPayment {
  const told = { number: transaction.out_trade_no, state: paymentStates[transaction.trade_state] }
  const amount = transaction.amount && toMoney(transaction.amount.total, transaction.amount.currency)
  if (!isSettled(transaction)) return { ...told, amount }
  return {
    ...told,
    amount,
    providerRef: transaction.transaction_id,
    paidAt: Temporal.Instant.from(transaction.success_time),
  }
}

export const toRefund = (refund: Refund): ProviderRefund => ({
  number: refund.out_refund_no,
  paymentNumber: refund.out_trade_no,
  state: refundStates[refund.status],
  providerRef: refund.refund_id,
  amount: toMoney(refund.amount.refund, refund.amount.currency),
})

const isSettled = (transaction: Transaction): transaction is Type.Static<typeof SettledTransaction> =>
  transaction.trade_state === 'SUCCESS' || transaction.trade_state === 'REFUND'

const toMoney = (minor: number, currency = 'CNY'): Money => money(minor, currency)

/** RFC 3339 in China's time to the second, the only form WeChat documents for time_expire. */
export const wechatTime = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO('Asia/Shanghai').toString({ smallestUnit: 'second', timeZoneName: 'never' })
