import { refusal } from '#kernel/refusal'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { Parcel, ParcelId } from './model.ts'
import { advanceParcel, loadParcel } from './parcel-store.ts'

export const waybillTaken = refusal(
  'conflict',
  'shipping.waybill_taken',
  (d: { field: 'waybillNumber'; waybillNumber: string }) => `another parcel has the waybill number ${d.waybillNumber}`,
)

/** Gives an announced parcel a waybill number that was got elsewhere; ours is not asked for any more. @throws waybillTaken, parcelCannot */
export async function labelByHand(
  tx: Tx,
  { parcelId, waybillNumber }: { parcelId: ParcelId; waybillNumber: string },
): Promise<Parcel> {
  const parcel = await label(tx, parcelId, waybillNumber)
  const { sourceId, outboundId, carrier } = parcel
  await publish(tx, {
    type: 'parcel.labelled',
    aggregate: 'parcel',
    id: parcelId,
    data: { parcelId, sourceId, outboundId, carrier, waybillNumber },
  })
  return parcel
}

async function label(tx: Tx, parcelId: ParcelId, waybillNumber: string): Promise<Parcel> {
  try {
    return await advanceParcel(tx, parcelId, 'label', { waybill_number: waybillNumber })
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'parcels_waybill') throw error
    throw waybillTaken({ field: 'waybillNumber', waybillNumber })
  }
}

/** Takes a waybill number off a parcel that has not left; the carrier is asked for one of ours. @throws parcelCannot */
export async function unlabel(tx: Tx, parcelId: ParcelId): Promise<void> {
  const { waybillNumber } = await loadParcel(tx, parcelId)
  const { sourceId, outboundId } = await advanceParcel(tx, parcelId, 'unlabel', { waybill_number: null })
  await publish(tx, {
    type: 'parcel.unlabelled',
    aggregate: 'parcel',
    id: parcelId,
    data: { parcelId, sourceId, outboundId, waybillNumber },
  })
}
