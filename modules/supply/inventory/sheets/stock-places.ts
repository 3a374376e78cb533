import { sql } from 'kysely'
import type { VariantId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import type { BinId, LotId, LotStatus, Warehouse, WarehouseId, Zone } from '../model.ts'
import { warehouses } from '../warehouse-store.ts'

export interface SheetBin {
  readonly id: BinId
  readonly code: string
  readonly zone: Zone
  readonly warehouseId: WarehouseId
}

export interface SheetSlot {
  readonly variantId: VariantId
  readonly binId: BinId
  readonly lotId: LotId
  readonly lot: string
  readonly quantity: number
  readonly allocated: number
}

export interface SheetLot {
  readonly id: LotId
  readonly variantId: VariantId
  readonly number: string
  readonly producedOn: Temporal.PlainDate | null
  readonly expiresOn: Temporal.PlainDate | null
  readonly status: LotStatus
}

/** Where goods may lie and where these variants do: read once for a batch of rows. */
export interface StockPlaces {
  readonly warehouses: readonly Warehouse[]
  /** Along the picker's way. */
  readonly bins: readonly SheetBin[]
  readonly slots: readonly SheetSlot[]
  readonly lots: readonly SheetLot[]
}

export async function stockPlaces(reader: Reader, variantIds: readonly VariantId[]): Promise<StockPlaces> {
  const ids = [...variantIds]
  const bins = await sql<SheetBin>`
    select id, code, zone, warehouse_id as "warehouseId" from supply.bins where shop_id = ${reader.shopId} order by path_order, code`.execute(
    reader.db,
  )
  const slots = await sql<SheetSlot>`
    select s.variant_id as "variantId", s.bin_id as "binId", s.lot_id as "lotId", t.number as lot, s.quantity, s.allocated
    from supply.bin_stock s join supply.lots t on t.shop_id = s.shop_id and t.id = s.lot_id
    where s.shop_id = ${reader.shopId} and s.variant_id = any(${ids}::uuid[]) order by s.quantity desc, s.bin_id`.execute(
    reader.db,
  )
  const lots = await sql<SheetLot>`
    select id, variant_id as "variantId", number, produced_on as "producedOn", expires_on as "expiresOn", status
    from supply.lots where shop_id = ${reader.shopId} and variant_id = any(${ids}::uuid[])`.execute(reader.db)
  return { warehouses: await warehouses(reader), bins: bins.rows, slots: slots.rows, lots: lots.rows }
}
