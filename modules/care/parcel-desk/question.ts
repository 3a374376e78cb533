import type { Selectable } from 'kysely'
import { isBefore } from '#kernel/day'
import { refusal } from '#kernel/refusal'
import type { Order } from '#model/sales/orders'
import type { CareParcelQuestions } from '#platform/database'
import type { ParcelQuestion, ParcelQuestionId, QuestionKind } from './model.ts'

export const questionNotFound = refusal(
  'not_found',
  'parcel-desk.not_found',
  (d: { questionId: string }) => `there is no question ${d.questionId}`,
)
export const nothingToAsk = refusal(
  'conflict',
  'parcel-desk.nothing_to_ask',
  (d: { orderId: string; kind: QuestionKind }) => `order ${d.orderId} gives no occasion for a ${d.kind}`,
)
export const answeredAlready = refusal(
  'conflict',
  'parcel-desk.answered_already',
  (d: { questionId: string }) => `question ${d.questionId} has its answer`,
)
export const answerMissing = refusal(
  'invalid',
  'parcel-desk.answer_missing',
  (_: { field: 'answer' }) => 'an answer needs words',
)

type State = Pick<Order, 'status' | 'payment' | 'fulfilment' | 'shippedAt' | 'receivedAt'>

/** What a buyer may ask about an order now: when it leaves while it has not, where it is once something has. */
export function askable({ status, payment, fulfilment, shippedAt, receivedAt }: State): QuestionKind | undefined {
  if (status !== 'open' || payment === 'awaiting' || receivedAt) return undefined
  if (fulfilment === 'delivered' && !shippedAt) return undefined // nothing of it needs a parcel
  return shippedAt || fulfilment === 'partly_shipped' ? 'inquiry' : 'reminder'
}

export const isBroken = ({ dispatchBy }: Pick<Order, 'dispatchBy'>, now: Temporal.Instant): boolean =>
  dispatchBy !== null && isBefore(dispatchBy, now)

export const toQuestion = (row: Selectable<CareParcelQuestions>): ParcelQuestion => ({
  id: row.id as ParcelQuestionId,
  orderId: row.order_id as ParcelQuestion['orderId'],
  orderNumber: row.order_number,
  customerId: row.customer_id as ParcelQuestion['customerId'],
  kind: row.kind as QuestionKind,
  status: row.status as ParcelQuestion['status'],
  askedBy: row.asked_by as ParcelQuestion['askedBy'],
  question: row.question,
  dispatchBy: row.dispatch_by,
  promiseBroken: row.promise_broken,
  answer: row.answer,
  answeredBy: row.answered_by,
  askedAt: row.asked_at,
  answeredAt: row.answered_at,
})
