import { refusal } from '#kernel/refusal'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { forgetUses } from '#platform/throttle'
import { accountNotFound, checkPhone, needAccountId } from './account.ts'
import { findShopperByPhone, loadAccount, lockAccount, passwordHashOf, updateAccount } from './account-store.ts'
import { spendCode, tryCode } from './code.ts'
import type { SignedIn, Visitor } from './model.ts'
import { checkPassword, hashPassword, isPassword } from './password.ts'
import { endSessions } from './session.ts'
import { admit } from './sign-in.ts'
import { countAttempt } from './sign-in-with-password.ts'

export const passwordWrong = refusal(
  'invalid',
  'accounts.password_wrong',
  (_: { field: 'current' }) => 'the current password is wrong',
)

/**
 * Gives the signed-in account a new password. Every session ends and a new one begins: whoever else held one is out.
 * @throws passwordWrong, passwordWeak
 * @throws signInLocked when the current one was guessed too often
 */
export async function changePassword(
  ctx: Context,
  { current, password, visitor }: { current: string; password: string; visitor?: Visitor },
): Promise<SignedIn> {
  const account = await loadAccount(ctx, needAccountId(ctx.actor))
  const accountKey = await countAttempt(ctx, account.kind, account.userName)
  if (!(await isPassword(await passwordHashOf(ctx, account.id), current))) throw passwordWrong({ field: 'current' })
  await forgetUses(ctx.db, accountKey)
  const passwordHash = await hashPassword(checkPassword(password, account.userName))
  return transaction(ctx, (tx) => replacePassword(tx, account.id, passwordHash, visitor, true))
}

/**
 * Gives a shopper's account a new password against a code sent to its number (purpose `reset_password`). All its sessions end.
 * @throws phoneInvalid, passwordWeak, codeWrong
 * @throws accountNotFound, only to who holds the number
 */
export async function resetPassword(
  ctx: Context,
  { phone, code, password, visitor }: { phone: string; code: string; password: string; visitor?: Visitor },
): Promise<SignedIn> {
  const number = checkPhone(phone)
  checkPassword(password)
  const codeId = await tryCode(ctx, { phone: number, purpose: 'reset_password', code })
  const passwordHash = await hashPassword(password)
  return transaction(ctx, async (tx) => {
    await spendCode(tx, codeId)
    const account = await findShopperByPhone(tx, number)
    if (!account) throw accountNotFound({})
    checkPassword(password, account.userName)
    return replacePassword(tx, account.id, passwordHash, visitor)
  })
}

/** Sets a password of one's own: every session ends, and a new one begins. */
export async function replacePassword(
  tx: Tx,
  accountId: AccountId,
  passwordHash: string,
  visitor?: Visitor,
  isProved = false,
): Promise<SignedIn> {
  await lockAccount(tx, accountId)
  await updateAccount(tx, accountId, { password_hash: passwordHash, password_temporary_until: null })
  await endSessions(tx, accountId)
  await publish(tx, { type: 'account.password_changed', aggregate: 'account', id: accountId })
  return admit(tx, accountId, visitor, isProved)
}
