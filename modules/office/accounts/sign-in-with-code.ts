import { randomBytes } from 'node:crypto'
import { say } from '#kernel/text'
import type { Agreement } from '#model/office/privacy'
import { recordAgreement } from '#office/privacy'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { checkPhone } from './account.ts'
import { findShopperByPhone } from './account-store.ts'
import { spendCode, tryCode } from './code.ts'
import type { Account, SignedIn, Visitor } from './model.ts'
import { nameGuest } from './open-guest.ts'
import { openAccount } from './register-shopper.ts'
import { admit } from './sign-in.ts'
import { accountsText } from './text.ts'

export interface SignInWithCode {
  readonly phone: string
  /** The code that `requestCode` sent for the purpose `sign_in`. */
  readonly code: string
  /** The versions of the policies that were ticked: needed when the number gets an account by this. */
  readonly agrees?: Agreement
  readonly visitor?: Visitor
}

/**
 * Signs a shopper in by the code sent to the phone; a number without an account gets one: a guest's own, where a guest asks.
 * @throws phoneInvalid, codeWrong
 * @throws consentMissing when the number has no account and the policies in force were not ticked
 * @throws accountDisabled
 */
export async function signInWithCode(
  ctx: Context,
  { phone, code, agrees, visitor }: SignInWithCode,
): Promise<SignedIn> {
  const number = checkPhone(phone)
  const codeId = await tryCode(ctx, { phone: number, purpose: 'sign_in', code })
  return transaction(ctx, async (tx) => {
    await spendCode(tx, codeId)
    const known = await findShopperByPhone(tx, number)
    const accountId = known?.id ?? (await nameGuest(tx, number)) ?? (await openNameless(tx, number, agrees)).id
    return admit(tx, accountId, visitor)
  })
}

/** An account under a name of our own making; the shopper may choose a better one later. */
async function openNameless(tx: Tx, phone: string, agrees: Agreement = {}): Promise<Account> {
  const tail = randomBytes(5).toString('hex')
  const displayName = say(accountsText, tx.locale, 'accounts.new_shopper', { tail: tail.slice(0, 4) })
  const account = await openAccount(tx, { kind: 'shopper', userName: `u_${tail}`, displayName, phone })
  await recordAgreement(tx, account.id, { agrees, origin: 'sign_in' })
  return account
}
