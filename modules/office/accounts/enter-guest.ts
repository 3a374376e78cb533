import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { checkPhone } from './account.ts'
import { spendCode, tryCode } from './code.ts'
import type { SignedIn, Visitor } from './model.ts'
import { admit } from './sign-in.ts'

export interface EnterGuest {
  /** A guest's account: the caller has made sure that everything in it goes to this phone. */
  readonly accountId: AccountId
  readonly phone: string
  /** The code that `requestCode` sent for the purpose `sign_in`. */
  readonly code: string
  readonly visitor?: Visitor
}

/**
 * Lets in to what was bought as a guest whoever holds the phone that it goes to, on any device: the number may have an account of its
 * own, which stays as it is. @throws phoneInvalid, codeWrong, accountDisabled
 */
export async function enterGuest(ctx: Context, { accountId, phone, code, visitor }: EnterGuest): Promise<SignedIn> {
  const codeId = await tryCode(ctx, { phone: checkPhone(phone), purpose: 'sign_in', code })
  return transaction(ctx, async (tx) => {
    await spendCode(tx, codeId)
    return admit(tx, accountId, visitor)
  })
}
