import { sql } from 'kysely'
import { piecesIn } from '#kernel/quantity'
import type { WarehouseId } from '#model/supply/inventory'
import { settleNotices } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { lockReservations } from '#supply/inventory'
import { createParcel } from '#supply/shipping'
import type { Outbound, OutboundId, PickTask } from './model.ts'
import { heldBy, nothingToPick, openPieces } from './outbound.ts'
import { advanceOutbound, countLine, loadOutbound, lockOutbound } from './outbound-store.ts'
import { addPicks, picksOf, uncovered } from './pick-store.ts'
import { loadPickTask } from './pick-task.ts'
import { settlePicking } from './settle-picking.ts'

/**
 * A picker takes an outbound: goods are set aside bin by bin (first expired first, else first in) and the waybill number is asked for
 * meanwhile (OUT-05). The same picker asking again gets the task as it stands.
 *
 * @throws heldBy when somebody else has it, unless `takeOver`
 * @throws outboundCannot when it is past picking or withdrawn
 */
export function startPicking(
  ctx: Context,
  { outboundId, takeOver = false }: { outboundId: OutboundId; takeOver?: boolean },
): Promise<PickTask> {
  return transaction(ctx, async (tx) => {
    const outbound = await lockOutbound(tx, outboundId)
    if (outbound.status === 'picking') await resume(tx, outbound, takeOver)
    else await beginPicking(tx, outbound)
    return loadPickTask(tx, outboundId)
  })
}

/** The most urgent outbound nobody has begun, or the one this picker has not finished. @throws nothingToPick */
export function takeNextTask(ctx: Context, { warehouseId }: { warehouseId: WarehouseId }): Promise<PickTask> {
  return transaction(ctx, async (tx) => {
    const mine = await findTask(
      tx,
      sql`status = 'picking' and picker = ${tx.actor.name} and warehouse_id = ${warehouseId}`,
    )
    const next = mine ?? (await findTask(tx, sql`status = 'released' and warehouse_id = ${warehouseId}`))
    if (!next) throw nothingToPick({})
    if (!mine) await beginPicking(tx, await loadOutbound(tx, next))
    return loadPickTask(tx, next)
  })
}

/** Rows that another picker is just taking are passed over. */
async function findTask(tx: Tx, which: ReturnType<typeof sql>): Promise<OutboundId | undefined> {
  const { rows } = await sql<{ id: OutboundId }>`
    select id from supply.outbounds where shop_id = ${tx.shopId} and ${which}
    order by dispatch_by, id limit 1 for no key update skip locked`.execute(tx.db)
  return rows[0]?.id
}

/** Sets the goods of a released outbound aside, bin by bin, and announces its parcel. */
export async function beginPicking(tx: Tx, outbound: Outbound): Promise<void> {
  const { id, warehouseId, sourceId, carrier, collectMinor } = outbound
  await advanceOutbound(tx, id, 'start', { picker: tx.actor.name })
  const lines = await dropUnreserved(tx, outbound)
  await addPicks(tx, { outboundId: id, warehouseId, lines })
  await createParcel(tx, { outboundId: id, sourceId, carrier, collectMinor })
  await publish(tx, {
    type: 'outbound.picking_started',
    aggregate: 'outbound',
    id,
    data: { outboundId: id, sourceId, picker: tx.actor.name },
  })
  await settleNotices(tx, { subject: 'outbound', subjectId: id, kinds: ['outbound.released'] })
  if (lines.length === 0) await settlePicking(tx, id)
}

/** A stock count may have taken goods from the order since it was released: those pieces are short from the start. */
async function dropUnreserved(tx: Tx, { lines, sourceId, warehouseId, box }: Outbound) {
  const held = await lockReservations(tx, { holder: sourceId, warehouseId, box })
  const wanted = []
  for (const line of lines) {
    const reserved = piecesIn(held.filter(({ lineId }) => lineId === line.sourceLineId))
    const quantity = Math.min(reserved, openPieces(line))
    if (quantity < openPieces(line)) await countLine(tx, line.id, { short: openPieces(line) - quantity })
    if (quantity > 0) wanted.push({ lineId: line.id, variantId: line.variantId, quantity })
  }
  return wanted
}

async function resume(tx: Tx, outbound: Outbound, takeOver: boolean): Promise<void> {
  const { id: outboundId, warehouseId, picker } = outbound
  if (picker !== tx.actor.name) {
    if (!takeOver) throw heldBy({ outboundId, name: picker ?? '' })
    await tx.db
      .updateTable('supply.outbounds')
      .set({ picker: tx.actor.name })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', outboundId)
      .execute()
    await publish(tx, {
      type: 'outbound.taken_over',
      aggregate: 'outbound',
      id: outboundId,
      data: { before: picker, after: tx.actor.name },
    })
  }
  await addPicks(tx, { outboundId, warehouseId, lines: uncovered(outbound, await picksOf(tx, outboundId)) })
}
