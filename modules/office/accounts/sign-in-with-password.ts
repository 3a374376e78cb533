import { refusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { countUse, forgetUses, mayUse } from '#platform/throttle'
import { findBySignIn } from './account-store.ts'
import { accountLimit, networkLimit } from './limits.ts'
import type { AccountKind, SignedIn, Visitor } from './model.ts'
import { isPassword } from './password.ts'
import { admit } from './sign-in.ts'

export const signInFailed = refusal(
  'invalid',
  'accounts.sign_in_failed',
  (_: { field: 'password' }) => 'no account has this name and password',
)
export const signInLocked = refusal(
  'forbidden',
  'accounts.sign_in_locked',
  (d: { retryAfterSeconds: number }) => `locked for ${d.retryAfterSeconds} s`,
)

export const temporaryPasswordOver = refusal(
  'forbidden',
  'accounts.temporary_password_over',
  (_: object) => 'the password that was given is too old',
)

export interface SignInWithPassword {
  readonly kind: AccountKind
  /** Shoppers may give their phone number instead. */
  readonly userName: string
  readonly password: string
  readonly visitor?: Visitor
}

/**
 * Signs in by user name and password. The answer and the time it takes are the same for a wrong password and an unknown name.
 *
 * @throws signInFailed
 * @throws signInLocked after ten failures for the name within an hour, or too many from one network
 * @throws accountDisabled, temporaryPasswordOver, only to who knows the password
 */
export async function signInWithPassword(
  ctx: Context,
  { kind, userName, password, visitor }: SignInWithPassword,
): Promise<SignedIn> {
  await refuseFromBusyNetwork(ctx, visitor)
  const accountKey = await countAttempt(ctx, kind, userName)
  const found = await findBySignIn(ctx, { kind, userName })
  const right = await isPassword(found?.passwordHash, password)
  if (!found || !right) {
    await countFailure(ctx, visitor)
    throw signInFailed({ field: 'password' })
  }
  await forgetUses(ctx.db, accountKey)
  const { temporaryUntil } = found
  if (temporaryUntil && Temporal.Instant.compare(temporaryUntil, ctx.now) <= 0) throw temporaryPasswordOver({})
  return transaction(ctx, (tx) => admit(tx, found.account.id, visitor))
}

async function refuseFromBusyNetwork(ctx: Context, visitor?: Visitor): Promise<void> {
  if (!visitor) return
  const { allowed, retryAfterSeconds } = await mayUse(ctx.db, await networkLimit(ctx, visitor), ctx.now)
  if (!allowed) throw signInLocked({ retryAfterSeconds })
}

/** Counted before the password is looked at, so that guesses made at once cannot slip through together. */
export async function countAttempt(ctx: Context, kind: AccountKind, name: string): Promise<string> {
  const limit = await accountLimit(ctx, kind, name)
  const { allowed, retryAfterSeconds } = await countUse(ctx.db, limit, ctx.now)
  if (!allowed) throw signInLocked({ retryAfterSeconds })
  return limit.key
}

async function countFailure(ctx: Context, visitor?: Visitor): Promise<void> {
  if (visitor) await countUse(ctx.db, await networkLimit(ctx, visitor), ctx.now)
}
