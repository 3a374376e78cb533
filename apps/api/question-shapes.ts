import { Type } from 'typebox'
import { visitorQuestionStatuses } from '#model/care/visitor-desk'
import { IdText, Instant, OneOf } from '#platform/http'
import { Nullable } from './goods-shapes.ts'

/** A question as whoever asked it sees it. */
export const OwnQuestionJson = Type.Object({
  id: IdText,
  productId: Nullable(IdText),
  words: Type.String(),
  status: OneOf(visitorQuestionStatuses),
  answer: Nullable(Type.String()),
  answeredAt: Nullable(Instant),
  askedAt: Instant,
})

/** What the desk sees besides: who asked, how to reach them (masked), and whether it is public. */
export const DeskQuestionJson = Type.Object({
  ...OwnQuestionJson.properties,
  customerId: Nullable(IdText),
  author: Type.String(),
  contact: Nullable(Type.String()),
  answeredBy: Nullable(Type.String()),
  publishedAt: Nullable(Instant),
})
