import { sql } from 'kysely'
import { say } from '#kernel/text'
import { limitOf } from '#platform/context'
import type { ExportKind, ExportReader, ExportRow } from '#platform/exports'
import { movementsText } from './stock-import-text.ts'

const rowsOfBatch = 1_000

/** Every movement of stock, oldest first: what was brought, taken or carried where, why, and by whom. */
export const movementsExport = (): ExportKind => ({
  kind: 'movements',
  label: { zh: '库存流水', en: 'Stock movements' },
  permission: 'stock.read',
  columns: [
    { field: 'at', label: { zh: '时间', en: 'Time' } },
    { field: 'kind', label: { zh: '类型', en: 'Kind' } },
    { field: 'sku', label: { zh: '商家编码', en: 'SKU' } },
    { field: 'quantity', label: { zh: '数量', en: 'Quantity' } },
    { field: 'warehouse', label: { zh: '仓库', en: 'Warehouse' } },
    { field: 'bin', label: { zh: '库位', en: 'Bin' } },
    { field: 'lot', label: { zh: '批次', en: 'Lot' } },
    { field: 'reason', label: { zh: '原因', en: 'Reason' } },
    { field: 'actor', label: { zh: '操作人', en: 'By' } },
  ],
  filters: { variantId: 'id', warehouseId: 'id' },
  rows: async function* (reader, { variantId, warehouseId }) {
    let after: string | undefined
    do {
      const rows = await movementsAfter(reader, { variantId, warehouseId, after })
      yield rows.map((row) => toRow(reader, row))
      after = rows.length === rowsOfBatch ? rows.at(-1)!.id : undefined
    } while (after)
  },
})

interface MovementRow {
  readonly id: string
  readonly at: Temporal.Instant
  readonly kind: string
  readonly sku: string
  readonly quantity: number
  readonly warehouse: string
  readonly bin: string
  readonly lot: string
  readonly reason: string
  readonly actor: string
}

const toRow = ({ locale }: ExportReader, { id: _, at, kind, ...row }: MovementRow): ExportRow => ({
  ...row,
  at: at.toString(),
  kind: say(movementsText, locale, `inventory.movement.${kind}`),
})

async function movementsAfter(
  reader: ExportReader,
  { variantId, warehouseId, after }: { variantId?: string; warehouseId?: string; after: string | undefined },
): Promise<MovementRow[]> {
  const within = limitOf(reader.actor, 'stock.read')
  const { rows } = await sql<MovementRow>`
    select m.id, m.at, m.kind, coalesce(v.sku, '') as sku, m.quantity, w.code as warehouse, b.code as bin, t.number as lot, m.reason, m.actor_name as actor
    from supply.stock_movements m
    join supply.warehouses w on w.id = m.warehouse_id
    join supply.bins b on b.id = m.bin_id
    join supply.lots t on t.shop_id = m.shop_id and t.id = m.lot_id
    left join goods.variants v on v.shop_id = m.shop_id and v.id = m.variant_id
    where m.shop_id = ${reader.shopId}
      ${variantId ? sql`and m.variant_id = ${variantId}` : sql``} ${warehouseId ? sql`and m.warehouse_id = ${warehouseId}` : sql``}
      ${within ? sql`and m.warehouse_id = any(${[...within]}::uuid[])` : sql``}
      ${after ? sql`and m.id > ${after}::uuid` : sql``}
    order by m.id limit ${rowsOfBatch}`.execute(reader.db)
  return rows
}
