import { refuseManagingMore } from '#office/roles'
import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { needAccountId } from './account.ts'
import { lockAccount } from './account-store.ts'
import { type AuthenticatorSetup, offerAuthenticator, takeTotp } from './authenticator.ts'
import { confirmAuthenticator, countGuess } from './prove-sign-in.ts'
import { forgetFactor, forgetSecondFactors, takeRecoveryCode } from './recovery-codes.ts'
import { secondProofWrong } from './second-factor.ts'
import { endSessions, hashToken, markProved } from './session.ts'

/** Begins to set up an authenticator for whoever is signed in. @throws secondFactorExists */
export const offerOwnAuthenticator = (ctx: Context): Promise<AuthenticatorSetup> =>
  transaction(ctx, async (tx) => offerAuthenticator(tx, await lockAccount(tx, needAccountId(tx.actor))))

/** Puts it in use with a first code; every other session ends. Answers the recovery codes. @throws secondProofWrong, signInLocked */
export function confirmOwnAuthenticator(
  ctx: Context,
  { token, code }: { token: string; code: string },
): Promise<readonly string[]> {
  const accountId = needAccountId(ctx.actor)
  return confirmAuthenticator(ctx, accountId, code, async (tx) => {
    await markProved(tx, token)
    await endSessions(tx, accountId, { except: hashToken(token) })
  })
}

/** Gives up the authenticator against a code of it; passkeys stay. @throws secondFactorDemanded, secondProofWrong, signInLocked */
export async function removeOwnSecondFactor(ctx: Context, code: string): Promise<void> {
  const accountId = needAccountId(ctx.actor)
  await countGuess(ctx, accountId)
  await transaction(ctx, async (tx) => {
    await lockAccount(tx, accountId)
    const right =
      (await takeTotp(tx, accountId, { code, confirmed: true })) || (await takeRecoveryCode(tx, accountId, code))
    if (!right) throw secondProofWrong({ field: 'code' })
    await forgetFactor(tx, accountId, { kind: 'totp' })
    await publish(tx, {
      type: 'account.second_factor_removed',
      aggregate: 'account',
      id: accountId,
      data: { kind: 'totp' },
    })
  })
}

/** Takes the second factor from somebody who has lost the device: the sessions end, and the next sign-in sets up a new one where a role demands it. @throws accountNotFound, holdsMore */
export async function resetSecondFactor(ctx: Context, accountId: AccountId): Promise<void> {
  await refuseManagingMore(ctx, accountId)
  await transaction(ctx, async (tx) => {
    await lockAccount(tx, accountId)
    const hadOne = await forgetSecondFactors(tx, accountId)
    await endSessions(tx, accountId)
    if (hadOne) await publish(tx, { type: 'account.second_factor_reset', aggregate: 'account', id: accountId })
  })
}
