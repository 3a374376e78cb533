import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { lockOutboundsOf } from './outbound-store.ts'

/**
 * Gives what has not left yet other special requests: they print on pick list, shipping note and label, and stand on the scanner. Notes
 * printed before no longer count as printed.
 */
export async function changeRequests(
  tx: Tx,
  { sourceId, requests }: { sourceId: string; requests: readonly string[] },
): Promise<void> {
  const open = (await lockOutboundsOf(tx, sourceId)).filter(
    ({ status }) => status !== 'cancelled' && status !== 'handed_over',
  )
  for (const { id } of open) {
    await tx.db
      .updateTable('supply.outbounds')
      .set({ requests: JSON.stringify(requests), printed_at: null })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', id)
      .execute()
    await publish(tx, { type: 'outbound.requests_changed', aggregate: 'outbound', id, data: { sourceId, requests } })
  }
}
