import type { Updateable } from 'kysely'
import { settleNotices } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { type CareVisitorQuestions, transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type VisitorQuestion, type VisitorQuestionId, visitorQuestionLimits } from './model.ts'
import { dealtWith, notAnswered, questionWordsMissing, toVisitorQuestion, visitorQuestionNotFound } from './question.ts'
import { tellVisitor } from './tell-visitor.ts'

export interface AnswerVisitor {
  readonly questionId: VisitorQuestionId
  readonly answer: string
  /** Let everybody read question and answer on the product's page. */
  readonly publish?: boolean
}

/** The desk answers; the visitor is told where a contact is known. Two answers at once: the first counts. @throws dealtWith, notAnswered, questionWordsMissing, visitorQuestionNotFound */
export function answerVisitor(
  ctx: Context,
  { questionId, answer, publish: isPublic }: AnswerVisitor,
): Promise<VisitorQuestion> {
  return transaction(ctx, async (tx) => {
    const words = answer.trim().slice(0, visitorQuestionLimits.answer)
    if (words === '') throw questionWordsMissing({ field: 'answer' })
    const asked = await lockQuestion(tx, questionId)
    if (asked.status !== 'open') throw dealtWith({ questionId })
    if (isPublic && !asked.product_id) throw notAnswered({ questionId })
    const answered = await update(tx, questionId, 'answered', {
      status: 'answered',
      answer: words,
      answered_by: tx.actor.name,
      answered_at: tx.now,
      published_at: isPublic ? tx.now : null,
    })
    await tellVisitor(tx, asked, words)
    return answered
  })
}

/** Puts an answered question about a product on its page, or takes it off again. @throws notAnswered, visitorQuestionNotFound */
export function publishQuestion(
  ctx: Context,
  { questionId, publish: isPublic }: { readonly questionId: VisitorQuestionId; readonly publish: boolean },
): Promise<VisitorQuestion> {
  return transaction(ctx, async (tx) => {
    const asked = await lockQuestion(tx, questionId)
    if (asked.status !== 'answered' || !asked.product_id) throw notAnswered({ questionId })
    return update(tx, questionId, isPublic ? 'published' : 'withdrawn', {
      published_at: isPublic ? (asked.published_at ?? tx.now) : null,
    })
  })
}

/** Puts a question aside that needs no answer. @throws dealtWith, visitorQuestionNotFound */
export function closeQuestion(ctx: Context, questionId: VisitorQuestionId): Promise<VisitorQuestion> {
  return transaction(ctx, async (tx) => {
    const asked = await lockQuestion(tx, questionId)
    if (asked.status !== 'open') throw dealtWith({ questionId })
    return update(tx, questionId, 'closed', { status: 'closed' })
  })
}

async function lockQuestion(tx: Tx, questionId: VisitorQuestionId) {
  const row = await tx.db
    .selectFrom('care.visitor_questions')
    .selectAll()
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', questionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw visitorQuestionNotFound({ questionId })
  return row
}

async function update(
  tx: Tx,
  id: VisitorQuestionId,
  what: 'answered' | 'published' | 'withdrawn' | 'closed',
  change: Updateable<CareVisitorQuestions>,
): Promise<VisitorQuestion> {
  const row = await tx.db
    .updateTable('care.visitor_questions')
    .set(change)
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await publish(tx, {
    type: `visitor_question.${what}`,
    aggregate: 'visitor_question',
    id,
    data: { answer: row.answer, published: row.published_at !== null },
  })
  await settleNotices(tx, { subject: 'visitor_question', subjectId: id })
  return toVisitorQuestion(tx, row)
}
