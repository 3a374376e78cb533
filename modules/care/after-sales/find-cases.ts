import { type Page, toPage } from '#kernel/page'
import type { AccountId, Reader, Tx } from '#platform/context'
import { beyond } from '#platform/database'
import { ownOnly } from './case.ts'
import { casesOf, loadCase } from './case-store.ts'

import { type Case, type CaseId, type CaseKind, type CaseStatus, finalStatuses } from './model.ts'

export interface CaseFilter {
  readonly status?: readonly CaseStatus[]
  readonly kind?: CaseKind
  /** Case number, order number or return waybill. */
  readonly text?: string
  readonly orderId?: string
  readonly customerId?: string
  readonly cursor?: string
  readonly limit?: number
}

/** Cases of the shop, newest first. */
export async function findCases(reader: Reader, filter: CaseFilter): Promise<Page<Case>> {
  const { status, kind, text, orderId, customerId, cursor, limit = 50 } = filter
  let query = reader.db.selectFrom('care.cases').select(['id', 'opened_at']).where('shop_id', '=', reader.shopId)
  if (status?.length) query = query.where('status', 'in', [...status])
  if (kind) query = query.where('kind', '=', kind)
  if (orderId) query = query.where('order_id', '=', orderId)
  if (customerId) query = query.where('customer_id', '=', customerId)
  if (text) {
    const code = text.trim().toUpperCase()
    query = query.where((eb) =>
      eb.or([eb('number', '=', code), eb('order_number', '=', code), eb('return_waybill', '=', code)]),
    )
  }
  if (cursor) query = query.where(beyond(cursor, ['opened_at', 'id']))
  const rows = await query
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.opened_at.toString(), row.id])
  return {
    ...page,
    rows: await casesOf(
      reader,
      page.rows.map((row) => row.id),
    ),
  }
}

/** How many cases stand in each state, open ones only. */
export async function countCases(reader: Reader): Promise<Partial<Record<CaseStatus, number>>> {
  const rows = await reader.db
    .selectFrom('care.cases')
    .select((eb) => ['status', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .where('shop_id', '=', reader.shopId)
    .where('status', 'not in', [...finalStatuses])
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.status, row.count]))
}

/** A case as its buyer or staff may see it. @throws caseNotFound for anybody else */
export const viewCase = async (reader: Reader & Pick<Tx, 'actor'>, caseId: CaseId): Promise<Case> =>
  ownOnly(reader, await loadCase(reader, caseId))

/** The signed-in shopper's cases, newest first, at most 100. */
export async function ownCases(reader: Reader, customerId: AccountId, orderId?: string): Promise<Case[]> {
  let query = reader.db
    .selectFrom('care.cases')
    .select('id')
    .where('shop_id', '=', reader.shopId)
    .where('customer_id', '=', customerId)
    .where('kind', '<>', 'parcel_inquiry')
  if (orderId) query = query.where('order_id', '=', orderId)
  const rows = await query.orderBy('opened_at', 'desc').limit(100).execute()
  return casesOf(
    reader,
    rows.map((row) => row.id),
  )
}
