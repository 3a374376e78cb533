import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Reader, Tx } from '#platform/context'
import type { Slot } from './bin-store.ts'
import type { MovementKind, WarehouseId } from './model.ts'

export interface NewMovement extends Slot {
  readonly warehouseId: WarehouseId
  readonly quantity: number
  /** Whether the bin counts towards the promise at this moment. */
  readonly sellable: boolean
  readonly kind: MovementKind
  readonly cause: string
  readonly causeId: string
  readonly reason?: string
}

/**
 * Writes movements; a cause that has moved the same lot of a bin before writes nothing. Answers the ids of the rows written:
 * the caller changes levels and bins for those and no others.
 */
export async function writeMovements(tx: Tx, movements: readonly NewMovement[]): Promise<string[]> {
  const column = (pick: (one: NewMovement) => unknown) => movements.map(pick)
  const { rows } = await sql<{ id: string }>`
    insert into supply.stock_movements (id, shop_id, variant_id, warehouse_id, bin_id, lot_id, quantity, sellable, kind, cause, cause_id, reason, actor_name, at)
    select m.id, ${tx.shopId}::uuid, m.variant_id, m.warehouse_id, m.bin_id, m.lot_id, m.quantity, m.sellable, m.kind, m.cause, m.cause_id, m.reason,
      ${tx.actor.name}, ${tx.now}::timestamptz
    from unnest(${column(() => newId())}::uuid[], ${column((m) => m.variantId)}::uuid[], ${column((m) => m.warehouseId)}::uuid[], ${column((m) => m.binId)}::uuid[],
      ${column((m) => m.lotId)}::uuid[], ${column((m) => m.quantity)}::int[], ${column((m) => m.sellable)}::boolean[], ${column((m) => m.kind)}::text[],
      ${column((m) => m.cause)}::text[], ${column((m) => m.causeId)}::uuid[], ${column((m) => m.reason ?? '')}::text[])
      as m (id, variant_id, warehouse_id, bin_id, lot_id, quantity, sellable, kind, cause, cause_id, reason)
    on conflict on constraint stock_movements_once do nothing
    returning id`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** What one cause brought into or took out of a bin. */
export interface MovedSlot extends Slot {
  readonly warehouseId: WarehouseId
  readonly quantity: number
}

/** Every slot that a cause moved, in the order in which it did. */
export async function movedBy(
  reader: Reader,
  { cause, causeId }: { cause: string; causeId: string },
): Promise<MovedSlot[]> {
  const { rows } = await sql<MovedSlot>`
    select bin_id as "binId", lot_id as "lotId", variant_id as "variantId", warehouse_id as "warehouseId", quantity
    from supply.stock_movements where shop_id = ${reader.shopId} and cause = ${cause} and cause_id = ${causeId} order by id`.execute(
    reader.db,
  )
  return rows
}
