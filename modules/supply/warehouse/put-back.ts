import { sql } from 'kysely'
import type { WarehouseId } from '#model/supply/inventory'
import { settleNotices } from '#office/notices'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { carryStock, firstBin, lotIsSellableNow, packingBinOf, putPickedBack } from '#supply/inventory'
import type { Outbound, OutboundId, Pick } from './model.ts'
import { nothingToPutBack, outboundCannot } from './outbound.ts'
import { lockOutbound } from './outbound-store.ts'
import { picksOf, type StoredPick } from './pick-store.ts'

/** Goods at the packing table whose outbound was withdrawn. */
export interface PutBackTask {
  readonly outboundId: OutboundId
  readonly number: string
  readonly sourceNumber: string
  readonly picks: readonly Pick[]
}

/** What has to go back to the shelves, oldest first, at most 100 outbounds. */
export async function putBackTasks(
  reader: Reader,
  { warehouseId }: { warehouseId: WarehouseId },
): Promise<PutBackTask[]> {
  const { rows } = await sql<{ id: OutboundId; number: string; source_number: string }>`
    select o.id, o.number, o.source_number from supply.outbounds o
    where o.shop_id = ${reader.shopId} and o.warehouse_id = ${warehouseId} and o.status = 'cancelled'
      and exists (select from supply.picks p where p.shop_id = o.shop_id and p.outbound_id = o.id and p.picked > 0 and p.status <> 'cancelled')
    order by o.id limit 100`.execute(reader.db)
  const tasks: PutBackTask[] = []
  for (const { id, number, source_number } of rows)
    tasks.push({
      outboundId: id,
      number,
      sourceNumber: source_number,
      picks: (await picksOf(reader, id)).filter(isAtPacking),
    })
  return tasks
}

const isAtPacking = ({ picked }: Pick): boolean => picked > 0

/**
 * Puts the picked goods of a withdrawn outbound back to the bins they came from; expired or blocked lots go to quarantine.
 * @throws outboundCannot while the outbound is alive; nothingToPutBack
 */
export function putBack(ctx: Context, { outboundId }: { outboundId: OutboundId }): Promise<void> {
  return transaction(ctx, async (tx) => {
    const outbound = await lockOutbound(tx, outboundId)
    if (outbound.status !== 'cancelled') throw outboundCannot({ outboundId, step: 'putBack', status: outbound.status })
    const picks = (await picksOf(tx, outboundId)).filter(isAtPacking)
    if (picks.length === 0) throw nothingToPutBack({ outboundId })
    await shelveOutbound(tx, outbound, picks)
    await publish(tx, {
      type: 'outbound.put_back',
      aggregate: 'outbound',
      id: outboundId,
      data: { outboundId, number: outbound.number },
    })
  })
}

/** A withdrawn outbound comes to life again: its old picks count no more, and in the books their goods are back on the shelves. */
export async function forgetPicks(tx: Tx, outbound: Outbound): Promise<void> {
  const picks = await picksOf(tx, outbound.id)
  if (picks.length > 0) await shelveOutbound(tx, outbound, picks)
}

async function shelveOutbound(tx: Tx, outbound: Outbound, picks: readonly StoredPick[]): Promise<void> {
  const from = await packingBinOf(tx, outbound.warehouseId)
  for (const pick of picks.filter(isAtPacking)) {
    const { lotId, variantId, picked: quantity, id: causeId } = pick
    const slot = { binId: from.id, lotId, variantId, quantity, causeId, reason: outbound.number }
    if (await lotIsSellableNow(tx, lotId)) await putPickedBack(tx, { ...slot, toBinId: pick.binId })
    else {
      const quarantine = await firstBin(tx, outbound.warehouseId, 'quarantine')
      await carryStock(tx, { ...slot, toBinId: quarantine.id, kind: 'unpick', cause: 'put_back', wasAllocated: true })
    }
  }
  await settleNotices(tx, { subject: 'outbound', subjectId: outbound.id, kinds: ['outbound.intercepted'] })
  await tx.db
    .updateTable('supply.picks')
    .set({ status: 'cancelled' })
    .where('shop_id', '=', tx.shopId)
    .where(
      'id',
      'in',
      picks.map(({ id }) => id),
    )
    .execute()
}
