import { sql } from 'kysely'
import type { VariantId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import type { BinId, LotId } from './model.ts'

/** One lot of one variant in one bin. */
export interface Slot {
  readonly binId: BinId
  readonly lotId: LotId
  readonly variantId: VariantId
}

export interface SlotDelta extends Slot {
  readonly quantity?: number
  readonly allocated?: number
}

/**
 * Adds to what lies in bins: all of it, or nothing and false when a slot would hold less than is allocated to pickers there.
 * Rows are locked in the order bin, lot, variant.
 */
export async function changeBins(tx: Tx, deltas: readonly SlotDelta[]): Promise<boolean> {
  const filled = deltas.filter(({ quantity = 0 }) => quantity > 0)
  if (filled.length > 0) await ensureSlots(tx, filled)
  const { rows } = await sql`
    with wanted as (
      select bin_id, lot_id, variant_id, sum(quantity)::int as quantity, sum(allocated)::int as allocated
      from unnest(${deltas.map((d) => d.binId)}::uuid[], ${deltas.map((d) => d.lotId)}::uuid[], ${deltas.map((d) => d.variantId)}::uuid[],
        ${deltas.map((d) => d.quantity ?? 0)}::int[], ${deltas.map((d) => d.allocated ?? 0)}::int[]) as d (bin_id, lot_id, variant_id, quantity, allocated)
      group by 1, 2, 3),
    locked as (
      select b.quantity + w.quantity as quantity, b.allocated + w.allocated as allocated
      from supply.bin_stock b join wanted w using (bin_id, lot_id, variant_id)
      where b.shop_id = ${tx.shopId}
      order by b.bin_id, b.lot_id, b.variant_id
      for no key update of b)
    update supply.bin_stock b set quantity = b.quantity + w.quantity, allocated = b.allocated + w.allocated
    from wanted w
    where b.shop_id = ${tx.shopId} and b.bin_id = w.bin_id and b.lot_id = w.lot_id and b.variant_id = w.variant_id
      and (select count(*) = (select count(*) from wanted) and coalesce(bool_and(allocated between 0 and quantity), true) from locked)
    returning b.bin_id`.execute(tx.db)
  return deltas.length === 0 || rows.length > 0
}

async function ensureSlots(tx: Tx, slots: readonly Slot[]): Promise<void> {
  await sql`
    insert into supply.bin_stock (shop_id, bin_id, lot_id, variant_id)
    select distinct ${tx.shopId}::uuid, s.bin_id, s.lot_id, s.variant_id
    from unnest(${slots.map((s) => s.binId)}::uuid[], ${slots.map((s) => s.lotId)}::uuid[], ${slots.map((s) => s.variantId)}::uuid[]) as s (bin_id, lot_id, variant_id)
    order by 2, 3, 4
    on conflict do nothing`.execute(tx.db)
}
