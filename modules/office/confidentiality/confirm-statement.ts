import { refusal } from '#kernel/refusal'
import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { lastVersion } from './find-statement.ts'

export const otherVersion = refusal(
  'conflict',
  'confidentiality.other_version',
  (d: { version: number }) => `version ${d.version} is in force`,
)

/** A member of staff promises what the version in force says. Again changes nothing. @throws otherVersion when another one is in force by now */
export function confirmStatement(
  ctx: Context,
  { accountId, version }: { readonly accountId: AccountId; readonly version: number },
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const inForce = await lastVersion(tx)
    if (version !== inForce) throw otherVersion({ version: inForce })
    const confirmed = await tx.db
      .insertInto('office.confidentiality_confirmations')
      .values({ shop_id: tx.shopId, account_id: accountId, version, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    if (!confirmed) return
    const data = { version }
    await publish(tx, { type: 'account.confidentiality_confirmed', aggregate: 'account', id: accountId, data })
  })
}
