import { sql } from 'kysely'
import type { VariantId } from '#model/goods/catalog'
import type { Reader, Tx } from '#platform/context'
import type { WarehouseId } from './model.ts'

export interface LevelDelta {
  readonly variantId: VariantId
  readonly warehouseId: WarehouseId
  readonly onHand?: number
  readonly reserved?: number
}

/** What a change left at one warehouse; `change` is by how much the available quantity moved. */
export interface LevelChange {
  readonly variantId: VariantId
  readonly available: number
  readonly change: number
}

/** Levels that are about to be written for the first time. */
export async function ensureLevels(tx: Tx, deltas: readonly LevelDelta[]): Promise<void> {
  await sql`
    insert into supply.stock_levels (shop_id, variant_id, warehouse_id, updated_at)
    select distinct ${tx.shopId}::uuid, d.variant_id, d.warehouse_id, ${tx.now}::timestamptz
    from unnest(${deltas.map((d) => d.variantId)}::uuid[], ${deltas.map((d) => d.warehouseId)}::uuid[]) as d (variant_id, warehouse_id)
    order by 2, 3
    on conflict do nothing`.execute(tx.db)
}

/**
 * What a statement answers that adds to levels it has locked. It first adds to a row as it was before it waited for others, and the table refuses that
 * sum where it would break the promise, though nobody means to write it: the transaction is then repeated and meets the row as it is.
 */
export const writingLevels = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
  answer.catch((error) => {
    throw error.constraint === 'stock_levels_promise' ? startAgain('a level changed while we waited for it') : error
  })

/** The whole transaction is repeated and finds what the other one has done. */
export const startAgain = (why: string): Error => Object.assign(new Error(why), { code: '40001' })

/**
 * Adds to several levels at once, or changes nothing and answers undefined when any of them would break the promise
 * (0 ≤ reserved ≤ on hand). Rows are locked in the order variant, warehouse before the first is written.
 */
export async function changeLevels(tx: Tx, deltas: readonly LevelDelta[]): Promise<LevelChange[] | undefined> {
  const answer = sql<LevelChange>`
    with wanted as (
      select variant_id, warehouse_id, sum(on_hand)::int as on_hand, sum(reserved)::int as reserved
      from unnest(${deltas.map((d) => d.variantId)}::uuid[], ${deltas.map((d) => d.warehouseId)}::uuid[],
        ${deltas.map((d) => d.onHand ?? 0)}::int[], ${deltas.map((d) => d.reserved ?? 0)}::int[]) as d (variant_id, warehouse_id, on_hand, reserved)
      group by 1, 2),
    locked as (
      select l.on_hand + w.on_hand as on_hand, l.reserved + w.reserved as reserved
      from supply.stock_levels l join wanted w using (variant_id, warehouse_id)
      where l.shop_id = ${tx.shopId} and l.bucket = 0
      order by l.variant_id, l.warehouse_id
      for no key update of l)
    update supply.stock_levels l
    set on_hand = l.on_hand + w.on_hand, reserved = l.reserved + w.reserved, updated_at = ${tx.now}
    from wanted w
    where l.shop_id = ${tx.shopId} and l.variant_id = w.variant_id and l.warehouse_id = w.warehouse_id and l.bucket = 0
      and (select count(*) = (select count(*) from wanted) and coalesce(bool_and(reserved between 0 and on_hand), true) from locked)
    returning l.variant_id as "variantId", l.on_hand - l.reserved as available, w.on_hand - w.reserved as change`
  const { rows } = await writingLevels(answer.execute(tx.db))
  return rows.length === 0 && deltas.length > 0 ? undefined : rows
}

/** Available quantities over all open warehouses. */
export async function totalsOf(reader: Reader, variantIds: readonly VariantId[]): Promise<Map<VariantId, number>> {
  const { rows } = await sql<{ variant_id: VariantId; available: number }>`
    select l.variant_id, sum(l.on_hand - l.reserved)::int as available
    from supply.stock_levels l join supply.warehouses w on w.id = l.warehouse_id and w.status = 'open'
    where l.shop_id = ${reader.shopId} and l.variant_id = any(${[...variantIds]}::uuid[])
    group by l.variant_id`.execute(reader.db)
  return new Map(rows.map((row) => [row.variant_id, row.available]))
}
