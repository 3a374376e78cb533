import { settleNotices } from '#office/notices'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { cancelParcel, parcelOfOutbound } from '#supply/shipping'
import type { Outbound } from './model.ts'
import { outboundSteps } from './model.ts'
import { outboundUnderWay } from './outbound.ts'
import { advanceOutbound, lockOutboundsOf } from './outbound-store.ts'

/**
 * Takes an order's outbounds back: all or none. One that was found short may be taken back too; what had been picked for it is then to
 * be put back. True when nothing of the order is left in the warehouses. Doing it again changes nothing.
 *
 * @throws outboundUnderWay when any of them is being picked or has gone further
 */
export async function withdrawOutbounds(tx: Tx, { sourceId }: { sourceId: string }): Promise<boolean> {
  const open = (await lockOutboundsOf(tx, sourceId)).filter(({ status }) => status !== 'cancelled')
  const stuck = open.find(({ status }) => !outboundSteps.cancel.from.includes(status))
  if (stuck) throw outboundUnderWay({ number: stuck.number, status: stuck.status })
  for (const outbound of open) await cancelOutbound(tx, outbound)
  return true
}

/** Ends one outbound; its parcel's waybill number is given back. */
export async function cancelOutbound(
  tx: Tx,
  { id, number, sourceId }: Outbound,
  step: 'cancel' | 'intercept' = 'cancel',
): Promise<void> {
  await advanceOutbound(tx, id, step)
  const parcel = await parcelOfOutbound(tx, id)
  if (parcel) await cancelParcel(tx, parcel.id)
  await settleNotices(tx, { subject: 'outbound', subjectId: id, kinds: ['outbound.released'] })
  await publish(tx, {
    type: 'outbound.cancelled',
    aggregate: 'outbound',
    id,
    data: { outboundId: id, number, sourceId },
  })
}
