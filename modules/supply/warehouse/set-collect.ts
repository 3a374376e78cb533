import type { Money } from '#kernel/money'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { parcelOfOutbound } from '#supply/shipping'
import type { OutboundId } from './model.ts'
import { outboundHandedOver } from './outbound.ts'
import { loadOutbound, lockOutbound } from './outbound-store.ts'
import { renewLabel } from './renew-label.ts'

/**
 * Says what the courier collects for a box that has not left. A label with another amount is given up and a new one asked for; the same
 * amount again changes nothing.
 *
 * @throws outboundHandedOver, outboundNotFound
 */
export async function setCollect(
  tx: Tx,
  { outboundId, collect }: { readonly outboundId: OutboundId; readonly collect: Money },
): Promise<void> {
  const outbound = await lockOutbound(tx, outboundId)
  if (outbound.status === 'handed_over') throw outboundHandedOver({ number: outbound.number })
  const parcel = await parcelOfOutbound(tx, outboundId)
  if ((parcel ?? outbound).collectMinor === collect.minor && outbound.collectMinor === collect.minor) return
  await tx.db
    .updateTable('supply.outbounds')
    .set({ collect_minor: collect.minor })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', outboundId)
    .execute()
  await renewLabel(tx, await loadOutbound(tx, outboundId))
  await publish(tx, {
    type: 'outbound.collect_changed',
    aggregate: 'outbound',
    id: outboundId,
    data: { outboundId, before: outbound.collectMinor, after: collect.minor },
  })
}
