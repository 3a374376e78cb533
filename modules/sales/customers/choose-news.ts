import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { ownerOf } from './address-store.ts'
import { ensureCustomer, lockCustomer } from './customer-store.ts'
import type { CustomerId } from './model.ts'

export const newsChosen = 'customer.news_chosen'

/** The signed-in shopper opts in to or out of news on offers and events. The event log keeps when and how; the same choice again changes nothing. */
export function chooseNews(ctx: Context, { wants }: { wants: boolean }): Promise<void> {
  return transaction(ctx, async (tx) => {
    const customerId = ownerOf(tx.actor)
    await ensureCustomer(tx, { id: customerId, displayName: tx.actor.name })
    const { wantsNews } = await lockCustomer(tx, customerId)
    if (wantsNews !== wants) await recordChoice(tx, customerId, { before: wantsNews, after: wants, where: 'account' })
  })
}

export async function recordChoice(
  tx: Tx,
  customerId: CustomerId,
  { before, after, where }: { before: boolean; after: boolean; where: 'registration' | 'account' },
): Promise<void> {
  await tx.db.updateTable('sales.customers').set({ wants_news: after }).where('id', '=', customerId).execute()
  await publish(tx, { type: newsChosen, aggregate: 'customer', id: customerId, data: { before, after, where } })
}
