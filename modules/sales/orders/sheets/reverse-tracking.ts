import type { ParcelId } from '#model/supply/shipping'
import type { OutboundId } from '#model/supply/warehouse'
import type { Tx } from '#platform/context'
import type { ImportEffect, Reverse, Reversed } from '#platform/imports'
import { loadParcel, unlabel } from '#supply/shipping'
import { loadOutbound } from '#supply/warehouse'

/**
 * Takes waybill numbers off parcels that are still being picked. What the sheet said was sent has left the house: goods, revenue and the
 * buyer's expectations moved with it, and it comes back as a return or not at all.
 */
export const reverseTracking: Reverse = async (tx, effects, { dryRun }) => {
  const answers: Reversed[] = []
  for (const effect of effects) answers.push(await takeOff(tx, effect, dryRun))
  return answers
}

async function takeOff(tx: Tx, { subject, subjectId, label }: ImportEffect, dryRun: boolean): Promise<Reversed> {
  if (subject === 'shipment') return { outcome: 'kept', code: 'tracking_import.left_house' }
  const parcel = await loadParcel(tx, subjectId as ParcelId)
  const outbound = await loadOutbound(tx, parcel.outboundId as OutboundId)
  const isOpen = outbound.status === 'picking' || outbound.status === 'picked'
  if (!isOpen || parcel.status !== 'labelled' || parcel.waybillNumber !== label)
    return { outcome: 'kept', code: 'tracking_import.packed' }
  if (!dryRun) await unlabel(tx, parcel.id)
  return { outcome: 'reversed' }
}
