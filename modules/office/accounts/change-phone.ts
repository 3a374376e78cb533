import { refusal } from '#kernel/refusal'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { forgetUses } from '#platform/throttle'
import { checkPhone, needAccountId, phoneTaken } from './account.ts'
import { findShopperByPhone, loadAccount, lockAccount, passwordHashOf, phoneOf, setPhone } from './account-store.ts'
import { passwordWrong } from './change-password.ts'
import { spendCode, tryCode } from './code.ts'
import type { Account, SignedIn, Visitor } from './model.ts'
import { isPassword } from './password.ts'
import { endSessions } from './session.ts'
import { admit } from './sign-in.ts'
import { countAttempt } from './sign-in-with-password.ts'

export const oldCodeWrong = refusal(
  'invalid',
  'accounts.old_code_wrong',
  (_: { field: 'oldCode' }) => 'the code sent to the number so far is wrong',
)

export interface ChangePhone {
  readonly phone: string
  /** What `requestCode` sent to the new number for the purpose `change_phone`. */
  readonly code: string
  /** The password, where the account has one … */
  readonly current?: string
  /** … and otherwise what was sent to the number so far, for the same purpose. */
  readonly oldCode?: string
  readonly visitor?: Visitor
}

/**
 * Gives the signed-in shopper's account another number. Who changes it proves to hold the new number, and to be the owner: by the password, or
 * without one by the number so far. Every session ends and a new one begins, so that whoever else was signed in is out.
 *
 * @throws phoneInvalid, codeWrong, passwordWrong, oldCodeWrong, signInLocked
 * @throws phoneTaken, only to who holds the number
 */
export async function changePhone(ctx: Context, wish: ChangePhone): Promise<SignedIn> {
  const account = await loadAccount(ctx, needAccountId(ctx.actor))
  const phone = checkPhone(wish.phone)
  const oldCodeId = await mustBeOwner(ctx, account, wish)
  const codeId = await tryCode(ctx, { phone, purpose: 'change_phone', code: wish.code })
  return transaction(ctx, async (tx) => {
    await spendCode(tx, codeId)
    if (oldCodeId) await spendCode(tx, oldCodeId)
    await lockAccount(tx, account.id)
    if (await findShopperByPhone(tx, phone)) throw phoneTaken({ field: 'phone' })
    await setPhone(tx, account.id, phone)
    await tell(tx, account.id)
    await endSessions(tx, account.id)
    return admit(tx, account.id, wish.visitor, true)
  })
}

/** Returns the code that proved it, which is used up with the change; none when the password did. */
async function mustBeOwner(
  ctx: Context,
  account: Account,
  { current = '', oldCode = '' }: ChangePhone,
): Promise<Awaited<ReturnType<typeof tryCode>> | undefined> {
  if (account.hasPassword) {
    const accountKey = await countAttempt(ctx, account.kind, account.userName)
    if (!(await isPassword(await passwordHashOf(ctx, account.id), current))) throw passwordWrong({ field: 'current' })
    await forgetUses(ctx.db, accountKey)
    return undefined
  }
  const phone = await phoneOf(ctx, account.id)
  if (!phone) throw oldCodeWrong({ field: 'oldCode' })
  try {
    return await tryCode(ctx, { phone, purpose: 'change_phone', code: oldCode })
  } catch {
    throw oldCodeWrong({ field: 'oldCode' })
  }
}

const tell = (tx: Tx, id: AccountId): Promise<void> =>
  publish(tx, { type: 'account.phone_changed', aggregate: 'account', id, data: {} })
