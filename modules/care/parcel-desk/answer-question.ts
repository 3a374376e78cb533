import { settleNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { loadQuestion } from './find-questions.ts'
import { type ParcelQuestion, type ParcelQuestionId, questionLimits } from './model.ts'
import { answeredAlready, answerMissing, toQuestion } from './question.ts'
import { tellBuyer } from './tell-buyer.ts'

export interface AnswerQuestion {
  readonly questionId: ParcelQuestionId
  readonly answer: string
}

/** The desk answers; the buyer is told in these words. Two answers at once: the first counts. @throws answeredAlready, answerMissing, questionNotFound */
export function answerParcelQuestion(ctx: Context, { questionId, answer }: AnswerQuestion): Promise<ParcelQuestion> {
  return transaction(ctx, async (tx) => {
    const words = inWords(answer)
    await loadQuestion(tx, questionId)
    const row = await tx.db
      .updateTable('care.parcel_questions')
      .set({ status: 'answered', answer: words, answered_by: tx.actor.name, answered_at: tx.now })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', questionId)
      .where('status', '=', 'open')
      .returningAll()
      .executeTakeFirst()
    if (!row) throw answeredAlready({ questionId })
    const answered = toQuestion(row)
    await publish(tx, {
      type: 'parcel_question.answered',
      aggregate: 'parcel_question',
      id: questionId,
      data: { orderId: answered.orderId, answer: words },
    })
    await tellBuyer(tx, answered, 'answered', words)
    await settleNotices(tx, { subject: 'parcel_question', subjectId: questionId })
    return answered
  })
}

/** Writes down what was done meanwhile: whom we called, what they said. @throws questionNotFound, answerMissing */
export function noteOnQuestion(
  ctx: Context,
  { questionId, note }: { readonly questionId: ParcelQuestionId; readonly note: string },
): Promise<void> {
  return transaction(ctx, async (tx) => {
    await loadQuestion(tx, questionId)
    const data = { note: inWords(note) }
    await publish(tx, { type: 'parcel_question.noted', aggregate: 'parcel_question', id: questionId, data })
  })
}

function inWords(text: string): string {
  const words = text.trim().slice(0, questionLimits.answer)
  if (words === '') throw answerMissing({ field: 'answer' })
  return words
}
