import type { Selectable } from 'kysely'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { type Page, toPage } from '#kernel/page'
import type { ParcelId } from '#model/supply/shipping'
import { notify } from '#office/notices'
import type { Reader, Tx } from '#platform/context'
import type { SalesCashDifferences } from '#platform/database'
import { beyond } from '#platform/database'
import type { CashDifference, CashResolution, DifferenceId, DifferenceKind } from './model.ts'
import { differenceNotFound, differenceSettled } from './statement.ts'

export interface NewDifference
  extends Pick<CashDifference, 'kind' | 'carrier' | 'waybillNumber' | 'parcelId' | 'ours' | 'theirs'> {
  /** The line of a statement that differs; null when tracking told of it. */
  readonly lineId: string | null
}

/** Puts a difference into the queue and tells whoever settles money. */
export async function openDifference(
  tx: Tx,
  { lineId, parcelId, ours, theirs, ...rest }: NewDifference,
): Promise<void> {
  const id = newId<'CashDifference'>()
  const { kind, carrier, waybillNumber } = rest
  await tx.db
    .insertInto('sales.cash_differences')
    .values({
      id,
      shop_id: tx.shopId,
      line_id: lineId,
      parcel_id: parcelId,
      kind,
      carrier,
      waybill_number: waybillNumber,
      ours_minor: ours.minor,
      theirs_minor: theirs.minor,
      currency: ours.currency,
      created_at: tx.now,
    })
    .execute()
  await notify(tx, {
    permission: 'payments.settle',
    kind: 'cash.differs',
    subject: 'cash',
    subjectId: id,
    data: { carrier, waybillNumber },
    dedupeKey: `cash.differs:${id}`,
  })
}

/** Differences, newest first: those nobody has settled, or all. */
export async function listDifferences(
  reader: Reader,
  { open = true, cursor, limit = 50 }: { readonly open?: boolean; readonly cursor?: string; readonly limit?: number },
): Promise<Page<CashDifference>> {
  let query = differences(reader)
  if (open) query = query.where('resolved_at', 'is', null)
  if (cursor) query = query.where(beyond(cursor, ['id']))
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.id])
  return { ...page, rows: page.rows.map(toDifference) }
}

const differences = (reader: Reader) =>
  reader.db.selectFrom('sales.cash_differences').selectAll().where('shop_id', '=', reader.shopId)

/** @throws differenceNotFound */
export async function loadDifference(reader: Reader, id: DifferenceId): Promise<CashDifference> {
  const row = await differences(reader).where('id', '=', id).executeTakeFirst()
  if (!row) throw differenceNotFound({ difference: id })
  return toDifference(row)
}

/** Settles a difference once. @throws differenceSettled */
export async function settleDifference(
  tx: Tx,
  { id, resolution, note }: { readonly id: DifferenceId; readonly resolution: CashResolution; readonly note: string },
): Promise<CashDifference & { readonly lineId: string | null }> {
  const row = await tx.db
    .updateTable('sales.cash_differences')
    .set({ resolution, note, resolved_at: tx.now, resolved_by: tx.actor.name })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (row) return { ...toDifference(row), lineId: row.line_id }
  throw differenceSettled({ difference: id, resolution: (await loadDifference(tx, id)).resolution ?? '' })
}

/** The open difference of a kind that a parcel has; undefined when there is none. */
export async function openDifferenceOf(
  tx: Tx,
  { parcelId, kind }: { readonly parcelId: ParcelId; readonly kind: DifferenceKind },
): Promise<CashDifference | undefined> {
  const row = await differences(tx)
    .where('parcel_id', '=', parcelId)
    .where('kind', '=', kind)
    .where('resolved_at', 'is', null)
    .executeTakeFirst()
  return row && toDifference(row)
}

const toDifference = (row: Selectable<SalesCashDifferences>): CashDifference => ({
  id: row.id as DifferenceId,
  kind: row.kind as DifferenceKind,
  carrier: row.carrier,
  waybillNumber: row.waybill_number,
  parcelId: row.parcel_id as ParcelId | null,
  ours: money(row.ours_minor, row.currency),
  theirs: money(row.theirs_minor, row.currency),
  createdAt: row.created_at,
  resolution: row.resolution as CashResolution | null,
  note: row.note,
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by,
})
