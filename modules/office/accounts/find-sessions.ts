import type { AccountId, Reader } from '#platform/context'
import type { SessionId, SessionView } from './model.ts'

/** A session is named by its token's hash, which opens nothing. */
export const hashOf = (id: SessionId): Buffer => Buffer.from(id, 'hex')

/** The sessions of an account that still hold, the latest used first. */
export async function findSessions(
  { db, now }: Reader & { readonly now: Temporal.Instant },
  accountId: AccountId,
): Promise<Omit<SessionView, 'isThisOne'>[]> {
  const rows = await db
    .selectFrom('office.sessions')
    .select(['token_hash', 'created_at', 'seen_at', 'user_agent', 'ip'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.token_hash.toString('hex') as SessionId,
    startedAt: row.created_at,
    seenAt: row.seen_at,
    userAgent: row.user_agent,
    ip: row.ip,
  }))
}
