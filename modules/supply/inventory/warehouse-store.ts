import { dayIn } from '#kernel/day'
import type { VariantId } from '#model/goods/catalog'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import type { Bin, BinId, Warehouse, WarehouseId, Zone } from './model.ts'
import { binNotFound, warehouseNotFound, zoneMissing } from './stock.ts'

/** The shop's warehouses in the order in which they are asked. */
export async function warehouses(reader: Reader): Promise<Warehouse[]> {
  const rows = await reader.db
    .selectFrom('supply.warehouses')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .orderBy('priority')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    id: row.id as WarehouseId,
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    districtCode: row.district_code,
    street: row.street,
    priority: row.priority,
    provinces: row.provinces,
    status: row.status as Warehouse['status'],
  }))
}

/** One warehouse. @throws warehouseNotFound */
export async function loadWarehouse(reader: Reader, warehouseId: string, field = 'warehouseId'): Promise<Warehouse> {
  const found = (await warehouses(reader)).find(({ id }) => id === warehouseId)
  if (!found) throw warehouseNotFound({ warehouseId, field })
  return found
}

interface BinRow {
  id: string
  warehouse_id: string
  code: string
  zone: string
  path_order: number
}

const toBin = (row: BinRow): Bin => ({
  id: row.id as BinId,
  warehouseId: row.warehouse_id as WarehouseId,
  code: row.code,
  zone: row.zone as Zone,
  pathOrder: row.path_order,
})

const bins = (reader: Reader) =>
  reader.db
    .selectFrom('supply.bins')
    .select(['id', 'warehouse_id', 'code', 'zone', 'path_order'])
    .where('shop_id', '=', reader.shopId)

/** The bins of a warehouse along the picker's way. */
export async function binsOf(reader: Reader, warehouseId: WarehouseId): Promise<Bin[]> {
  return (
    await bins(reader).where('warehouse_id', '=', warehouseId).orderBy('path_order').orderBy('code').execute()
  ).map(toBin)
}

/** One bin. @throws binNotFound */
export async function loadBin(reader: Reader, binId: string, field = 'binId'): Promise<Bin> {
  const row = await bins(reader).where('id', '=', binId).executeTakeFirst()
  if (!row) throw binNotFound({ bin: binId, field })
  return toBin(row)
}

/** The first bin of a zone: where goods go when nobody says exactly where. @throws zoneMissing */
export async function firstBin(reader: Reader, warehouseId: WarehouseId, zone: Zone): Promise<Bin> {
  const row = await bins(reader)
    .where('warehouse_id', '=', warehouseId)
    .where('zone', '=', zone)
    .orderBy('path_order')
    .orderBy('code')
    .executeTakeFirst()
  if (!row) throw zoneMissing({ warehouseId, zone })
  return toBin(row)
}

/** The packing table: always the first one that was set up, so that goods are found where they were put. @throws zoneMissing */
export async function packingBinOf(reader: Reader, warehouseId: WarehouseId): Promise<Bin> {
  const row = await bins(reader)
    .where('warehouse_id', '=', warehouseId)
    .where('zone', '=', 'packing')
    .orderBy('id')
    .executeTakeFirst()
  if (!row) throw zoneMissing({ warehouseId, zone: 'packing' })
  return toBin(row)
}

/** The shelf where a variant lies, or else the first one along the path. @throws zoneMissing */
export async function usualBin(
  reader: Reader,
  { warehouseId, variantId }: { warehouseId: WarehouseId; variantId: VariantId },
): Promise<Bin> {
  const row = await reader.db
    .selectFrom('supply.bin_stock as stock')
    .innerJoin('supply.bins as bin', 'bin.id', 'stock.bin_id')
    .select(['bin.id', 'bin.warehouse_id', 'bin.code', 'bin.zone', 'bin.path_order'])
    .where('stock.shop_id', '=', reader.shopId)
    .where('stock.variant_id', '=', variantId)
    .where('bin.warehouse_id', '=', warehouseId)
    .where('bin.zone', '=', 'pick')
    .orderBy('stock.quantity', 'desc')
    .orderBy('bin.path_order')
    .executeTakeFirst()
  return row ? toBin(row) : firstBin(reader, warehouseId, 'pick')
}

/** Today in the shop's zone: the day by which lots expire. */
export const shopToday = async (reader: Reader): Promise<Temporal.PlainDate> =>
  dayIn(reader.now, (await loadShop(reader)).timeZone)
