import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { type Parted, type SendPart, sendPartLocked } from '#sales/orders'
import { keepShortage, shortageOf, stepShortage } from './shortage-store.ts'

/**
 * Sends what is there of an order that misses goods; what follows waits for them from then on, whatever was chosen before. Asked again while nothing has come in, nothing changes.
 *
 * @throws what `sendPartLocked` of orders says
 */
export function sendPart(ctx: Context, part: SendPart): Promise<Parted> {
  return transaction(ctx, async (tx) => {
    const parted = await sendPartLocked(tx, part)
    const { orderId } = part
    if (parted.waiting.length === 0) return parted
    const known = await shortageOf(tx, orderId)
    await keepShortage(tx, { orderId, foundBy: known?.foundBy ?? 'count', lines: parted.waiting })
    if (known?.status !== 'waiting')
      await stepShortage(tx, orderId, 'wait', { choice: 'wait', chosen_by: tx.actor.name, chosen_at: tx.now })
    return parted
  })
}
