import type { AccountId, Tx } from '#platform/context'

/** Takes the name of an erased person out of the log of every shop, and what the log told of the account itself. What happened stays. */
export async function forgetPerson(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.db
    .updateTable('platform.events')
    .set({ actor_name: '' })
    .where('actor_id', '=', accountId)
    .where('actor_name', '<>', '')
    .execute()
  await tx.db
    .updateTable('platform.events')
    .set({ data: JSON.stringify({ erased: true }) })
    .where('aggregate', 'in', ['account', 'customer'])
    .where('aggregate_id', '=', accountId)
    .execute()
}
