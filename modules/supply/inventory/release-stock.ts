import { sql } from 'kysely'
import { piecesIn } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { eachOf } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import type { LevelChange } from './level-store.ts'
import type { WarehouseId } from './model.ts'
import { endReservations, lockReservations } from './reservation-store.ts'
import { inventorySettings } from './settings.ts'
import { notReserved } from './stock.ts'
import { tellListing } from './tell-listing.ts'

/** Gives back everything a holder has set aside. Doing it again changes nothing; what was dispatched stays dispatched. */
export async function releaseStock(tx: Tx, { holder }: { holder: string }): Promise<void> {
  await tellListing(tx, await endReservations(tx, { holder }))
}

/**
 * Gives back a part of one line, from the warehouse and the box named or else from the last ones.
 * @throws notReserved when the line does not hold that many
 */
export async function releaseLines(
  tx: Tx,
  {
    holder,
    lineId,
    quantity,
    warehouseId,
    box,
  }: { holder: string; lineId: string; quantity: number; warehouseId?: WarehouseId; box?: number },
): Promise<void> {
  const held = await lockReservations(tx, { holder, lineId, warehouseId, box })
  if (piecesIn(held) < quantity) throw notReserved({ holder, lineId, quantity })
  let left = quantity
  const changes: LevelChange[] = []
  for (const row of held) {
    const part = Math.min(left, row.quantity)
    if (part > 0) changes.push(await cutReservation(tx, { id: row.id, part }))
    left -= part
  }
  await tellListing(tx, changes)
}

async function cutReservation(tx: Tx, { id, part }: { id: string; part: number }): Promise<LevelChange> {
  const { rows } = await sql<LevelChange>`
    with cut as (
      update supply.reservations set
        quantity = case when quantity > ${part}::int then quantity - ${part}::int else quantity end,
        status = case when quantity > ${part}::int then 'held' else 'released' end,
        ended_at = case when quantity > ${part}::int then null else ${tx.now}::timestamptz end
      where shop_id = ${tx.shopId} and id = ${id} and status = 'held' and quantity >= ${part}::int
      returning variant_id, warehouse_id)
    update supply.stock_levels l set reserved = l.reserved - ${part}::int, updated_at = ${tx.now}
    from cut where l.shop_id = ${tx.shopId} and l.variant_id = cut.variant_id and l.warehouse_id = cut.warehouse_id and l.bucket = 0
    returning l.variant_id as "variantId", l.on_hand - l.reserved as available, ${part}::int as change`.execute(tx.db)
  return rows[0]!
}

/** The buyer has paid: the reservation no longer expires. False when any of it had been released before. */
export async function keepReservation(tx: Tx, { holder }: { holder: string }): Promise<boolean> {
  const { rows } = await sql<{ kept: number; lost: number }>`
    with kept as (
      update supply.reservations set expires_at = null
      where shop_id = ${tx.shopId} and holder_id = ${holder} and status = 'held' returning id)
    select count(k.id)::int as kept, count(*) filter (where k.id is null and r.status <> 'consumed')::int as lost
    from supply.reservations r left join kept k using (id)
    where r.shop_id = ${tx.shopId} and r.holder_id = ${holder}`.execute(tx.db)
  return rows[0]!.kept > 0 && rows[0]!.lost === 0
}

/**
 * Job. Releases reservations whose holder should have given them back long ago and never did. A payment that keeps one
 * at the same moment wins or loses in the database.
 */
export async function sweepReservations(ctx: Context): Promise<number> {
  const { reservationGrace } = await readSettings(ctx, inventorySettings)
  const dueBefore = ctx.now.subtract({ minutes: reservationGrace })
  const { rows } = await sql<{ holder: string }>`
    select distinct holder_id as holder from supply.reservations
    where shop_id = ${ctx.shopId} and status = 'held' and expires_at < ${dueBefore} order by 1 limit 500`.execute(
    ctx.db,
  )
  await eachOf(rows, ({ holder }) => transaction(ctx, (tx) => releaseForgotten(tx, { holder, dueBefore })))
  return rows.length
}

async function releaseForgotten(
  tx: Tx,
  { holder, dueBefore }: { holder: string; dueBefore: Temporal.Instant },
): Promise<void> {
  const changes = await endReservations(tx, { holder, dueBefore })
  if (changes.length === 0) return
  const variantIds: VariantId[] = changes.map(({ variantId }) => variantId)
  await publish(tx, { type: 'reservation.expired', aggregate: 'reservation', id: holder, data: { holder, variantIds } })
  await tellListing(tx, changes)
}
