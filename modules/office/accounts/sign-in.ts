import type { AccountId, Tx } from '#platform/context'
import { publish } from '#platform/events'
import { accountDisabled, actorOf } from './account.ts'
import { lockAccount } from './account-store.ts'
import type { SignedIn, Visitor } from './model.ts'
import { openSession } from './session.ts'

/**
 * Lets an account in that has proved itself, with a new session. Staff with a second factor still have to bring that, unless
 * they did before (`isProved`). @throws accountDisabled
 */
export async function admit(tx: Tx, accountId: AccountId, visitor?: Visitor, isProved = false): Promise<SignedIn> {
  const account = await lockAccount(tx, accountId)
  if (account.status !== 'active') throw accountDisabled({})
  const signedIn = await openSession(tx, account, visitor, isProved)
  await publish(
    { ...tx, actor: actorOf(account) },
    { type: 'account.signed_in', aggregate: 'account', id: account.id, data: { kind: account.kind } },
  )
  return signedIn
}
