import { newId } from '#kernel/id'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { isDistrict } from '#platform/regions'
import type { Bin, BinId, WarehouseId, Zone } from './model.ts'
import { binCodeTaken, districtUnknown, warehouseCodeTaken } from './stock.ts'
import { loadWarehouse } from './warehouse-store.ts'

export interface OpenWarehouse {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** Sender on the waybills. */
  readonly contactName: string
  readonly contactPhone: string
  readonly districtCode: string
  readonly street: string
  readonly priority?: number
  readonly provinces?: readonly string[]
}

export interface NewBin {
  readonly code: string
  readonly zone: Zone
  readonly pathOrder: number
}

/** The bins without which no warehouse works; shelves are added by hand. */
const serviceBins: readonly NewBin[] = [
  { code: 'STAGE-01', zone: 'staging', pathOrder: 9_001 },
  { code: 'PACK-01', zone: 'packing', pathOrder: 9_002 },
  { code: 'RETURN-01', zone: 'returns', pathOrder: 9_003 },
  { code: 'QUARANTINE-01', zone: 'quarantine', pathOrder: 9_004 },
]

/** Opens a warehouse with its staging, packing, returns and quarantine bins. @throws warehouseCodeTaken, districtUnknown */
export async function openWarehouse(ctx: Context, input: OpenWarehouse): Promise<WarehouseId> {
  const { districtCode } = input
  if (!isDistrict(districtCode)) throw districtUnknown({ field: 'districtCode', districtCode })
  return transaction(ctx, async (tx) => {
    const id = newId<'Warehouse'>()
    const row = await tx.db
      .insertInto('supply.warehouses')
      .values({
        id,
        shop_id: tx.shopId,
        code: input.code,
        name: input.name,
        name_en: input.nameEn,
        contact_name: input.contactName,
        contact_phone: input.contactPhone,
        district_code: input.districtCode,
        street: input.street,
        priority: input.priority ?? 100,
        provinces: [...(input.provinces ?? [])],
      })
      .onConflict((conflict) => conflict.constraint('warehouses_code_key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw warehouseCodeTaken({ code: input.code, field: 'code' })
    for (const bin of serviceBins) await insertBin(tx, id, bin)
    await publish(tx, { type: 'warehouse.opened', aggregate: 'warehouse', id, data: { code: input.code } })
    return id
  })
}

/** Adds bins to a warehouse. @throws warehouseNotFound, binCodeTaken */
export function addBins(
  ctx: Context,
  { warehouseId, bins }: { warehouseId: WarehouseId; bins: readonly NewBin[] },
): Promise<Bin[]> {
  return transaction(ctx, async (tx) => {
    await loadWarehouse(tx, warehouseId)
    const added: Bin[] = []
    for (const bin of bins) added.push(await insertBin(tx, warehouseId, bin))
    await publish(tx, {
      type: 'warehouse.bins_added',
      aggregate: 'warehouse',
      id: warehouseId,
      data: { codes: bins.map(({ code }) => code) },
    })
    return added
  })
}

async function insertBin(tx: Tx, warehouseId: WarehouseId, { code, zone, pathOrder }: NewBin): Promise<Bin> {
  const id: BinId = newId<'Bin'>()
  const row = await tx.db
    .insertInto('supply.bins')
    .values({ id, shop_id: tx.shopId, warehouse_id: warehouseId, code, zone, path_order: pathOrder })
    .onConflict((conflict) => conflict.constraint('bins_code_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw binCodeTaken({ code, field: 'code' })
  return { id, warehouseId, code, zone, pathOrder }
}
