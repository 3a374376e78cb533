import type { Id } from '#kernel/id'
import type { ProductId } from '#model/goods/catalog'
import type { AccountId } from '#platform/context'

export { visitorDeskText } from './text.ts'

export type VisitorQuestionId = Id<'VisitorQuestion'>

export const visitorQuestionLimits = { words: 300, answer: 500, author: 30, contact: 100 } as const

/** `closed`: it needs no answer (an advertisement, a repetition). */
export const visitorQuestionStatuses = ['open', 'answered', 'closed'] as const
export type VisitorQuestionStatus = (typeof visitorQuestionStatuses)[number]

export interface VisitorQuestion {
  readonly id: VisitorQuestionId
  /** What it is about; null: the shop. */
  readonly productId: ProductId | null
  readonly customerId: AccountId | null
  readonly author: string
  /** How a guest wants to hear of the answer, as far as staff need it: 138****5678, l***@example.cn. */
  readonly contact: string | null
  readonly words: string
  readonly status: VisitorQuestionStatus
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Temporal.Instant | null
  /** Since when everybody may read question and answer on the product's page. */
  readonly publishedAt: Temporal.Instant | null
  readonly askedAt: Temporal.Instant
}

/** A question with its answer as everybody may read it. */
export interface PublishedQuestion {
  readonly id: VisitorQuestionId
  readonly words: string
  readonly answer: string
  readonly askedAt: Temporal.Instant
}
