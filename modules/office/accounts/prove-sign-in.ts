import { minutes } from '#kernel/day'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { countUse, forgetUses } from '#platform/throttle'
import { actorOf } from './account.ts'
import { lockAccount } from './account-store.ts'
import { type AuthenticatorSetup, offerAuthenticator, takeTotp } from './authenticator.ts'
import { hasRecoveryCodes, renewRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts'
import {
  type Awaited,
  noSignInWaits,
  type SecondFactorKind,
  secondFactorsOf,
  secondProofWrong,
} from './second-factor.ts'
import { markProved, waitingSessionOf } from './session.ts'
import { signInLocked } from './sign-in-with-password.ts'

/** What the sign-in behind a token waits for; undefined when it waits for nothing or is none. */
export async function awaitedBy(ctx: Context, token: string): Promise<Awaited | undefined> {
  return (await waitingSessionOf(ctx.db, token, ctx.now))?.awaits
}

/** The kinds of second factor with which the sign-in behind a token can be proved. */
export async function kindsToProve(ctx: Context, token: string): Promise<SecondFactorKind[]> {
  const session = await waitingSessionOf(ctx.db, token, ctx.now)
  if (session?.awaits !== 'prove') return []
  return [...new Set((await secondFactorsOf(ctx, session.accountId)).map(({ kind }) => kind))]
}

/**
 * Completes a sign-in with a code of the authenticator, or with a recovery code.
 * @throws noSignInWaits, secondProofWrong
 * @throws signInLocked after five wrong codes within fifteen minutes
 */
export async function proveSignIn(ctx: Context, { token, code }: { token: string; code: string }): Promise<void> {
  const accountId = await waiting(ctx, token, 'prove')
  const key = await countGuess(ctx, accountId)
  await transaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId)
    const byDevice = await takeTotp(tx, accountId, { code, confirmed: true })
    if (!byDevice && !(await takeRecoveryCode(tx, accountId, code))) throw secondProofWrong({ field: 'code' })
    await markProved(tx, token)
    const data = { by: byDevice ? 'totp' : 'recovery_code' }
    await publish(
      { ...tx, actor: actorOf(account) },
      { type: 'account.second_proof', aggregate: 'account', id: accountId, data },
    )
  })
  await forgetUses(ctx.db, key)
}

/** Begins to set up an authenticator for a sign-in that a role makes wait for it. @throws noSignInWaits, secondFactorExists */
export async function beginSetUp(ctx: Context, token: string): Promise<AuthenticatorSetup> {
  const accountId = await waiting(ctx, token, 'set_up')
  return transaction(ctx, async (tx) => offerAuthenticator(tx, await lockAccount(tx, accountId)))
}

/** Completes both the setting up and the sign-in with a first code. Answers the recovery codes. @throws noSignInWaits, secondProofWrong, signInLocked */
export async function finishSetUp(
  ctx: Context,
  { token, code }: { token: string; code: string },
): Promise<readonly string[]> {
  const accountId = await waiting(ctx, token, 'set_up')
  return confirmAuthenticator(ctx, accountId, code, (tx) => markProved(tx, token))
}

/** Takes the first code of an authenticator that was offered; from then on it is asked for at every sign-in. */
export async function confirmAuthenticator(
  ctx: Context,
  accountId: AccountId,
  code: string,
  andThen: (tx: Tx) => Promise<void>,
): Promise<string[]> {
  const key = await countGuess(ctx, accountId)
  const codes = await transaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!(await takeTotp(tx, accountId, { code, confirmed: false }))) throw secondProofWrong({ field: 'code' })
    await andThen(tx)
    await publish(
      { ...tx, actor: actorOf(account) },
      { type: 'account.second_factor_added', aggregate: 'account', id: accountId, data: { kind: 'totp' } },
    )
    return (await hasRecoveryCodes(tx, accountId)) ? [] : renewRecoveryCodes(tx, accountId)
  })
  await forgetUses(ctx.db, key)
  return codes
}

/** Who the sign-in behind a token belongs to, when it waits for just this. @throws noSignInWaits */
export async function waiting(ctx: Context, token: string, awaits: Awaited): Promise<AccountId> {
  const session = await waitingSessionOf(ctx.db, token, ctx.now)
  if (session?.awaits !== awaits) throw noSignInWaits({})
  return session.accountId
}

/** Six digits are guessed in a million tries: five in fifteen minutes leave nobody that long. Counted before the code is looked at. */
export async function countGuess(ctx: Context, accountId: AccountId): Promise<string> {
  const key = `second-proof:${accountId}`
  const { allowed, retryAfterSeconds } = await countUse(ctx.db, { key, most: 5, window: minutes(15) }, ctx.now)
  if (!allowed) throw signInLocked({ retryAfterSeconds })
  return key
}
