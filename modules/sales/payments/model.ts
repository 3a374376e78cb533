import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Steps } from '#kernel/steps'
import type { ShopId } from '#platform/context'

export { paymentsText } from './text.ts'

export type PaymentId = Id<'Payment'>
export type RefundId = Id<'Refund'>
export type DisputeId = Id<'Dispute'>
export type PaymentAccountId = Id<'PaymentAccount'>

/** How buyers may pay online. `card` goes through Stripe. */
export const onlineMethods = ['wechat', 'alipay', 'card'] as const
export type OnlineMethod = (typeof onlineMethods)[number]
export const isOnline = (method: PaymentMethod): method is OnlineMethod => method !== 'cod'

/** How buyers may pay; `cod`: in cash, to the courier (货到付款). */
export const paymentMethods = [...onlineMethods, 'cod'] as const
export type PaymentMethod = (typeof paymentMethods)[number]
export const providerOf: Readonly<Record<PaymentMethod, string>> = {
  wechat: 'wechat',
  alipay: 'alipay',
  card: 'stripe',
  cod: 'cod',
}

/** What an account of the shop's own must hold, in the words of its provider. */
export const accountFields = {
  wechat: ['appId', 'merchantId', 'merchantSerial', 'merchantPrivateKeyPem', 'apiV3Key'],
  alipay: ['appId', 'sellerId', 'appPrivateKeyPem', 'alipayPublicKeyPem'],
  card: ['accountId', 'secretKey', 'webhookSecret'],
} as const satisfies Readonly<Record<OnlineMethod, readonly string[]>>

/** A way to pay as a shop has set it. */
export interface MethodSetting {
  readonly method: PaymentMethod
  readonly enabled: boolean
  /** Lower ones come first. */
  readonly position: number
  /** What buyers read; empty: the method's usual name. */
  readonly label: { readonly zh: string; readonly en: string }
  /** Offered for totals from `least` to `most`; null: no limit. */
  readonly least: Money | null
  readonly most: Money | null
  readonly accountId: PaymentAccountId | null
  /** The merchant's number or application of the shop's own account; null: the installation's account is used. */
  readonly account: string | null
  /** Whether there is any account behind it, the shop's or the installation's. */
  readonly available: boolean
  /** Where on our address the provider must notify us of the shop's own account. */
  readonly notifyPath: string | null
}

/**
 * `created`: our number is committed, the provider may not know it yet. `unknown`: the provider did not answer; only asking tells.
 * `mismatch`: money came that does not fit; a person looks at it. A failed or closed attempt may still turn out to have succeeded.
 */
export type PaymentStatus = 'created' | 'pending' | 'unknown' | 'succeeded' | 'failed' | 'closed' | 'mismatch'
export type PaymentStep = 'open' | 'lose' | 'capture' | 'fail' | 'close' | 'doubt'

export const paymentSteps: Steps<PaymentStep, PaymentStatus> = {
  open: { from: ['created', 'unknown', 'pending'], to: 'pending' },
  lose: { from: ['created', 'unknown', 'pending'], to: 'unknown' },
  capture: { from: ['created', 'pending', 'unknown', 'failed', 'closed', 'mismatch'], to: 'succeeded' },
  fail: { from: ['created', 'pending', 'unknown'], to: 'failed' },
  close: { from: ['created', 'pending', 'unknown'], to: 'closed' },
  doubt: { from: ['created', 'pending', 'unknown', 'failed', 'closed'], to: 'mismatch' },
}

/** The attempts that may still bring money without anything new being opened. An order has at most one. */
export const openStatuses = ['created', 'pending', 'unknown'] as const satisfies readonly PaymentStatus[]

/**
 * `waiting`: a second person has to agree; `declined`: they did not, and nothing is promised any more. `sent`: the provider works on it.
 * A failed refund is tried again by hand, and its money stays promised to the buyer.
 */
export type RefundStatus = 'waiting' | 'approved' | 'sent' | 'succeeded' | 'failed' | 'declined'
export type RefundStep = 'agree' | 'decline' | 'send' | 'succeed' | 'fail' | 'retry' | 'payOut' | 'payInstead'

export const refundSteps: Steps<RefundStep, RefundStatus> = {
  agree: { from: ['waiting'], to: 'approved' },
  decline: { from: ['waiting'], to: 'declined' },
  send: { from: ['approved', 'sent'], to: 'sent' },
  succeed: { from: ['approved', 'sent', 'failed'], to: 'succeeded' },
  fail: { from: ['approved', 'sent'], to: 'failed' },
  retry: { from: ['failed'], to: 'approved' },
  payOut: { from: ['approved'], to: 'succeeded' },
  payInstead: { from: ['failed'], to: 'succeeded' },
}

