import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { Outbound, OutboundId } from './model.ts'
import { advanceOutbound, loadOutbound } from './outbound-store.ts'
import { addPicks, picksOf, uncovered } from './pick-store.ts'

/**
 * Looks whether picking is over: when nothing is open, pieces that lay on no shelf are looked for once more; if none wait, the
 * outbound is picked, or short when something could not be found.
 */
export async function settlePicking(tx: Tx, outboundId: OutboundId): Promise<void> {
  const outbound = await loadOutbound(tx, outboundId)
  const picks = await picksOf(tx, outboundId)
  if (picks.some(({ status }) => status === 'open')) return
  const waiting = uncovered(outbound, picks)
  if (waiting.length > 0) await addPicks(tx, { outboundId, warehouseId: outbound.warehouseId, lines: waiting })
  else if (outbound.lines.some(({ short }) => short > 0)) await becomeShort(tx, outbound, outbound.lines)
  else await becomePicked(tx, outbound)
}

/** The outbound waits for the desk, which is told how many of which lines are missing now. */
export async function becomeShort(
  tx: Tx,
  { id, sourceId }: Outbound,
  lines: readonly { readonly sourceLineId: string; readonly short: number }[],
): Promise<void> {
  await advanceOutbound(tx, id, 'reportShort')
  const missing = lines
    .filter(({ short }) => short > 0)
    .map(({ sourceLineId, short }) => ({ sourceLineId, quantity: short }))
  await publish(tx, {
    type: 'outbound.short',
    aggregate: 'outbound',
    id,
    data: { outboundId: id, sourceId, lines: missing },
  })
}

async function becomePicked(tx: Tx, { id, sourceId }: Outbound): Promise<void> {
  await advanceOutbound(tx, id, 'finish')
  await publish(tx, { type: 'outbound.picked', aggregate: 'outbound', id, data: { outboundId: id, sourceId } })
}
