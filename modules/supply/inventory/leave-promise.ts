import { sql } from 'kysely'
import { saleItemsOf } from '#goods/catalog'
import type { VariantId } from '#model/goods/catalog'
import { notify } from '#office/notices'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { Slot } from './bin-store.ts'
import { changeLevels } from './level-store.ts'
import type { WarehouseId } from './model.ts'
import { notSoMany } from './stock.ts'
import { tellListing } from './tell-listing.ts'

export interface LeavePromise extends Slot {
  readonly warehouseId: WarehouseId
  readonly quantity: number
  readonly cause: string
  /** A holder whose reservations are touched last: its goods are being picked elsewhere. */
  readonly spare?: string
}

interface Cut {
  readonly holder: string
  readonly lineId: string
  readonly quantity: number
}

/**
 * Takes goods out of what may be sold although they may be promised: what is then missing is taken from the newest
 * reservations, unpaid ones first, and their holders are told by `stock.short`. The promise therefore stays true (design, decided detail 2).
 * Goods that a picker has set aside or taken cannot be what is missing, so holders whose picking has begun come last.
 *
 * @throws notSoMany when the warehouse does not hold that many
 */
export async function leavePromise(
  tx: Tx,
  { binId, lotId, variantId, warehouseId, quantity, cause, spare }: LeavePromise,
): Promise<void> {
  const shortage = await lockShortage(tx, { variantId, warehouseId, quantity })
  const cuts = shortage > 0 ? await cutNewest(tx, { variantId, warehouseId, shortage, spare }) : []
  const changes = await changeLevels(tx, [{ variantId, warehouseId, onHand: -quantity, reserved: -shortage }])
  if (!changes) throw notSoMany({ binId, lotId, variantId, wanted: quantity, field: 'quantity' })
  if (cuts.length > 0) await tellShort(tx, { variantId, warehouseId, cause, holders: cuts })
  await tellListing(tx, changes)
}

async function lockShortage(
  tx: Tx,
  { variantId, warehouseId, quantity }: Pick<LeavePromise, 'variantId' | 'warehouseId' | 'quantity'>,
): Promise<number> {
  const { rows } = await sql<{ shortage: number }>`
    select greatest(0, reserved - (on_hand - ${quantity}::int)) as shortage from supply.stock_levels
    where shop_id = ${tx.shopId} and variant_id = ${variantId} and warehouse_id = ${warehouseId} and bucket = 0
    for no key update`.execute(tx.db)
  return rows[0]?.shortage ?? 0
}

/** The level's lock is held, and every change of a reservation takes it first: what is read here stays true. */
async function cutNewest(
  tx: Tx,
  {
    variantId,
    warehouseId,
    shortage,
    spare,
  }: { variantId: VariantId; warehouseId: WarehouseId; shortage: number; spare?: string },
): Promise<Cut[]> {
  const { rows } = await sql<Cut>`
    with held as (
      select r.*, exists (select from supply.outbounds o where o.shop_id = r.shop_id and o.source_id = r.holder_id
        and o.warehouse_id = r.warehouse_id and o.box = r.box and o.status not in ('released', 'cancelled')) as under_way
      from supply.reservations r
      where r.shop_id = ${tx.shopId} and r.variant_id = ${variantId} and r.warehouse_id = ${warehouseId} and r.status = 'held'),
    ranked as (
      select id, quantity, sum(quantity) over (order by (holder_id is not distinct from ${spare ?? null}::uuid), under_way,
        (expires_at is null), created_at desc, id desc) - quantity as earlier
      from held),
    cut as (select id, least(quantity, ${shortage}::int - earlier)::int as part from ranked where earlier < ${shortage}::int)
    update supply.reservations r set
      quantity = case when r.quantity > cut.part then r.quantity - cut.part else r.quantity end,
      status = case when r.quantity > cut.part then 'held' else 'released' end,
      ended_at = case when r.quantity > cut.part then null else ${tx.now}::timestamptz end
    from cut where r.id = cut.id
    returning r.holder_id as holder, r.line_id as "lineId", cut.part as quantity`.execute(tx.db)
  return rows
}

async function tellShort(
  tx: Tx,
  {
    variantId,
    warehouseId,
    cause,
    holders,
  }: { variantId: VariantId; warehouseId: WarehouseId; cause: string; holders: readonly Cut[] },
): Promise<void> {
  await publish(tx, {
    type: 'stock.short',
    aggregate: 'variant',
    id: variantId,
    data: { variantId, warehouseId, cause, holders },
  })
  const sku = (await saleItemsOf(tx, [variantId])).get(variantId)?.sku ?? variantId
  const dedupeKey = `stock.short:${variantId}:${warehouseId}:${tx.now.toString()}`
  await notify(tx, {
    permission: 'orders.review',
    kind: 'stock.short',
    subject: 'variant',
    subjectId: variantId,
    data: { sku, orders: holders.length, holders },
    dedupeKey,
  })
}