/** One attempt to pay, as the provider knows it: an order, or the orders of several shops together. */
export interface Payment {
  readonly id: PaymentId
  /** The shop it was opened in; with `orderId` it leads when there are several. */
  readonly shopId: ShopId
  readonly orderId: Id<'Order'>
  /** Ours, known to the provider as its merchant number. */
  readonly number: string
  readonly method: PaymentMethod
  readonly provider: string
  /** The shop's own account at the provider; null: the installation's. */
  readonly accountId: PaymentAccountId | null
  readonly status: PaymentStatus
  readonly amount: Money
  readonly captured: Money
  /** What was promised back so far, sent or not. */
  readonly refunded: Money
  readonly providerRef: string | null
  /** The provider's own name for the attempt, where it gives one. */
  readonly handle: string | null
  readonly checks: number
  readonly createdAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly paidAt: Temporal.Instant | null
}

/** How much of a payment pays one order. The shares of a payment sum to it; it has at most one in a shop. */
export interface PaymentShare {
  readonly shopId: ShopId
  readonly orderId: Id<'Order'>
  readonly amount: Money
}

/** A payment as one of its orders sees it: `amount`, `captured` and `refunded` are the order's share. */
export interface OrderPayment extends Payment {
  /** All that the provider was asked for. */
  readonly whole: Money
  /** Money that came once too often or too late: it does not pay the order and goes back. */
  readonly surplus: boolean
}

/** Whether this is the money that pays the order. */
export const pays = ({ status, surplus }: Pick<OrderPayment, 'status' | 'surplus'>): boolean =>
  status === 'succeeded' && !surplus

export interface Refund {
  readonly id: RefundId
  readonly orderId: Id<'Order'>
  readonly paymentId: PaymentId
  readonly number: string
  readonly cause: string
  readonly causeId: string
  readonly amount: Money
  readonly reason: string
  readonly status: RefundStatus
  readonly attempts: number
  /** Why the provider refused, in its own words. */
  readonly failure: string | null
  readonly requestedBy: string
  /** The account or key that asked for it; null when the house did by itself. */
  readonly requesterId: string | null
  /** It was too much for one person of the staff. */
  readonly needsSecond: boolean
  /** Who agreed as the second, or turned it down, and what they remarked. */
  readonly decidedBy: string | null
  readonly remark: string | null
  readonly createdAt: Temporal.Instant
  readonly succeededAt: Temporal.Instant | null
}

/** Nothing more will become of it. */
export const isRefundOver = ({ status }: Pick<Refund, 'status'>): boolean =>
  status === 'succeeded' || status === 'declined'

/** What gives rise to a refund that staff write by hand, apart from any cancellation or case: only such a one can be turned down. */
export const byHand = 'by_hand'

/** `inquiry`: no money has moved yet. `open`: the bank has taken it back, until it is decided. */
export type DisputeStatus = 'inquiry' | 'open' | 'won' | 'lost' | 'dropped'
export type DisputeStep = 'withdraw' | 'win' | 'lose' | 'drop'

export const disputeSteps: Steps<DisputeStep, DisputeStatus> = {
  withdraw: { from: ['inquiry'], to: 'open' },
  win: { from: ['inquiry', 'open'], to: 'won' },
  lose: { from: ['inquiry', 'open'], to: 'lost' },
  drop: { from: ['inquiry'], to: 'dropped' },
}

/** Money of an order that the buyer's bank took back, or asks about (chargeback, 拒付). */
export interface Dispute {
  readonly id: DisputeId
  readonly orderId: Id<'Order'>
  readonly paymentId: PaymentId
  readonly provider: string
  readonly providerRef: string
  readonly status: DisputeStatus
  /** The order's part of it. */
  readonly amount: Money
  /** In the provider's word. */
  readonly reason: string
  /** Until when the provider takes evidence. */
  readonly answerBy: Temporal.Instant | null
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
}

/** How a refund may be paid out by hand. */
export const payoutWays = ['bank', 'alipay', 'wechat', 'cash', 'other'] as const

/** Who has paid a refund out by hand, how and when. */
export interface Payout {
  readonly refundId: RefundId
  readonly way: (typeof payoutWays)[number]
  /** The number of the transfer, or of the receipt the buyer signed. */
  readonly reference: string
  readonly note: string
  readonly paidOn: Temporal.PlainDate
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}
