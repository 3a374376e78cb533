import { sql } from 'kysely'
import { type Page, toPage } from '#kernel/page'
import type { ProductId } from '#model/goods/catalog'
import type { AccountId, Reader } from '#platform/context'
import { beyond, together } from '#platform/database'
import type { PublishedQuestion, VisitorQuestion, VisitorQuestionId, VisitorQuestionStatus } from './model.ts'
import { toVisitorQuestion } from './question.ts'

export interface VisitorQuestionFilter {
  readonly status?: VisitorQuestionStatus
  readonly cursor?: string
  readonly limit?: number
}

/** The desk's list: open questions oldest first, as they wait; otherwise newest first. */
export async function findVisitorQuestions(
  reader: Reader,
  { status, cursor, limit = 50 }: VisitorQuestionFilter,
): Promise<Page<VisitorQuestion>> {
  const way = status === 'open' ? 'asc' : 'desc'
  let query = reader.db.selectFrom('care.visitor_questions').selectAll().where('shop_id', '=', reader.shopId)
  if (status) query = query.where('status', '=', status)
  if (cursor) query = query.where(beyond(cursor, ['asked_at', 'id'], way))
  const rows = await query
    .orderBy('asked_at', way)
    .orderBy('id', way)
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.asked_at.toString(), row.id])
  return { ...page, rows: page.rows.map((row) => toVisitorQuestion(reader, row)) }
}

/** What a signed-in visitor asked this shop, the newest first, at most fifty. */
export async function ownQuestions(reader: Reader, customerId: AccountId): Promise<VisitorQuestion[]> {
  const rows = await reader.db
    .selectFrom('care.visitor_questions')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('customer_id', '=', customerId)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => toVisitorQuestion(reader, row))
}

const most = 20

interface PublishedRow {
  readonly id: string
  readonly product_id: string
  readonly words: string
  readonly answer: string | null
  readonly asked_at: Temporal.Instant
}

/** Questions and answers on a product's page, the newest first; asked together with whoever asks in the same moment. */
export const publishedQuestions = together(
  async (reader: Reader, productIds: readonly ProductId[]): Promise<PublishedQuestion[][]> => {
    const { rows } = await sql<PublishedRow>`
      select q.* from unnest(${[...new Set(productIds)]}::uuid[]) as p (id)
      cross join lateral (
        select id, product_id, words, answer, asked_at from care.visitor_questions
        where shop_id = ${reader.shopId} and product_id = p.id and published_at is not null
        order by published_at desc, id desc limit ${most}) q`.execute(reader.db)
    const byProduct = Map.groupBy(rows, (row) => row.product_id)
    return productIds.map((id) => (byProduct.get(id) ?? []).map(toPublished))
  },
)

const toPublished = (row: PublishedRow): PublishedQuestion => ({
  id: row.id as VisitorQuestionId,
  words: row.words,
  answer: row.answer ?? '',
  askedAt: row.asked_at,
})
