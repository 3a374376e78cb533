import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { newsChosen, recordChoice } from './choose-news.ts'
import { ensureCustomer, lockCustomer } from './customer-store.ts'
import type { CustomerId } from './model.ts'

export interface OpenCustomer {
  readonly id: CustomerId
  readonly displayName: string
  /** What was ticked on the registration form. */
  readonly wantsNews: boolean
}

/** Makes the customer of a new account. A choice about news made since then is kept, however late this runs. Safe to repeat. */
export function openCustomer(ctx: Context, { id, displayName, wantsNews }: OpenCustomer): Promise<void> {
  return transaction(ctx, async (tx) => {
    await ensureCustomer(tx, { id, displayName })
    const { wantsNews: before } = await lockCustomer(tx, id)
    if (wantsNews && !(await hasChosen(tx, id)))
      await recordChoice(tx, id, { before, after: true, where: 'registration' })
  })
}

const hasChosen = async (tx: Tx, id: CustomerId): Promise<boolean> =>
  (await historyOf(tx, id)).some((event) => event.type === newsChosen)
