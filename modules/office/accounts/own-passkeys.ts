import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { forgetUses } from '#platform/throttle'
import { needAccountId } from './account.ts'
import { loadAccount, lockAccount, passwordHashOf } from './account-store.ts'
import { passwordWrong } from './change-password.ts'
import { checkPasskeyName, passkeyNotFound } from './passkey.ts'
import { isPassword } from './password.ts'
import { forgetFactor } from './recovery-codes.ts'
import type { SecondFactorId } from './second-factor.ts'
import { countAttempt } from './sign-in-with-password.ts'

interface OwnPasskey {
  readonly factorId: SecondFactorId
}

/** Gives one's own passkey another name. @throws passkeyNotFound, passkeyNameInvalid */
export function renamePasskey(ctx: Context, { factorId, label }: OwnPasskey & { label: string }): Promise<void> {
  const accountId = needAccountId(ctx.actor)
  const name = checkPasskeyName(label)
  return transaction(ctx, async (tx) => {
    await lockAccount(tx, accountId)
    const before = await ownPasskey(tx, accountId, factorId)
    await tx.db.updateTable('office.second_factors').set({ label: name }).where('id', '=', factorId).execute()
    const data = { before, after: name }
    await publish(tx, { type: 'account.passkey_renamed', aggregate: 'account', id: accountId, data })
  })
}

/**
 * Gives one's own passkey up, against the password: a browser that was left open is not enough.
 * @throws passkeyNotFound, passwordWrong, signInLocked
 * @throws secondFactorDemanded when it is the last factor and a role demands one
 */
export async function removePasskey(
  ctx: Context,
  { factorId, current }: OwnPasskey & { current: string },
): Promise<void> {
  const account = await loadAccount(ctx, needAccountId(ctx.actor))
  const key = await countAttempt(ctx, account.kind, account.userName)
  if (!(await isPassword(await passwordHashOf(ctx, account.id), current))) throw passwordWrong({ field: 'current' })
  await forgetUses(ctx.db, key)
  await transaction(ctx, async (tx) => {
    await lockAccount(tx, account.id)
    const label = await ownPasskey(tx, account.id, factorId)
    await forgetFactor(tx, account.id, { kind: 'passkey', factorId })
    const data = { kind: 'passkey', label }
    await publish(tx, { type: 'account.second_factor_removed', aggregate: 'account', id: account.id, data })
  })
}

/** Its name. @throws passkeyNotFound */
async function ownPasskey(tx: Tx, accountId: AccountId, factorId: SecondFactorId): Promise<string> {
  const row = await tx.db
    .selectFrom('office.second_factors')
    .select('label')
    .where('account_id', '=', accountId)
    .where('kind', '=', 'passkey')
    .where('id', '=', factorId)
    .executeTakeFirst()
  if (!row) throw passkeyNotFound({ factorId })
  return row.label
}
