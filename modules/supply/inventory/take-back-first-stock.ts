import { sql } from 'kysely'
import { saleItemsOf } from '#goods/catalog'
import { times } from '#kernel/money'
import type { VariantId } from '#model/goods/catalog'
import { postAll } from '#office/ledger'
import type { Tx } from '#platform/context'
import { changeBins } from './bin-store.ts'
import { changeLevels } from './level-store.ts'
import { type MovedSlot, type NewMovement, writeMovements } from './movement-store.ts'

export interface TakeBackFirstStock {
  readonly variantIds: readonly VariantId[]
  /** Judge only. */
  readonly dryRun: boolean
}

/**
 * Takes out what `receiveFirstStock` once took over of these variants, where all of it still lies there, free and promised to nobody:
 * movement, level, bin and books together, once. Answers the variants of which some has moved on since; their stock stays.
 * The job that tells the listing about empty products comes by within minutes.
 */
export async function takeBackFirstStock(tx: Tx, { variantIds, dryRun }: TakeBackFirstStock): Promise<Set<VariantId>> {
  const received = await firstStockOf(tx, variantIds)
  const moved = new Set(received.filter(({ isThere }) => !isThere).map(({ variantId }) => variantId))
  const back = received.filter(({ variantId, isBack }) => !moved.has(variantId) && !isBack)
  if (!dryRun && back.length > 0) await takeOut(tx, back)
  return moved
}

interface FirstStock extends MovedSlot {
  readonly sellable: boolean
  /** It was taken out before. */
  readonly isBack: boolean
  readonly isThere: boolean
}

/** Locks levels, then bins, in the order variant, warehouse, as everything that changes stock does. */
async function firstStockOf(tx: Tx, variantIds: readonly VariantId[]): Promise<FirstStock[]> {
  await sql`select 1 from supply.stock_levels where shop_id = ${tx.shopId} and variant_id = any(${variantIds}::uuid[])
    order by variant_id, warehouse_id for no key update`.execute(tx.db)
  const { rows } = await sql<FirstStock>`
    select m.variant_id as "variantId", m.warehouse_id as "warehouseId", m.bin_id as "binId", m.lot_id as "lotId", m.quantity, m.sellable,
      r.id is not null as "isBack",
      r.id is not null or (b.quantity - b.allocated >= m.quantity and (not m.sellable or l.on_hand - l.reserved >= m.quantity)) as "isThere"
    from supply.stock_movements m
    join supply.stock_levels l on l.shop_id = m.shop_id and l.variant_id = m.variant_id and l.warehouse_id = m.warehouse_id and l.bucket = 0
    join supply.bin_stock b on b.shop_id = m.shop_id and b.bin_id = m.bin_id and b.lot_id = m.lot_id and b.variant_id = m.variant_id
    left join supply.stock_movements r on r.shop_id = m.shop_id and r.cause = 'import_reversal' and r.cause_id = m.variant_id
    where m.shop_id = ${tx.shopId} and m.cause = 'import' and m.cause_id = any(${variantIds}::uuid[])
    order by m.variant_id, m.warehouse_id`.execute(tx.db)
  return rows
}

async function takeOut(tx: Tx, slots: readonly FirstStock[]): Promise<void> {
  const movements = slots.map(({ binId, lotId, variantId, warehouseId, quantity, sellable }): NewMovement => {
    const slot = { binId, lotId, variantId, warehouseId, sellable, quantity: -quantity }
    return { ...slot, kind: 'adjust', cause: 'import_reversal', causeId: variantId, reason: 'import' }
  })
  const ids = await writeMovements(tx, movements)
  const promised = movements.filter(({ sellable }) => sellable)
  if (promised.length > 0)
    await changeLevels(
      tx,
      promised.map(({ quantity, ...slot }) => ({ ...slot, onHand: quantity })),
    )
  await changeBins(tx, movements)
  await postBack(tx, movements, ids)
}

/** The opposite of what was posted when it came: at today's cost, as all corrections are. */
async function postBack(tx: Tx, movements: readonly NewMovement[], ids: readonly string[]): Promise<void> {
  const items = await saleItemsOf(
    tx,
    movements.map(({ variantId }) => variantId),
  )
  const booked = movements.flatMap(({ variantId, quantity }, at) => {
    const cost = items.get(variantId)?.cost
    if (!cost) return []
    const accounts = { debit: 'supplier_payables', credit: 'goods_in_stock' } as const
    return [{ ...accounts, amount: times(cost, -quantity), cause: 'stock_movement' as const, causeId: ids[at]! }]
  })
  await postAll(tx, booked)
}

/** Those of these variants that have ever moved: their history cannot be unsaid. */
export async function variantsEverMoved(tx: Tx, variantIds: readonly VariantId[]): Promise<Set<VariantId>> {
  const { rows } = await sql<{ id: VariantId }>`
    select v.id from unnest(${variantIds}::uuid[]) as v (id)
    where exists (select 1 from supply.stock_movements m where m.shop_id = ${tx.shopId} and m.variant_id = v.id)`.execute(
    tx.db,
  )
  return new Set(rows.map(({ id }) => id))
}
