import type { Context } from '#platform/context'
import { hashToken } from './session.ts'

/** Ends the session of a token at once. An unknown token changes nothing. */
export async function signOut(ctx: Context, token: string): Promise<void> {
  await ctx.db
    .updateTable('office.sessions')
    .set({ ended_at: ctx.now })
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .execute()
}
