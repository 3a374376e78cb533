import { type Page, toPage } from '#kernel/page'
import type { Parcel, TrackedStep } from '#model/supply/shipping'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import { findOrder, parcelsOfOrder } from '#sales/orders'
import { trackingOf } from '#supply/shipping'
import type { ParcelQuestion, ParcelQuestionId, QuestionStatus } from './model.ts'
import { questionNotFound, toQuestion } from './question.ts'

export interface QuestionRow extends ParcelQuestion {
  /** The order's parcels with the last word of each. */
  readonly parcels: readonly (Pick<Parcel, 'id' | 'carrier' | 'waybillNumber' | 'status'> & {
    readonly lastStep: TrackedStep | null
  })[]
}

export interface QuestionFilter {
  readonly status?: QuestionStatus
  readonly cursor?: string
  readonly limit?: number
}

/** The desk's list: open questions oldest first, as they wait; otherwise newest first. */
export async function findQuestions(
  reader: Reader,
  { status, cursor, limit = 50 }: QuestionFilter,
): Promise<Page<QuestionRow>> {
  const way = status === 'open' ? 'asc' : 'desc'
  let query = reader.db.selectFrom('care.parcel_questions').selectAll().where('shop_id', '=', reader.shopId)
  if (status) query = query.where('status', '=', status)
  if (cursor) query = query.where(beyond(cursor, ['asked_at', 'id'], way))
  const rows = await query
    .orderBy('asked_at', way)
    .orderBy('id', way)
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.asked_at.toString(), row.id])
  return { ...page, rows: await Promise.all(page.rows.map((row) => withParcels(reader, toQuestion(row)))) }
}

async function withParcels(reader: Reader, question: ParcelQuestion): Promise<QuestionRow> {
  const order = await findOrder(reader, question.orderId)
  const parcels = order ? (await parcelsOfOrder(reader, order)).filter(({ status }) => status !== 'cancelled') : []
  const steps = await trackingOf(
    reader,
    parcels.map((parcel) => parcel.id),
  )
  return { ...question, parcels: parcels.map((parcel) => ({ ...parcel, lastStep: steps.get(parcel.id)?.[0] ?? null })) }
}

/** What was asked about an order, newest first. */
export async function questionsOf(reader: Reader, orderId: string): Promise<ParcelQuestion[]> {
  const rows = await reader.db
    .selectFrom('care.parcel_questions')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .orderBy('asked_at', 'desc')
    .execute()
  return rows.map(toQuestion)
}

/** @throws questionNotFound */
export async function loadQuestion(reader: Reader, questionId: ParcelQuestionId): Promise<ParcelQuestion> {
  const row = await reader.db
    .selectFrom('care.parcel_questions')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', questionId)
    .executeTakeFirst()
  if (!row) throw questionNotFound({ questionId })
  return toQuestion(row)
}
