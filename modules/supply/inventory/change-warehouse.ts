import { sql } from 'kysely'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { isDistrict } from '#platform/regions'
import type { Warehouse, WarehouseId } from './model.ts'
import { districtUnknown, warehouseHoldsGoods } from './stock.ts'
import { loadWarehouse } from './warehouse-store.ts'

/** Its code stands on shelves and papers and stays. */
export type ChangeWarehouse = Omit<Warehouse, 'id' | 'code'>

/**
 * Changes a warehouse: its name, the sender on its waybills, its place, which provinces it serves first, and whether it is open. A closed one
 * promises nothing, so only an empty one closes. The same again changes nothing.
 *
 * @throws warehouseNotFound, districtUnknown, warehouseHoldsGoods
 */
export async function changeWarehouse(ctx: Context, id: WarehouseId, wanted: ChangeWarehouse): Promise<Warehouse> {
  if (!isDistrict(wanted.districtCode))
    throw districtUnknown({ field: 'districtCode', districtCode: wanted.districtCode })
  return transaction(ctx, async (tx) => {
    await lockWarehouse(tx, id)
    const before = await loadWarehouse(tx, id)
    if (before.status === 'open' && wanted.status === 'closed') await mustBeEmpty(tx, before)
    await update(tx, id, wanted)
    const after = await loadWarehouse(tx, id)
    if (JSON.stringify(before) !== JSON.stringify(after))
      await publish(tx, { type: 'warehouse.changed', aggregate: 'warehouse', id, data: { before, after } })
    return after
  })
}

const lockWarehouse = ({ db, shopId }: Tx, id: WarehouseId) =>
  db
    .selectFrom('supply.warehouses')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

async function mustBeEmpty({ db, shopId }: Tx, { id, code }: Warehouse): Promise<void> {
  const { rows } = await sql`
    select from supply.bin_stock s join supply.bins b on b.id = s.bin_id
    where s.shop_id = ${shopId} and b.shop_id = ${shopId} and b.warehouse_id = ${id} and s.quantity > 0 limit 1`.execute(
    db,
  )
  if (rows.length > 0) throw warehouseHoldsGoods({ code, field: 'status' })
}

const update = ({ db, shopId }: Tx, id: WarehouseId, wanted: ChangeWarehouse) =>
  db
    .updateTable('supply.warehouses')
    .set({
      name: wanted.name,
      name_en: wanted.nameEn,
      contact_name: wanted.contactName,
      contact_phone: wanted.contactPhone,
      district_code: wanted.districtCode,
      street: wanted.street,
      priority: wanted.priority,
      provinces: [...wanted.provinces],
      status: wanted.status,
    })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
