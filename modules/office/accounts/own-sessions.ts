import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { needAccountId } from './account.ts'
import { lockAccount } from './account-store.ts'
import { findSessions, hashOf } from './find-sessions.ts'
import type { SessionId, SessionView } from './model.ts'
import { endSessions, hashToken } from './session.ts'

/** The sessions of the signed-in account that still hold, the latest used first. `token` is the one of this call. */
export async function sessionsOf(ctx: Context, token: string): Promise<SessionView[]> {
  const own = hashToken(token)
  const found = await findSessions(ctx, needAccountId(ctx.actor))
  return found.map((session) => ({ ...session, isThisOne: own.equals(hashOf(session.id)) }))
}

/** Ends every session of the signed-in account but this one, at once. Returns how many there were. */
export const endOtherSessions = (ctx: Context, token: string): Promise<number> =>
  endOwn(ctx, { except: hashToken(token) })

/** Ends one session of the signed-in account at once. Returns 0 when it held no longer or is somebody else's. */
export const endOwnSession = (ctx: Context, id: SessionId): Promise<number> => endOwn(ctx, { only: hashOf(id) })

const endOwn = (ctx: Context, which: { except?: Buffer; only?: Buffer }): Promise<number> =>
  transaction(ctx, async (tx) => {
    const account = await lockAccount(tx, needAccountId(tx.actor))
    const ended = await endSessions(tx, account.id, which)
    if (ended > 0)
      await publish(tx, { type: 'account.sessions_ended', aggregate: 'account', id: account.id, data: { ended } })
    return ended
  })
