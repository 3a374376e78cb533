import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { Refund, RefundStatus } from './model.ts'
import { toRefund } from './refund.ts'

export interface RefundFilter {
  /** All when absent. */
  readonly status?: RefundStatus
  /** Only those that were too much for one person. */
  readonly large?: boolean
  readonly cursor?: string
  readonly limit?: number
}

/** The shop's refunds, newest first. */
export async function findRefunds(
  reader: Reader,
  { status, large, cursor, limit = 50 }: RefundFilter = {},
): Promise<Page<Refund>> {
  let query = reader.db.selectFrom('sales.refunds').selectAll().where('shop_id', '=', reader.shopId)
  if (status) query = query.where('status', '=', status)
  if (large !== undefined) query = query.where('needs_second', '=', large)
  if (cursor) query = query.where(beyond(cursor, ['id']))
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.id])
  return { ...page, rows: page.rows.map(toRefund) }
}
