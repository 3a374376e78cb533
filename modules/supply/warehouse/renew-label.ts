import type { Tx } from '#platform/context'
import { cancelParcel, createParcel, parcelOfOutbound } from '#supply/shipping'
import { type Outbound, outboundSteps } from './model.ts'
import { advanceOutbound } from './outbound-store.ts'

/**
 * What stands on the label has changed: the one that was made is given up and a new one asked for, and a box that was closed goes back to the
 * pack check, because its label no longer counts.
 */
export async function renewLabel(
  tx: Tx,
  {
    id,
    status,
    sourceId,
    carrier,
    collectMinor,
  }: Pick<Outbound, 'id' | 'status' | 'sourceId' | 'carrier' | 'collectMinor'>,
): Promise<void> {
  const parcel = await parcelOfOutbound(tx, id)
  if (parcel) {
    await cancelParcel(tx, parcel.id)
    await createParcel(tx, { outboundId: id, sourceId, carrier, collectMinor })
  }
  if (status !== 'picked' && outboundSteps.relabel.from.includes(status)) await advanceOutbound(tx, id, 'relabel')
}
