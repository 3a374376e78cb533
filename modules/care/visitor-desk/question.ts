import type { Selectable } from 'kysely'
import { refusal } from '#kernel/refusal'
import type { Reader } from '#platform/context'
import type { CareVisitorQuestions } from '#platform/database'
import { maskContact } from '#platform/messages'
import type { VisitorQuestion, VisitorQuestionId, VisitorQuestionStatus } from './model.ts'

export const visitorQuestionNotFound = refusal(
  'not_found',
  'visitor-desk.not_found',
  (d: { questionId: string }) => `there is no question ${d.questionId}`,
)
export const questionWordsMissing = refusal(
  'invalid',
  'visitor-desk.words_missing',
  (_: { field: 'words' | 'answer' }) => 'words are missing',
)
export const contactMissing = refusal(
  'invalid',
  'visitor-desk.contact_missing',
  (_: { field: 'contact' }) => 'a guest cannot be answered without a contact',
)
export const contactInvalid = refusal(
  'invalid',
  'visitor-desk.contact_invalid',
  (_: { field: 'contact' }) => 'neither a mobile number nor an e-mail address',
)
export const forbiddenWords = refusal(
  'invalid',
  'visitor-desk.forbidden_words',
  (_: { field: 'words' }) => 'words or links that the shop does not take',
)
export const tooManyQuestions = refusal(
  'too_many',
  'visitor-desk.too_many',
  (d: { minutes: number; retryAfterSeconds: number }) => `no further question for ${d.minutes} minutes`,
)
export const dealtWith = refusal(
  'conflict',
  'visitor-desk.dealt_with',
  (d: { questionId: string }) => `question ${d.questionId} is no longer open`,
)
export const notAnswered = refusal(
  'conflict',
  'visitor-desk.not_answered',
  (d: { questionId: string }) => `question ${d.questionId} has no answer, or is about no product`,
)

export const toVisitorQuestion = (
  { vault }: Pick<Reader, 'vault'>,
  row: Selectable<CareVisitorQuestions>,
): VisitorQuestion => ({
  id: row.id as VisitorQuestionId,
  productId: row.product_id as VisitorQuestion['productId'],
  customerId: row.customer_id as VisitorQuestion['customerId'],
  author: row.author,
  contact: row.contact_cipher && maskContact(vault.open(row.contact_cipher)),
  words: row.words,
  status: row.status as VisitorQuestionStatus,
  answer: row.answer,
  answeredBy: row.answered_by,
  answeredAt: row.answered_at,
  publishedAt: row.published_at,
  askedAt: row.asked_at,
})
