import { type Page, toPage } from '#kernel/page'
import { refusal } from '#kernel/refusal'
import type { Context, Reader } from '#platform/context'
import { beyond, transaction } from '#platform/database'
import { publish } from '#platform/events'
import { caseNotFound } from './case.ts'
import { loadCase } from './case-store.ts'
import { type Case, type CaseId, type CaseRating, caseLimits, isHandled } from './model.ts'

export const notHandled = refusal(
  'conflict',
  'cases.not_handled',
  (d: { caseId: string }) => `case ${d.caseId} is still in hand`,
)
export const ratedAlready = refusal(
  'conflict',
  'cases.rated_already',
  (d: { caseId: string }) => `case ${d.caseId} has been rated`,
)
export const caseStarsMissing = refusal(
  'invalid',
  'cases.stars_missing',
  (_: { field: 'stars' }) => 'stars are a whole number from 1 to 5',
)

export interface RateCase {
  readonly caseId: CaseId
  readonly stars: number
  readonly words?: string
}

/**
 * The buyer says once how a case was handled (AFS-26), whether it went as hoped or not; it counts for whoever decided it.
 * @throws notHandled, ratedAlready, caseStarsMissing; caseNotFound for another's
 */
export function rateCase(ctx: Context, { caseId, stars, words = '' }: RateCase): Promise<CaseRating> {
  return transaction(ctx, async (tx) => {
    const found = await loadCase(tx, caseId)
    if (found.customerId !== tx.actor.id) throw caseNotFound({ caseId })
    if (!isHandled(found)) throw notHandled({ caseId })
    if (!Number.isInteger(stars) || stars < 1 || stars > 5) throw caseStarsMissing({ field: 'stars' })
    const said = words.trim().slice(0, caseLimits.description)
    const row = await tx.db
      .insertInto('care.case_ratings')
      .values({
        shop_id: tx.shopId,
        case_id: caseId,
        stars,
        words: said,
        handled_by: found.decidedBy ?? '',
        rated_at: tx.now,
      })
      .onConflict((conflict) => conflict.columns(['shop_id', 'case_id']).doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!row) throw ratedAlready({ caseId })
    await publish(tx, {
      type: 'case.rated',
      aggregate: 'case',
      id: caseId,
      data: { caseId, orderId: found.orderId, stars },
    })
    return toRating(found, row)
  })
}

/** What the buyer of a case said of its handling; undefined while nothing was said. */
export async function ratingOfCase(
  reader: Reader,
  found: Pick<Case, 'id' | 'number'>,
): Promise<CaseRating | undefined> {
  const row = await reader.db
    .selectFrom('care.case_ratings')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('case_id', '=', found.id)
    .executeTakeFirst()
  return row && toRating(found, row)
}

export interface CaseRatingFilter {
  /** Only so many stars or fewer. */
  readonly atMost?: number
  readonly cursor?: string
  readonly limit?: number
}

/** What buyers said of the handling of their cases, the newest first. */
export async function findCaseRatings(reader: Reader, filter: CaseRatingFilter = {}): Promise<Page<CaseRating>> {
  const { atMost, cursor, limit = 50 } = filter
  let query = reader.db
    .selectFrom('care.case_ratings as r')
    .innerJoin('care.cases as c', 'c.id', 'r.case_id')
    .selectAll('r')
    .select('c.number')
    .where('r.shop_id', '=', reader.shopId)
  if (atMost) query = query.where('r.stars', '<=', atMost)
  if (cursor) query = query.where(beyond(cursor, ['r.rated_at', 'r.case_id']))
  const rows = await query
    .orderBy('r.rated_at', 'desc')
    .orderBy('r.case_id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.rated_at.toString(), row.case_id])
  return { ...page, rows: page.rows.map((row) => toRating({ id: row.case_id as CaseId, number: row.number }, row)) }
}

interface Row {
  readonly stars: number
  readonly words: string
  readonly handled_by: string
  readonly rated_at: Temporal.Instant
}

const toRating = ({ id, number }: Pick<Case, 'id' | 'number'>, row: Row): CaseRating => ({
  caseId: id,
  caseNumber: number,
  stars: row.stars,
  words: row.words,
  handledBy: row.handled_by,
  ratedAt: row.rated_at,
})
