import { sql } from 'kysely'
import type { Reader } from '#platform/context'
import type { Considered, WarehouseId } from './model.ts'

/** From where some pieces of a line come, and which warehouses had been asked; null where staff chose, or before that was kept. */
export interface WhereFrom {
  readonly lineId: string
  readonly warehouseId: WarehouseId
  readonly quantity: number
  readonly considered: readonly Considered[] | null
}

/** What is set aside for a holder's lines, or has left for them. */
export async function whereFrom(
  { db, shopId }: Reader,
  { holder, lineIds }: { readonly holder: string; readonly lineIds: readonly string[] },
): Promise<WhereFrom[]> {
  const { rows } = await sql<WhereFrom>`
    select line_id as "lineId", warehouse_id as "warehouseId", sum(quantity)::int as quantity, (array_agg(considered order by created_at))[1] as considered from supply.reservations
    where shop_id = ${shopId} and holder_id = ${holder} and status in ('held', 'consumed') and line_id = any(${[...lineIds]}::uuid[])
    group by line_id, warehouse_id order by line_id, warehouse_id`.execute(db)
  return rows
}
