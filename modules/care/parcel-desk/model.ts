import type { Id } from '#kernel/id'

export { parcelDeskText } from './text.ts'

export type ParcelQuestionId = Id<'ParcelQuestion'>

/** `inquiry`: where is it? `reminder`: when does it leave? */
export const questionKinds = ['inquiry', 'reminder'] as const
export type QuestionKind = (typeof questionKinds)[number]
export type QuestionStatus = 'open' | 'answered'

export const questionLimits = { question: 200, answer: 500 } as const

/** Ready sentences for an answer; the desk fills in what is in braces. */
export const quickAnswers = ['on_the_way', 'asked_carrier', 'leaves_today', 'waits_for_goods'] as const

export interface ParcelQuestion {
  readonly id: ParcelQuestionId
  readonly orderId: Id<'Order'>
  readonly orderNumber: string
  readonly customerId: Id<'Account'>
  readonly kind: QuestionKind
  readonly status: QuestionStatus
  readonly askedBy: 'buyer' | 'staff'
  /** In the buyer's words; may be empty. */
  readonly question: string
  /** The dispatch promise as it stood when it was asked. */
  readonly dispatchBy: Temporal.Instant | null
  /** The promised time had passed by then. */
  readonly promiseBroken: boolean
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly askedAt: Temporal.Instant
  readonly answeredAt: Temporal.Instant | null
}
