import type { Id } from '#kernel/id'
import type { Steps } from '#kernel/steps'
import type { OrderId, OrderLineId } from '#model/sales/orders'

export { deskText } from './text.ts'

export type IssueId = Id<'Issue'>
export type ShortageId = Id<'Shortage'>
export type ContactId = Id<'Contact'>
export type CommentId = Id<'Comment'>

/** What may be out of the ordinary with an order. One order has at most one open issue of a kind. */
export const issueKinds = [
  'payment',
  'review',
  'short',
  'overdue',
  'change',
  'cancellation',
  'refund',
  'refund_failed',
  'return',
  'parcel',
  'manual',
  'job',
] as const
export type IssueKind = (typeof issueKinds)[number]

/** An order that somebody has to see to, until it is settled by what happens to the order or by a person. */
export interface Issue {
  readonly id: IssueId
  readonly orderId: OrderId
  readonly orderNumber: string
  readonly kind: IssueKind
  readonly data: Readonly<Record<string, unknown>>
  readonly status: 'open' | 'settled'
  readonly ownerId: string | null
  readonly ownerName: string | null
  /** What was done: in the words of who settled it, or the name of the event that did. */
  readonly resolution: string
  readonly openedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly settledBy: string | null
}

export type ShortageStatus = 'open' | 'waiting' | 'settled'
export type ShortageStep = 'wait' | 'choose' | 'settle'

/** Open until the buyer has chosen; waiting for goods when that is what was chosen. */
export const shortageSteps: Steps<ShortageStep, ShortageStatus> = {
  choose: { from: ['open', 'waiting'], to: 'open' },
  wait: { from: ['open', 'waiting'], to: 'waiting' },
  settle: { from: ['open', 'waiting'], to: 'settled' },
}

export const shortageChoices = ['wait', 'replace', 'refund'] as const
export type ShortageChoice = (typeof shortageChoices)[number]

/** Goods of an order that turned out not to be there. */
export interface Shortage {
  readonly id: ShortageId
  readonly orderId: OrderId
  /** By a picker in front of the bin, or by a stock count. */
  readonly foundBy: 'pick' | 'count'
  readonly lines: readonly { readonly lineId: OrderLineId; readonly quantity: number }[]
  readonly status: ShortageStatus
  readonly choice: ShortageChoice | null
  readonly chosenBy: string | null
  readonly chosenAt: Temporal.Instant | null
  /** What the buyer would like instead, or what was agreed. */
  readonly note: string
  readonly openedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
}

/** What the desk checks before an order is released; `recipient`: the buyer has confirmed who gets it where. */
export const checkItems = ['goods', 'quantity', 'address', 'contact', 'payment', 'recipient'] as const
export type CheckItem = (typeof checkItems)[number]

export interface Check {
  readonly item: CheckItem
  readonly note: string
  readonly at: Temporal.Instant
  readonly by: string
}

export const contactWays = ['call', 'message', 'email', 'visit'] as const
export type ContactWay = (typeof contactWays)[number]
export const contactOutcomes = ['agreed', 'reached', 'no_answer', 'wrong_number', 'refused'] as const
export type ContactOutcome = (typeof contactOutcomes)[number]

/** What somebody of the staff said to colleagues about an order, and whom they called. */
export interface Comment {
  readonly id: CommentId
  readonly words: string
  readonly mentions: readonly { readonly id: Id<'Account'>; readonly name: string }[]
  readonly at: Temporal.Instant
  readonly by: string
}

/** A contact with the buyer about an order. */
export interface Contact {
  readonly id: ContactId
  readonly way: ContactWay
  readonly outcome: ContactOutcome
  readonly note: string
  readonly nextDueAt: Temporal.Instant | null
  readonly at: Temporal.Instant
  readonly by: string
}

export type CallReason = 'large_amount' | 'first_order' | 'special_request'

/** How the shop made sure with the buyer that the order is right. */
export interface Confirmation {
  readonly way: 'email' | 'call'
  /** Why this way; `by_itself` when nobody had asked. */
  readonly reason: CallReason | 'email_known' | 'by_itself'
  readonly status: 'to_call' | 'sent' | 'confirmed' | 'declined'
  readonly note: string
  readonly createdAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly settledBy: string | null
}

export const ratings = [1, 2, 3, 4, 5] as const

/** How a buyer found a finished sale; rating and words come with the answer. */
export interface FollowUp {
  readonly orderId: OrderId
  readonly orderNumber: string
  readonly askedAt: Temporal.Instant
  /** 1 to 5, 5 is best. */
  readonly rating: number | null
  readonly words: string
  readonly answeredAt: Temporal.Instant | null
}
