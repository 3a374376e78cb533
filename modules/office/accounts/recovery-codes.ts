import { createHash, randomInt } from 'node:crypto'
import type { AccountId, Tx } from '#platform/context'
import {
  type SecondFactorId,
  type SecondFactorKind,
  secondFactorDemanded,
  secondFactorIsDemanded,
  secondFactorsOf,
} from './second-factor.ts'

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const howMany = 10

const hashOf = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .digest()

/** Ten characters without look-alikes: 49 random bits, so that a fast hash is enough. */
function newCode(): string {
  const text = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** Ten codes, each good for one sign-in without the device, in place of all earlier ones. Only their hashes are kept. */
export async function renewRecoveryCodes(tx: Tx, accountId: AccountId): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  await forgetRecoveryCodes(tx, accountId)
  await tx.db
    .insertInto('office.recovery_codes')
    .values(codes.map((code) => ({ account_id: accountId, code_hash: hashOf(code), created_at: tx.now })))
    .execute()
  return codes
}

/** Spends a recovery code; false when there is none such or it was used. */
export async function takeRecoveryCode(tx: Tx, accountId: AccountId, code: string): Promise<boolean> {
  const spent = await tx.db
    .updateTable('office.recovery_codes')
    .set({ used_at: tx.now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return spent !== undefined
}

async function forgetRecoveryCodes(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.db.deleteFrom('office.recovery_codes').where('account_id', '=', accountId).execute()
}

/** Whether an account has recovery codes, used ones counted in. */
export async function hasRecoveryCodes(tx: Tx, accountId: AccountId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('office.recovery_codes')
    .select('account_id')
    .where('account_id', '=', accountId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes away one passkey or the authenticator; with the last factor the recovery codes go. @throws secondFactorDemanded when a role demands that last one */
export async function forgetFactor(
  tx: Tx,
  accountId: AccountId,
  { kind, factorId }: { readonly kind: SecondFactorKind; readonly factorId?: SecondFactorId },
): Promise<void> {
  await tx.db
    .deleteFrom('office.second_factors')
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .$if(factorId !== undefined, (query) => query.where('id', '=', factorId!))
    .execute()
  if ((await secondFactorsOf(tx, accountId)).length > 0) return
  if (await secondFactorIsDemanded(tx, accountId)) throw secondFactorDemanded({})
  await forgetRecoveryCodes(tx, accountId)
}

/** Takes away every second factor of an account with its recovery codes. True when there was one. */
export async function forgetSecondFactors(tx: Tx, accountId: AccountId): Promise<boolean> {
  await tx.db.deleteFrom('office.passkey_challenges').where('account_id', '=', accountId).execute()
  await forgetRecoveryCodes(tx, accountId)
  const gone = await tx.db
    .deleteFrom('office.second_factors')
    .where('account_id', '=', accountId)
    .returning('id')
    .execute()
  return gone.length > 0
}
