import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { forgetUses } from '#platform/throttle'
import { loadAccount, lockAccount, updateAccount } from './account-store.ts'
import { accountLimit } from './limits.ts'
import { checkPassword, hashPassword } from './password.ts'
import { endSessions } from './session.ts'

/**
 * Gives a member of staff a new password without the old one, on the word of whoever runs the house: every session ends, and a name that
 * was locked by wrong guesses is free again. A second factor stays.
 * @throws accountNotFound, passwordWeak
 */
export async function resetStaffPassword(
  ctx: Context,
  { accountId, password }: { accountId: AccountId; password: string },
): Promise<void> {
  const { userName } = await loadAccount(ctx, accountId)
  const passwordHash = await hashPassword(checkPassword(password, userName))
  await transaction(ctx, async (tx) => {
    await lockAccount(tx, accountId)
    await updateAccount(tx, accountId, { password_hash: passwordHash, password_temporary_until: null })
    await endSessions(tx, accountId)
    await publish(tx, { type: 'account.password_reset', aggregate: 'account', id: accountId })
  })
  await forgetUses(ctx.db, (await accountLimit(ctx, 'staff', userName)).key)
}
