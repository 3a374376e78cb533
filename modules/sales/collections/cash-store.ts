import { type Selectable, sql } from 'kysely'
import { type Money, money } from '#kernel/money'
import type { ParcelId } from '#model/supply/shipping'
import { loadShop } from '#office/shops'
import type { Reader, Tx } from '#platform/context'
import type { SalesCashParcels } from '#platform/database'
import { loadParcel } from '#supply/shipping'
import type { CashParcel, CashShare, CashStatus } from './model.ts'

export function toCashParcel(row: Selectable<SalesCashParcels>): CashParcel {
  const amount = (minor: number): Money => money(minor, row.currency)
  return {
    id: row.parcel_id as ParcelId,
    outboundId: row.outbound_id,
    sourceId: row.source_id,
    carrier: row.carrier,
    waybillNumber: row.waybill_number,
    status: row.status as CashStatus,
    expected: amount(row.expected_minor),
    collected: amount(row.collected_minor),
    handedIn: amount(row.handed_in_minor),
    writtenOff: amount(row.written_off_minor),
    fee: amount(row.fee_minor),
    outstanding: amount(row.collected_minor - row.handed_in_minor - row.written_off_minor),
    dispatchedAt: row.dispatched_at,
    collectedAt: row.collected_at,
    returnedAt: row.returned_at,
    gradedAt: row.graded_at,
    overdueAt: row.overdue_at,
  }
}

/** Follows a parcel that has left with cash to collect; undefined when there is nothing to collect. Doing it again changes nothing. */
export async function followCash(tx: Tx, parcelId: ParcelId): Promise<CashParcel | undefined> {
  const parcel = await loadParcel(tx, parcelId)
  if (parcel.collectMinor === 0 || !parcel.waybillNumber) return undefined
  const { currency } = await loadShop(tx)
  await tx.db
    .insertInto('sales.cash_parcels')
    .values({
      parcel_id: parcelId,
      shop_id: tx.shopId,
      outbound_id: parcel.outboundId,
      source_id: parcel.sourceId,
      carrier: parcel.carrier,
      waybill_number: parcel.waybillNumber,
      currency,
      expected_minor: parcel.collectMinor,
      dispatched_at: parcel.handedOverAt ?? tx.now,
    })
    .onConflict((conflict) => conflict.column('parcel_id').doNothing())
    .execute()
  return lockCash(tx, parcelId)
}

/** Holds a parcel's cash until the end of the transaction; undefined when it carries none. */
export async function lockCash(tx: Tx, parcelId: ParcelId): Promise<CashParcel | undefined> {
  const row = await tx.db
    .selectFrom('sales.cash_parcels')
    .selectAll()
    .where('shop_id', '=', tx.shopId)
    .where('parcel_id', '=', parcelId)
    .forUpdate()
    .executeTakeFirst()
  return row && toCashParcel(row)
}

/** Whether a parcel left with cash to collect. */
export async function isCashParcel(reader: Reader, parcelId: ParcelId): Promise<boolean> {
  const row = await reader.db
    .selectFrom('sales.cash_parcels')
    .select('parcel_id')
    .where('shop_id', '=', reader.shopId)
    .where('parcel_id', '=', parcelId)
    .executeTakeFirst()
  return row !== undefined
}

/** What an order owes box by box, and what has become of it. */
export async function cashSharesOf(reader: Reader, orderId: string): Promise<CashShare[]> {
  const { rows } = await sql<{
    outbound_id: CashShare['outboundId']
    order_id: CashShare['orderId']
    amount_minor: number
    currency: string
    status: CashStatus | null
  }>`
    select s.outbound_id, s.order_id, s.amount_minor, shop.currency, p.status
    from sales.cash_shares s
    join office.shops shop on shop.id = s.shop_id
    left join sales.cash_parcels p on p.shop_id = s.shop_id and p.outbound_id = s.outbound_id
    where s.shop_id = ${reader.shopId} and s.order_id = ${orderId} order by s.outbound_id`.execute(reader.db)
  return rows.map((row) => ({
    outboundId: row.outbound_id,
    orderId: row.order_id,
    amount: money(row.amount_minor, row.currency),
    status: row.status,
  }))
}

export type NewShare = Pick<CashShare, 'outboundId' | 'orderId' | 'amount'>

export interface ReplaceShares {
  readonly orderIds: readonly string[]
  /** Their boxes that have not left. */
  readonly outboundIds: readonly string[]
  /** Their boxes that have: what stands on those stays. */
  readonly gone: readonly string[]
  readonly shares: readonly NewShare[]
}

/** Says anew how much of what boxes are not gone these orders owe. */
export async function replaceShares(tx: Tx, { orderIds, outboundIds, gone, shares }: ReplaceShares): Promise<void> {
  await tx.db
    .deleteFrom('sales.cash_shares')
    .where('shop_id', '=', tx.shopId)
    .where(sql<boolean>`(outbound_id = any(${[...outboundIds]}::uuid[])
      or order_id = any(${[...orderIds]}::uuid[]) and outbound_id <> all(${[...gone]}::uuid[]))`)
    .execute()
  const rows = shares
    .filter(({ amount }) => amount.minor > 0)
    .map(({ outboundId, orderId, amount }) => ({
      shop_id: tx.shopId,
      outbound_id: outboundId,
      order_id: orderId,
      amount_minor: amount.minor,
    }))
  if (rows.length > 0) await tx.db.insertInto('sales.cash_shares').values(rows).execute()
}

/** Notes that the goods of a refused parcel were put away; false when they were before. */
export async function markGraded(tx: Tx, parcelId: ParcelId): Promise<boolean> {
  const row = await tx.db
    .updateTable('sales.cash_parcels')
    .set({ graded_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('parcel_id', '=', parcelId)
    .where('status', '=', 'returned')
    .where('graded_at', 'is', null)
    .returning('parcel_id')
    .executeTakeFirst()
  return row !== undefined
}
