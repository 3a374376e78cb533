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

/** A verified notification: authentic, addressed to us, fresh, decrypted. Whether it fits our books is the payments room's question. */
export interface ProviderNotice {
  readonly eventId: string
  readonly about: { readonly payment: ProviderPayment } | { readonly refund: ProviderRefund }
}

export interface RawNotice {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The body's bytes as received: signatures are checked on these alone. */
  readonly body: Buffer
  readonly receivedAt: Temporal.Instant
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
  /** Opens a payment and returns where the buyer pays. Repeating it with the same number opens nothing new. */
  create(request: {
    readonly number: string
    readonly amount: Money
    readonly description: string
    readonly expiresAt: Temporal.Instant
    readonly notifyUrl: string
    /** Where the provider's page sends the buyer back. */
    readonly returnUrl: string
    /** The buyer's address on the internet, which providers compare with that of the browser that pays. */
    readonly buyerIp?: string
  }): Promise<{ readonly payUrl: string }>
  query(number: string): Promise<ProviderPayment>
  /** Makes sure nobody pays any more. Safe to repeat. @throws providerDeclined when it is paid already */
  close(number: string): Promise<void>
  /** Sends money back. Repeating it with the same number sends nothing more. @throws providerDeclined */
  refund(request: {
    readonly number: string
    readonly paymentNumber: string
    readonly amount: Money
    readonly paid: Money
    readonly reason: string
    readonly notifyUrl: string
  }): Promise<ProviderRefund>
  queryRefund(number: string): Promise<ProviderRefund>
  /** @throws noticeForged when signature, time, addressee or form is not in order */
  parseNotice(notice: RawNotice): Promise<ProviderNotice>
}

export {
  BadAnswer,
  isOutcomeUnknown,
  type NoticeFault,
  noticeForged,
  ProviderUnreachable,
  providerDeclined,
} from './errors.ts'
export { paymentTexts } from './text.ts'
export type { WechatPayConfig } from './wechat-client.ts'
export { wechatPay } from './wechat-pay.ts'
