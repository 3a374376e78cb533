import type { Selectable } from 'kysely'
import { money } from '#kernel/money'
import { type Page, toPage } from '#kernel/page'
import { refusal } from '#kernel/refusal'
import type { Reader, Tx } from '#platform/context'
import type { SalesBillExceptions } from '#platform/database'
import { beyond } from '#platform/database'
import type { BillException, BillId, ExceptionId, Resolution } from './model.ts'

export const exceptionNotFound = refusal(
  'not_found',
  'settlement.exception_not_found',
  (d: { exception: string }) => `there is no difference ${d.exception}`,
)
export const exceptionSettled = refusal(
  'conflict',
  'settlement.exception_settled',
  (d: { exception: string; resolution: string }) => `${d.exception} is settled: ${d.resolution}`,
)

/** Differences, newest first: those nobody has settled, or all. */
export async function listExceptions(
  reader: Reader,
  { open = true, cursor, limit = 50 }: { readonly open?: boolean; readonly cursor?: string; readonly limit?: number },
): Promise<Page<BillException>> {
  let query = reader.db.selectFrom('sales.bill_exceptions').selectAll().where('shop_id', '=', reader.shopId)
  if (open) query = query.where('resolved_at', 'is', null)
  if (cursor) query = query.where(beyond(cursor, ['id']))
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.id])
  return { ...page, rows: page.rows.map(toException) }
}

/** @throws exceptionNotFound */
export async function loadException(reader: Reader, id: ExceptionId): Promise<BillException> {
  const row = await reader.db
    .selectFrom('sales.bill_exceptions')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw exceptionNotFound({ exception: id })
  return toException(row)
}

/** Settles a difference once. @throws exceptionSettled */
export async function settleException(
  tx: Tx,
  { id, resolution, note }: { readonly id: ExceptionId; readonly resolution: Resolution; readonly note: string },
): Promise<BillException> {
  const row = await tx.db
    .updateTable('sales.bill_exceptions')
    .set({ resolution, note, resolved_at: tx.now, resolved_by: tx.actor.name })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (row) return toException(row)
  throw exceptionSettled({ exception: id, resolution: (await loadException(tx, id)).resolution ?? '' })
}

const toException = (row: Selectable<SalesBillExceptions>): BillException => ({
  id: row.id as ExceptionId,
  billId: row.bill_id as BillId,
  kind: row.kind as BillException['kind'],
  about: row.about as BillException['about'],
  provider: row.provider,
  number: row.number,
  providerRef: row.provider_ref,
  orderId: row.order_id,
  oursStatus: row.ours_status,
  ours: row.ours_minor === null ? null : money(row.ours_minor, row.currency),
  theirs: row.theirs_minor === null ? null : money(row.theirs_minor, row.currency),
  happenedAt: row.happened_at,
  resolution: row.resolution as Resolution | null,
  note: row.note,
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by,
})
