import type { Money } from '#kernel/money'

/** What a provider says about a payment or refund, whoever asked. */
export type ProviderPaymentState = 'pending' | 'succeeded' | 'failed' | 'closed' | 'not_found'
export type ProviderRefundState = 'processing' | 'succeeded' | 'failed' | 'closed' | 'not_found'

export interface ProviderPayment {
  readonly number: string
  readonly state: ProviderPaymentState
  /** The provider's own number, once money has moved. */
  readonly providerRef?: string
  readonly amount?: Money
  readonly paidAt?: Temporal.Instant
}

export interface ProviderRefund {
  readonly number: string
  readonly paymentNumber: string
  readonly state: ProviderRefundState
  readonly providerRef?: string
  readonly amount?: Money
}

/**
 * `inquiry`: the buyer's bank asks, and no money has moved. `open`: the money is taken back until it is decided. `dropped`: an inquiry
 * that came to nothing.
 */
export type ProviderDisputeState = 'inquiry' | 'open' | 'won' | 'lost' | 'dropped'

/** What a provider says of a buyer who had money taken back by the bank (chargeback, 拒付). */
export interface ProviderDispute {
  /** The provider's own name of the dispute, and its number of the money it is about. */
  readonly providerRef: string
  readonly paymentRef: string
  readonly state: ProviderDisputeState
  readonly amount: Money
  /** What the provider keeps for its trouble, as far as it says. */
  readonly fee: Money
  /** In the provider's word: `fraudulent`, `product_not_received`. */
  readonly reason: string
  /** Until when evidence is taken. */
  readonly answerBy?: Temporal.Instant
}

/** A verified notification: authentic, addressed to us, fresh, decrypted. Whether it fits our books is the payments room's question. */
export interface ProviderNotice {
  readonly eventId: string
  readonly about:
    | { readonly payment: ProviderPayment }
    | { readonly refund: ProviderRefund }
    | { readonly dispute: ProviderDispute }
}

export interface RawNotice {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The body's bytes as received: signatures are checked on these alone. */
  readonly body: Buffer
  readonly receivedAt: Temporal.Instant
}

/** How we and the provider know a payment: by our number, and by the provider's own handle where it gave one on opening. */
export interface KnownPayment {
  readonly number: string
  readonly handle: string | null
  readonly openedAt: Temporal.Instant
  /** The provider's number for the money, once it has moved. */
  readonly providerRef: string | null
}

/** What a payment is opened with. */
export interface OpenRequest {
  readonly number: string
  readonly amount: Money
  readonly description: string
  readonly expiresAt: Temporal.Instant
  readonly notifyUrl: string
  /** Where the provider's page sends the buyer back. */
  readonly returnUrl: string
  /** The buyer's address on the internet, which providers compare with that of the browser that pays. */
  readonly buyerIp?: string
}

export interface RefundRequest {
  readonly number: string
  readonly payment: KnownPayment
  readonly amount: Money
  readonly paid: Money
  readonly reason: string
  readonly notifyUrl: string
}

/**
 * A payment provider. Every number is ours and is committed before the call, so that a call may be repeated and an
 * unknown outcome resolved by asking.
 *
 * Each call throws ProviderUnreachable or BadAnswer when the outcome is unknown, and providerDeclined when the
 * provider said no and nothing happened.
 */
export interface PaymentGateway {
  readonly provider: string
  /** What the provider wants to hear about a notification; anything else it takes for a failure and sends it again. */
  readonly receipts: { readonly accepted: Receipt; readonly refused: Receipt }
  /** Opens a payment and returns where the buyer pays. Repeating it with the same number opens nothing new. */
  create(request: OpenRequest): Promise<{ readonly payUrl: string; readonly handle?: string }>
  query(payment: KnownPayment): Promise<ProviderPayment>
  /** Makes sure nobody pays any more. Safe to repeat. @throws providerDeclined when it is paid already */
  close(payment: KnownPayment): Promise<void>
  /** Sends money back. Repeating it with the same number sends nothing more. @throws providerDeclined */
  refund(request: RefundRequest): Promise<ProviderRefund>
  queryRefund(number: string, payment: KnownPayment): Promise<ProviderRefund>
  /**
   * The provider's bill of a day in China, which is over, as `readBill` reads it; undefined when nothing moved that day.
   * @throws ProviderUnreachable, BadAnswer, providerDeclined when there is none to be had now
   */
  bill(day: Temporal.PlainDate): Promise<Buffer | undefined>
  /**
   * Undefined when it is genuine and about nothing of ours.
   * @throws noticeForged when signature, time, addressee or form is not in order
   */
  parseNotice(notice: RawNotice): Promise<ProviderNotice | undefined>
}

export interface Receipt {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** An account at a provider, as the provider's adapter needs it. Secret: sealed where it is kept, never logged. */
export type ProviderAccount = Readonly<Record<string, unknown>>

/** The providers we speak to. */
export interface PaymentProviders {
  /** Those for which the installation has an account of its own, or a sandbox. */
  readonly names: readonly string[]
  /**
   * The provider's desk, for an account of the shop's or else for the installation's.
   * @throws providerMissing when we do not speak to it, or have no account there
   * @throws accountInvalid when the account lacks something
   */
  of(provider: string, account?: ProviderAccount): PaymentGateway
}

export { alipay } from './alipay.ts'
export type { AlipayConfig } from './alipay-client.ts'
export { type Bill, type BillLine, billDigest, billProviders, readBill } from './bill.ts'
export {
  accountInvalid,
  BadAnswer,
  billUnreadable,
  isOutcomeUnknown,
  type NoticeFault,
  noticeForged,
  ProviderBusy,
  ProviderUnreachable,
  providerDeclined,
  providerMissing,
} from './errors.ts'
export { type Adapters, paymentAdapters, paymentProviders } from './providers.ts'
export { stripePayments } from './stripe.ts'
export type { StripeConfig } from './stripe-client.ts'
export { paymentTexts } from './text.ts'
export type { WechatPayConfig } from './wechat-client.ts'
export { wechatPay } from './wechat-pay.ts'
