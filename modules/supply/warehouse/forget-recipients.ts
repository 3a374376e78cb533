import type { Tx } from '#platform/context'

/** Forgets who the boxes of these sources went to, and what was to be heeded for them. What is still in the house keeps it. */
export async function forgetRecipients(tx: Tx, { sourceIds }: { sourceIds: readonly string[] }): Promise<void> {
  if (sourceIds.length === 0) return
  await tx.db
    .updateTable('supply.outbounds')
    .set({ recipient_cipher: null, requests: '[]' })
    .where('shop_id', '=', tx.shopId)
    .where('source_id', 'in', [...sourceIds])
    .where('status', 'in', ['handed_over', 'cancelled'])
    .execute()
}
