import { sql } from 'kysely'
import { type Page, toPage } from '#kernel/page'
import type { WarehouseId } from '#model/supply/inventory'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { Outbound, OutboundId, OutboundStatus } from './model.ts'
import { outboundColumns, withLines } from './outbound-store.ts'

export interface OutboundFilter {
  readonly statuses?: readonly OutboundStatus[]
  readonly warehouseId?: WarehouseId
  /** Only in these warehouses. */
  readonly within?: readonly string[]
  readonly carrier?: string
  /** Only those whose dispatch promise has passed and that are still here. */
  readonly overdue?: boolean
  /** Number of the outbound or of its order. */
  readonly number?: string
  readonly cursor?: string
  readonly limit: number
}

/** Outbounds, newest first, a page at a time. */
export async function findOutbounds(reader: Reader, filter: OutboundFilter): Promise<Page<Outbound>> {
  const { statuses, warehouseId, within, carrier, overdue, number, cursor, limit } = filter
  let query = reader.db
    .selectFrom('supply.outbounds')
    .select(outboundColumns)
    .where('shop_id', '=', reader.shopId)
    .orderBy('released_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (statuses?.length) query = query.where('status', 'in', [...statuses])
  if (warehouseId) query = query.where('warehouse_id', '=', warehouseId)
  if (within) query = query.where('warehouse_id', 'in', [...within])
  if (carrier) query = query.where('carrier', '=', carrier)
  if (overdue)
    query = query.where('dispatch_by', '<', reader.now).where('status', 'not in', ['handed_over', 'cancelled'])
  if (number)
    query = query.where((eb) =>
      eb.or([
        eb('number', '=', number),
        eb('source_number', '=', number),
        sql<boolean>`${number} = any(source_numbers)`,
      ]),
    )
  if (cursor) query = query.where(beyond(cursor, ['released_at', 'id']))
  const page = toPage(await query.execute(), limit, (row) => [row.released_at.toString(), row.id])
  return { ...page, rows: await withLines(reader, page.rows) }
}

export interface OutboundCounts {
  readonly byStatus: Readonly<Record<string, number>>
  readonly overdue: number
}

/** How many outbounds stand at each open status, and how many are past their promise. */
export async function countOutbounds(
  reader: Reader,
  { warehouseId, within }: Pick<OutboundFilter, 'warehouseId' | 'within'> = {},
): Promise<OutboundCounts> {
  const { rows } = await sql<{ status: string; count: number; overdue: number }>`
    select status, count(*)::int as count, count(*) filter (where dispatch_by < ${reader.now})::int as overdue
    from supply.outbounds
    where shop_id = ${reader.shopId} and status not in ('handed_over', 'cancelled') ${warehouseId ? sql`and warehouse_id = ${warehouseId}` : sql``}
      ${within ? sql`and warehouse_id = any(${[...within]}::uuid[])` : sql``}
    group by status`.execute(reader.db)
  return {
    byStatus: Object.fromEntries(rows.map(({ status, count }) => [status, count])),
    overdue: rows.reduce((all, { overdue }) => all + overdue, 0),
  }
}

/** A line of the scanner's task list. */
export interface TaskRow {
  readonly outboundId: OutboundId
  readonly number: string
  readonly sourceNumber: string
  readonly status: OutboundStatus
  readonly carrier: string
  readonly dispatchBy: Temporal.Instant
  readonly picker: string | null
  readonly pieces: number
}

/** Open outbounds of a warehouse at some stages, most urgent first, at most 200. */
export async function listTasks(
  reader: Reader,
  { warehouseId, statuses }: { warehouseId: WarehouseId; statuses: readonly OutboundStatus[] },
): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select o.id as "outboundId", o.number, o.source_number as "sourceNumber", o.status, o.carrier, o.dispatch_by as "dispatchBy", o.picker,
      (select sum(l.quantity - l.short) from supply.outbound_lines l where l.shop_id = o.shop_id and l.outbound_id = o.id)::int as pieces
    from supply.outbounds o
    where o.shop_id = ${reader.shopId} and o.warehouse_id = ${warehouseId} and o.status = any(${[...statuses]}::text[])
      and o.status not in ('handed_over', 'cancelled')
    order by o.dispatch_by, o.id limit 200`.execute(reader.db)
  return rows
}

/** The outbound a scanned or typed number means: its own, its order's, or its parcel's waybill number. */
export async function outboundByNumber(
  reader: Reader,
  { number, within }: { readonly number: string } & Pick<OutboundFilter, 'within'>,
): Promise<OutboundId | undefined> {
  const { rows } = await sql<{ id: OutboundId }>`
    select o.id from supply.outbounds o
    left join supply.parcels p on p.shop_id = o.shop_id and p.outbound_id = o.id and p.status <> 'cancelled'
    where o.shop_id = ${reader.shopId} and (o.number = ${number} or o.source_number = ${number} or ${number} = any(o.source_numbers) or p.waybill_number = ${number})
      ${within ? sql`and o.warehouse_id = any(${[...within]}::uuid[])` : sql``}
    order by (o.status in ('handed_over', 'cancelled')), o.id limit 1`.execute(reader.db)
  return rows[0]?.id
}
