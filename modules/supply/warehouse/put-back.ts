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
import { leftOf, picksOf, type StoredPick } from './pick-store.ts'

/** Goods at the packing table that belong to no box any more: it was withdrawn, or made anew without them. */
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
  const { rows } = await sql<{ id: OutboundId; number: string; source_number: string; status: Outbound['status'] }>`
    select o.id, o.number, o.source_number, o.status from supply.outbounds o
    join (
      select g.outbound_id as id from supply.left_goods g where g.shop_id = ${reader.shopId}
      union
      select c.id from supply.outbounds c
      where c.shop_id = ${reader.shopId} and c.warehouse_id = ${warehouseId} and c.status = 'cancelled'
        and exists (select from supply.picks p where p.shop_id = c.shop_id and p.outbound_id = c.id and p.picked > 0 and p.status <> 'cancelled')
    ) lying using (id)
    where o.shop_id = ${reader.shopId} and o.warehouse_id = ${warehouseId}
    order by o.id limit 100`.execute(reader.db)
  const tasks: PutBackTask[] = []
  for (const { id, number, source_number, status } of rows)
    tasks.push({
      outboundId: id,
      number,
      sourceNumber: source_number,
      picks: await lyingOf(reader, { id, status }),
    })
  return tasks
}

type Whose = { readonly [Part in 'id' | 'status']: Outbound[Part] }

/** What lies at the packing table of an outbound and leaves with no box: of one that is alive, what was picked before it was made anew. */
async function lyingOf(reader: Reader, { id, status }: Whose): Promise<StoredPick[]> {
  const picked = status === 'cancelled' ? (await picksOf(reader, id)).filter(({ picked }) => picked > 0) : []
  return [...(await leftOf(reader, id)), ...picked]
}

/**
 * Puts goods that belong to no box any more back to the bins they came from; expired or blocked lots go to quarantine.
 * @throws outboundCannot while the outbound is alive and nothing of it was left behind; nothingToPutBack
 */
export function putBack(ctx: Context, { outboundId }: { outboundId: OutboundId }): Promise<void> {
  return transaction(ctx, async (tx) => {
    const outbound = await lockOutbound(tx, outboundId)
    const { status, number } = outbound
    const lying = await lyingOf(tx, outbound)
    if (lying.length === 0 && status !== 'cancelled') throw outboundCannot({ outboundId, step: 'putBack', status })
    if (lying.length === 0) throw nothingToPutBack({ outboundId })
    await shelve(tx, outbound, lying)
    await endPicks(tx, lying)
    await settleNotices(tx, { subject: 'outbound', subjectId: outboundId, kinds: ['outbound.intercepted'] })
    await publish(tx, {
      type: 'outbound.put_back',
      aggregate: 'outbound',
      id: outboundId,
      data: { outboundId, number },
    })
  })
}

async function shelve(tx: Tx, { warehouseId, number }: Outbound, lying: readonly StoredPick[]): Promise<void> {
  const from = await packingBinOf(tx, warehouseId)
  for (const { lotId, variantId, picked: quantity, id: causeId, binId } of lying) {
    const slot = { binId: from.id, lotId, variantId, quantity, causeId, reason: number }
    if (await lotIsSellableNow(tx, lotId)) await putPickedBack(tx, { ...slot, toBinId: binId })
    else {
      const quarantine = await firstBin(tx, warehouseId, 'quarantine')
      await carryStock(tx, { ...slot, toBinId: quarantine.id, kind: 'unpick', cause: 'put_back', wasAllocated: true })
    }
  }
}

async function endPicks(tx: Tx, lying: readonly StoredPick[]): Promise<void> {
  const ids = lying.map(({ id }) => id)
  await tx.db.deleteFrom('supply.left_goods').where('shop_id', '=', tx.shopId).where('id', 'in', ids).execute()
  await tx.db
    .updateTable('supply.picks')
    .set({ status: 'cancelled' })
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', ids)
    .execute()
}
