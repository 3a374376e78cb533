import { randomInt } from 'node:crypto'
import { refusal } from '#kernel/refusal'
import { refuseManagingMore } from '#office/roles'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { forgetUses } from '#platform/throttle'
import { loadAccount, lockAccount, passwordHashOf, updateAccount } from './account-store.ts'
import { replacePassword } from './change-password.ts'
import { accountLimit } from './limits.ts'
import type { SignedIn, Visitor } from './model.ts'
import { checkPassword, hashPassword, isPassword } from './password.ts'
import { waiting } from './prove-sign-in.ts'
import { endSessions, waitingSessionOf } from './session.ts'
import { accountSettings } from './settings.ts'

export const passwordSame = refusal(
  'invalid',
  'accounts.password_same',
  (_: { field: 'password' }) => 'a password of one’s own is not the one that was given',
)
export const resetsOwnPassword = refusal(
  'conflict',
  'accounts.resets_own_password',
  (_: object) => 'one’s own password is changed, not reset',
)

/** A password for somebody else to hand over. It is kept nowhere but as a hash and opens nothing but the choice of another. */
export interface TemporaryPassword {
  readonly password: string
  /** The end of the setting `accounts.temporaryPasswordHours`. */
  readonly until: Temporal.Instant
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve characters without look-alikes in three groups: 59 random bits. */
export function newTemporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${group()}-${group()}-${group()}`
}

/** Puts a temporary password in place of whatever there was: every session ends. */
export async function replaceByTemporary(
  tx: Tx,
  accountId: AccountId,
  passwordHash: string,
): Promise<Temporal.Instant> {
  const { temporaryPasswordHours } = await readSettings(tx, accountSettings)
  const until = tx.now.add({ hours: temporaryPasswordHours })
  await updateAccount(tx, accountId, { password_hash: passwordHash, password_temporary_until: until })
  await endSessions(tx, accountId)
  return until
}

/**
 * For a colleague who has forgotten theirs: a temporary password, shown once to whoever asks. Sessions end, a name locked by guesses is
 * free again, a second factor stays. Not to be called with an idempotency key, under which the answer would be stored.
 *
 * @throws accountNotFound, resetsOwnPassword, holdsMore
 */
export async function giveTemporaryPassword(ctx: Context, accountId: AccountId): Promise<TemporaryPassword> {
  if (accountId === ctx.actor.id) throw resetsOwnPassword({})
  await refuseManagingMore(ctx, accountId)
  const { userName } = await loadAccount(ctx, accountId)
  const password = newTemporaryPassword()
  const passwordHash = await hashPassword(password)
  const until = await transaction(ctx, async (tx) => {
    await lockAccount(tx, accountId)
    const end = await replaceByTemporary(tx, accountId, passwordHash)
    const data = { temporaryUntil: end.toString() }
    await publish(tx, { type: 'account.password_reset', aggregate: 'account', id: accountId, data })
    return end
  })
  await forgetUses(ctx.db, (await accountLimit(ctx, 'staff', userName)).key)
  return { password, until }
}

/**
 * Completes a sign-in that was made with a temporary password, by a password of one's own.
 * @throws noSignInWaits, passwordWeak, passwordSame
 */
export async function choosePassword(
  ctx: Context,
  { token, password, visitor }: { token: string; password: string; visitor?: Visitor },
): Promise<SignedIn> {
  const accountId = await waiting(ctx, token, 'new_password')
  const { userName } = await loadAccount(ctx, accountId)
  checkPassword(password, userName)
  if (await isPassword(await passwordHashOf(ctx, accountId), password)) throw passwordSame({ field: 'password' })
  const passwordHash = await hashPassword(password)
  const isProved = (await waitingSessionOf(ctx.db, token, ctx.now))?.isProved ?? false
  return transaction(ctx, (tx) => replacePassword(tx, accountId, passwordHash, visitor, isProved))
}
