import { sql } from 'kysely'
import { decodeCursor, type Page, toPage } from '#kernel/page'
import type { VariantId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import type { BinId, LotId, LotStatus, WarehouseId, Zone } from './model.ts'

export interface StockFilter {
  readonly warehouseId?: WarehouseId
  /** Only in these warehouses. */
  readonly within?: readonly string[]
  readonly variantIds?: readonly VariantId[]
  /** `out`: nothing left to sell; `reserved`: something promised; `quarantined`: something set aside as unfit. */
  readonly state?: 'out' | 'reserved' | 'quarantined'
  readonly cursor?: string
  readonly limit: number
}

/** One variant in one warehouse. */
export interface StockRow {
  readonly variantId: VariantId
  readonly warehouseId: WarehouseId
  readonly onHand: number
  readonly reserved: number
  readonly available: number
  readonly quarantined: number
  /** In staging, returns and gift bins: in the house, not on sale. */
  readonly elsewhere: number
  readonly updatedAt: Temporal.Instant
}

/** Stock by variant and warehouse, a page at a time in the order in which variants were made (INV-01). */
export async function stockGrid(reader: Reader, filter: StockFilter): Promise<Page<StockRow>> {
  const { warehouseId, within, variantIds, state, cursor, limit } = filter
  const after = cursor ? decodeCursor(cursor, 2) : undefined
  const { rows } = await sql<StockRow>`
    select * from (
      select l.variant_id as "variantId", l.warehouse_id as "warehouseId", l.on_hand as "onHand", l.reserved, l.on_hand - l.reserved as available,
        l.updated_at as "updatedAt", coalesce(z.quarantined, 0)::int as quarantined, coalesce(z.elsewhere, 0)::int as elsewhere
      from supply.stock_levels l
      left join lateral (
        select sum(s.quantity) filter (where b.zone = 'quarantine') as quarantined, sum(s.quantity) filter (where b.zone in ('staging', 'returns', 'gift', 'transit')) as elsewhere
        from supply.bin_stock s join supply.bins b on b.id = s.bin_id and b.warehouse_id = l.warehouse_id
        where s.shop_id = l.shop_id and s.variant_id = l.variant_id) z on true
      where l.shop_id = ${reader.shopId} and l.bucket = 0
        ${warehouseId ? sql`and l.warehouse_id = ${warehouseId}` : sql``}
        ${within ? sql`and l.warehouse_id = any(${[...within]}::uuid[])` : sql``}
        ${variantIds ? sql`and l.variant_id = any(${[...variantIds]}::uuid[])` : sql``}
        ${after ? sql`and (l.variant_id, l.warehouse_id) > (${after[0]}::uuid, ${after[1]}::uuid)` : sql``}
        ${state === 'out' ? sql`and l.on_hand = l.reserved` : state === 'reserved' ? sql`and l.reserved > 0` : sql``}) grid
    ${state === 'quarantined' ? sql`where quarantined > 0` : sql``}
    order by "variantId", "warehouseId" limit ${limit + 1}`.execute(reader.db)
  return toPage(rows, limit, (row) => [row.variantId, row.warehouseId])
}

/** One lot of a variant in one bin. */
export interface BinStockRow {
  readonly warehouseId: WarehouseId
  readonly binId: BinId
  readonly bin: string
  readonly zone: Zone
  readonly lotId: LotId
  readonly lot: string
  readonly expiresOn: Temporal.PlainDate | null
  readonly lotStatus: LotStatus
  readonly quantity: number
  readonly allocated: number
}

/** Where a variant lies: by warehouse, along the path, lot by lot (INV-01). */
export async function stockByBin(
  reader: Reader,
  { variantId, within }: { readonly variantId: VariantId } & Pick<StockFilter, 'within'>,
): Promise<BinStockRow[]> {
  const { rows } = await sql<BinStockRow>`
    select b.warehouse_id as "warehouseId", b.id as "binId", b.code as bin, b.zone, t.id as "lotId", t.number as lot, t.expires_on as "expiresOn",
      t.status as "lotStatus", s.quantity, s.allocated
    from supply.bin_stock s
    join supply.bins b on b.id = s.bin_id
    join supply.lots t on t.shop_id = s.shop_id and t.id = s.lot_id
    where s.shop_id = ${reader.shopId} and s.variant_id = ${variantId} and s.quantity > 0
      ${within ? sql`and b.warehouse_id = any(${[...within]}::uuid[])` : sql``}
    order by b.warehouse_id, b.path_order, b.code, t.expires_on nulls last, t.number`.execute(reader.db)
  return rows
}
