import { sql } from 'kysely'
import type { ExportKind, ExportReader, ExportRow } from '#platform/exports'
import { trackingColumns } from './tracking-columns.ts'

const rowsOfBatch = 1_000

/** The parcels of orders with their waybill numbers, as `trackingImport` reads them and other systems want them back. */
export const trackingExport = (): ExportKind => ({
  kind: 'tracking',
  label: { zh: '运单号', en: 'Waybill numbers' },
  permission: 'outbound.read',
  columns: [
    ...trackingColumns.map(({ field, label }) => ({ field, label })),
    { field: 'source', label: { zh: '来源', en: 'Order source' } },
    { field: 'external', label: { zh: '外部订单号', en: 'External number' } },
    { field: 'sentAt', label: { zh: '交接时间', en: 'Handed over at' } },
  ],
  filters: {},
  rows: async function* (reader) {
    let after: string | undefined
    do {
      const rows = await parcelsAfter(reader, after)
      yield rows.map(({ id: _, sentAt, ...row }): ExportRow => ({ ...row, sentAt: sentAt?.toString() ?? null }))
      after = rows.length === rowsOfBatch ? rows.at(-1)!.id : undefined
    } while (after)
  },
})

interface ParcelRow {
  readonly id: string
  readonly order: string
  readonly parcel: string
  readonly carrier: string
  readonly waybill: string
  readonly weight: number | null
  readonly source: string | null
  readonly external: string | null
  readonly sentAt: Temporal.Instant | null
}

async function parcelsAfter(reader: ExportReader, after: string | undefined): Promise<ParcelRow[]> {
  const { rows } = await sql<ParcelRow>`
    select p.id, o.number as "order", p.number as parcel, p.carrier, p.waybill_number as waybill, p.weight_grams as weight, o.source,
      o.external_number as external, p.handed_over_at as "sentAt"
    from supply.parcels p
    cross join lateral (select number, source, external_number from sales.orders
      where shop_id = p.shop_id and (id = p.source_id or shipment_id = p.source_id) order by placed_at limit 1) o
    where p.shop_id = ${reader.shopId} and p.status <> 'cancelled' and p.waybill_number is not null ${after ? sql`and p.id > ${after}::uuid` : sql``}
    order by p.id limit ${rowsOfBatch}`.execute(reader.db)
  return rows
}
