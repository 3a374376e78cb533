import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { OutboundId } from './model.ts'
import { outboundCannot, total } from './outbound.ts'
import { advanceOutbound, lockOutbound } from './outbound-store.ts'
import { cancelOutbound } from './withdraw-outbounds.ts'

/**
 * The desk has settled the missing pieces with the buyer: what was found goes on to the pack check. An outbound of which nothing was found
 * is closed.
 *
 * @throws outboundCannot when it is not short
 */
export async function shipRest(tx: Tx, { outboundId }: { outboundId: OutboundId }): Promise<void> {
  const outbound = await lockOutbound(tx, outboundId)
  const { sourceId, status, lines } = outbound
  if (status !== 'short') throw outboundCannot({ outboundId, step: 'shipRest', status })
  if (total(lines, (line) => line.picked) === 0) return cancelOutbound(tx, outbound)
  await advanceOutbound(tx, outboundId, 'shipRest')
  await publish(tx, {
    type: 'outbound.picked',
    aggregate: 'outbound',
    id: outboundId,
    data: { outboundId, sourceId, isPart: true },
  })
}
