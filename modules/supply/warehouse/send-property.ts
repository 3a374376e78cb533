import { dayIn } from '#kernel/day'
import { documentNumber } from '#kernel/id'
import type { WarehouseId } from '#model/supply/inventory'
import { knownShop } from '#office/shops'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { createParcel } from '#supply/shipping'
import type { OutboundId } from './model.ts'
import { lockOutboundsOf } from './outbound-store.ts'
import { lineRow, type ReleaseOutbounds, upsertOutbound } from './release-outbounds.ts'

export type SendProperty = ReleaseOutbounds & { readonly warehouseId: WarehouseId }

/**
 * Sends goods back that are the buyer's own, as after a repair, in the caller's transaction: the outbound begins at the packing table with all its
 * pieces, the waybill number is asked for, and it is checked, weighed and handed over like any. No stock moves. Sending again changes nothing.
 */
export async function sendProperty(tx: Tx, input: SendProperty): Promise<void> {
  if ((await lockOutboundsOf(tx, input.sourceId)).length > 0) return
  const { timeZone } = await knownShop(tx)
  const number = documentNumber('OB', dayIn(tx.now, timeZone))
  const { id } = await upsertOutbound(tx, { ...input, number })
  await insertGathered(tx, id, input)
  const { sourceId, carrier } = input
  await createParcel(tx, { outboundId: id, sourceId, carrier })
  await publish(tx, { type: 'outbound.picked', aggregate: 'outbound', id, data: { outboundId: id, sourceId } })
}

/** Nobody walks to a shelf for them: they lie on the table. */
async function insertGathered(tx: Tx, outboundId: OutboundId, { lines }: SendProperty): Promise<void> {
  const rows = lines.map((line) => ({
    ...lineRow(tx, outboundId, line),
    quantity: line.quantity,
    picked: line.quantity,
  }))
  await tx.db.insertInto('supply.outbound_lines').values(rows).execute()
  await tx.db
    .updateTable('supply.outbounds')
    .set({ status: 'picked' })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', outboundId)
    .execute()
}
