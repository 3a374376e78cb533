import { refuseManagingMore } from '#office/roles'
import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { lockAccount } from './account-store.ts'
import { findSessions, hashOf } from './find-sessions.ts'
import { networkOf } from './limits.ts'
import type { MemberSession, SessionId } from './model.ts'
import { endSessions } from './session.ts'

/** Where a member of staff is signed in, for whoever manages staff: of the address only the network. */
export async function sessionsOfMember(ctx: Context, accountId: AccountId): Promise<MemberSession[]> {
  const found = await findSessions(ctx, accountId)
  return found.map(({ ip, ...session }) => ({ ...session, network: ip && networkOf(ip) }))
}

/**
 * Ends one session of a member of staff, or all of them, at once. Returns how many still held; the log keeps who ended them.
 * @throws accountNotFound, holdsMore
 */
export async function endSessionsOfMember(
  ctx: Context,
  { accountId, id }: { accountId: AccountId; id?: SessionId | undefined },
): Promise<number> {
  await refuseManagingMore(ctx, accountId)
  return transaction(ctx, async (tx) => {
    await lockAccount(tx, accountId)
    const ended = await endSessions(tx, accountId, id ? { only: hashOf(id) } : {})
    if (ended > 0)
      await publish(tx, { type: 'account.sessions_ended', aggregate: 'account', id: accountId, data: { ended } })
    return ended
  })
}
