import type { Agreement } from '#model/office/privacy'
import { recordAgreement } from '#office/privacy'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { actorOf, checkPhone, checkUserName, phoneTaken } from './account.ts'
import { findShopperByPhone, insertAccount, type NewAccount } from './account-store.ts'
import { spendCode, tryCode } from './code.ts'
import type { Account, SignedIn, Visitor } from './model.ts'
import { checkPassword, hashPassword } from './password.ts'
import { openSession } from './session.ts'

export interface RegisterShopper {
  readonly userName: string
  readonly password: string
  readonly phone: string
  /** The code that `requestCode` sent for the purpose `register`. */
  readonly code: string
  /** Ticked by the shopper; never ticked beforehand. */
  readonly wantsNews?: boolean
  /** The versions of the policies that were ticked. */
  readonly agrees?: Agreement
  readonly visitor?: Visitor
}

/**
 * Opens a shopper's account with user name, password and a confirmed number, and signs in. Only who holds the number's code
 * learns that it has an account already.
 *
 * @throws userNameInvalid, passwordWeak, phoneInvalid, codeWrong, consentMissing
 * @throws phoneTaken, userNameTaken, after which the code can still be used
 */
export async function registerShopper(ctx: Context, wish: RegisterShopper): Promise<SignedIn> {
  const userName = checkUserName(wish.userName)
  const password = checkPassword(wish.password, userName)
  const phone = checkPhone(wish.phone)
  const codeId = await tryCode(ctx, { phone, purpose: 'register', code: wish.code })
  const passwordHash = await hashPassword(password)
  return transaction(ctx, async (tx) => {
    await spendCode(tx, codeId)
    if (await findShopperByPhone(tx, phone)) throw phoneTaken({ field: 'phone' })
    const shopper = { kind: 'shopper', userName, displayName: userName, passwordHash, phone } as const
    const account = await openAccount(tx, shopper, { wantsNews: wish.wantsNews ?? false })
    await recordAgreement(tx, account.id, { agrees: wish.agrees ?? {}, origin: 'registration' })
    return openSession(tx, account, wish.visitor)
  })
}

/** Inserts an account and tells of it. */
export async function openAccount(tx: Tx, wanted: NewAccount, { wantsNews = false } = {}): Promise<Account> {
  const account = await insertAccount(tx, wanted)
  const { id, kind, displayName, locale } = account
  const actor = kind === 'shopper' ? actorOf(account) : tx.actor
  await publish(
    { ...tx, actor },
    { type: 'account.registered', aggregate: 'account', id, data: { kind, displayName, locale, wantsNews } },
  )
  return account
}
