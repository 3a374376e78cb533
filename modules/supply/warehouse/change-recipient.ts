import type { Recipient } from '#model/supply/shipping'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { sealRecipient } from '#supply/shipping'
import type { Outbound } from './model.ts'
import { outboundHandedOver } from './outbound.ts'
import { lockOutboundsOf } from './outbound-store.ts'
import { renewLabel } from './renew-label.ts'

/**
 * Sends what has not left yet to another recipient (and by another carrier). A label that was made is given up and a new one asked for; a
 * box that was closed goes back to the pack check, because its label no longer counts.
 *
 * @throws outboundHandedOver when any of the order's parcels has left
 */
export async function changeRecipient(
  tx: Tx,
  { sourceId, recipient, carrier }: { sourceId: string; recipient: Recipient; carrier?: string },
): Promise<void> {
  const open = (await lockOutboundsOf(tx, sourceId)).filter(({ status }) => status !== 'cancelled')
  const gone = open.find(({ status }) => status === 'handed_over')
  if (gone) throw outboundHandedOver({ number: gone.number })
  for (const outbound of open) await readdress(tx, outbound, { recipient, carrier: carrier ?? outbound.carrier })
}

async function readdress(
  tx: Tx,
  outbound: Outbound,
  { recipient, carrier }: { recipient: Recipient; carrier: string },
): Promise<void> {
  const { id, sourceId } = outbound
  await tx.db
    .updateTable('supply.outbounds')
    .set({
      recipient_cipher: sealRecipient(tx.vault, recipient),
      district_code: recipient.districtCode,
      carrier,
      printed_at: null,
    })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
  await renewLabel(tx, { ...outbound, carrier })
  await publish(tx, {
    type: 'outbound.readdressed',
    aggregate: 'outbound',
    id,
    data: { outboundId: id, sourceId, carrier, districtCode: recipient.districtCode },
  })
}
