import { notify } from '#office/notices'
import type { Tx } from '#platform/context'
import { freeAllocation } from '#supply/inventory'
import { type Outbound, outboundSteps } from './model.ts'
import { outboundHandedOver, total } from './outbound.ts'
import { lockOutboundsOf } from './outbound-store.ts'
import { endPick, picksOf } from './pick-store.ts'
import { cancelOutbound } from './withdraw-outbounds.ts'

export interface InterceptOutbounds {
  readonly sourceId: string
  /** For whoever is to put the goods back. */
  readonly reason: string
}

/**
 * Stops what the warehouses have of an order, however far it is (拦截): from now on every scan of it is refused, its label is void, what no picker has taken yet lies free on its
 * shelf, and whoever picks is told what to put back. What is reserved stays reserved. All of it or nothing; doing it again changes nothing.
 *
 * @throws outboundHandedOver when a courier has a box of it
 */
export async function interceptOutbounds(tx: Tx, { sourceId, reason }: InterceptOutbounds): Promise<void> {
  const live = (await lockOutboundsOf(tx, sourceId)).filter(({ status }) => status !== 'cancelled')
  const gone = live.find(({ status }) => status === 'handed_over')
  if (gone) throw outboundHandedOver({ number: gone.number })
  for (const outbound of live) await intercept(tx, outbound, reason)
}

async function intercept(tx: Tx, outbound: Outbound, reason: string): Promise<void> {
  const isBegun = outboundSteps.intercept.from.includes(outbound.status)
  if (isBegun) await freePicks(tx, outbound)
  await cancelOutbound(tx, outbound, isBegun ? 'intercept' : 'cancel')
  const { id, number, sourceNumber, lines } = outbound
  const quantity = total(lines, ({ picked }) => picked)
  if (quantity === 0) return
  await notify(tx, {
    permission: 'outbound.pick',
    kind: 'outbound.intercepted',
    subject: 'outbound',
    subjectId: id,
    data: { number, sourceNumber, reason, quantity },
    dedupeKey: `outbound.intercepted:${id}:${tx.now.toString()}`,
  })
}

/** What was set aside for a picker and not taken yet is anybody's again. */
async function freePicks(tx: Tx, { id }: Outbound): Promise<void> {
  const open = (await picksOf(tx, id)).filter(({ status }) => status === 'open')
  if (open.length === 0) return
  await freeAllocation(
    tx,
    open.map(({ quantity, picked, ...slot }) => ({ ...slot, quantity: quantity - picked })),
  )
  for (const pick of open) await endPick(tx, pick)
}
