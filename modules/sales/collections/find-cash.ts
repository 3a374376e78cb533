import { sql } from 'kysely'
import { daysLater } from '#kernel/day'
import { money } from '#kernel/money'
import { type Page, toPage } from '#kernel/page'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import { readSettings } from '#platform/settings'
import { toCashParcel } from './cash-store.ts'
import type { CarrierCash, CashList, CashParcel } from './model.ts'
import { collectionsSettings } from './settings.ts'

export interface CashFilter {
  readonly list?: CashList
  readonly carrier?: string
  readonly waybillNumber?: string
  readonly cursor?: string
  readonly limit?: number
}

const isOutstanding = sql<boolean>`collected_minor > handed_in_minor + written_off_minor`

/** Boxes with cash to collect, newest first. */
export async function findCash(reader: Reader, filter: CashFilter = {}): Promise<Page<CashParcel>> {
  const { list = 'all', carrier, waybillNumber, cursor, limit = 50 } = filter
  let query = reader.db.selectFrom('sales.cash_parcels').selectAll().where('shop_id', '=', reader.shopId)
  if (list === 'outstanding' || list === 'overdue') query = query.where(isOutstanding)
  if (list === 'overdue') query = query.where('collected_at', '<=', await lateSince(reader))
  if (list === 'on_the_way' || list === 'disputed') query = query.where('status', '=', list)
  if (list === 'to_grade') query = query.where('status', '=', 'returned').where('graded_at', 'is', null)
  if (carrier) query = query.where('carrier', '=', carrier)
  if (waybillNumber) query = query.where('waybill_number', '=', waybillNumber.trim())
  if (cursor) query = query.where(beyond(cursor, ['parcel_id']))
  const rows = await query
    .orderBy('parcel_id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.parcel_id])
  return { ...page, rows: page.rows.map(toCashParcel) }
}

/** Who holds how much of our cash, carrier by carrier. */
export async function cashByCarrier(reader: Reader): Promise<CarrierCash[]> {
  const { currency } = await loadShop(reader)
  const { rows } = await sql<Record<'carrier', string> & Sums & { readonly oldest: Temporal.Instant | null }>`
    select carrier,
      coalesce(sum(expected_minor) filter (where status = 'on_the_way'), 0)::int8 as on_the_way,
      sum(collected_minor)::int8 as collected, sum(handed_in_minor)::int8 as handed_in, sum(written_off_minor)::int8 as written_off,
      sum(collected_minor - handed_in_minor - written_off_minor)::int8 as outstanding,
      coalesce(sum(collected_minor - handed_in_minor - written_off_minor) filter (where collected_at <= ${await lateSince(reader)}::timestamptz), 0)::int8 as overdue,
      min(collected_at) filter (where ${isOutstanding}) as oldest
    from sales.cash_parcels where shop_id = ${reader.shopId} group by carrier order by carrier`.execute(reader.db)
  return rows.map((row) => ({
    carrier: row.carrier,
    onTheWay: money(row.on_the_way, currency),
    collected: money(row.collected, currency),
    handedIn: money(row.handed_in, currency),
    writtenOff: money(row.written_off, currency),
    outstanding: money(row.outstanding, currency),
    overdue: money(row.overdue, currency),
    oldest: row.oldest,
  }))
}

type Sums = Readonly<
  Record<'on_the_way' | 'collected' | 'handed_in' | 'written_off' | 'outstanding' | 'overdue', number>
>

/** What was collected before this should have been handed in by now. */
export async function lateSince(reader: Reader): Promise<Temporal.Instant> {
  const { handInWithin } = await readSettings(reader, collectionsSettings)
  const { timeZone } = await loadShop(reader)
  return daysLater(reader.now, -handInWithin, timeZone)
}
