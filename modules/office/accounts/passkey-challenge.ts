import type { AccountId, Tx } from '#platform/context'
import { passkeyRefused } from './passkey.ts'

type Purpose = 'add' | 'prove'

/** How long somebody has to touch the key or look at the phone. */
const minutes = 5

/** Keeps the challenge that was given out, in place of an earlier one. */
export async function keepChallenge(
  tx: Tx,
  { accountId, purpose, challenge }: { accountId: AccountId; purpose: Purpose; challenge: string },
): Promise<void> {
  const kept = { challenge, expires_at: tx.now.add({ minutes }) }
  await tx.db
    .insertInto('office.passkey_challenges')
    .values({ account_id: accountId, purpose, ...kept })
    .onConflict((conflict) => conflict.columns(['account_id', 'purpose']).doUpdateSet(kept))
    .execute()
}

/** Takes the challenge back, so that no answer counts twice, whatever it is worth. @throws passkeyRefused when none is open */
export async function takeChallenge(tx: Tx, accountId: AccountId, purpose: Purpose): Promise<string> {
  const row = await tx.db
    .deleteFrom('office.passkey_challenges')
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst()
  if (!row || Temporal.Instant.compare(row.expires_at, tx.now) <= 0)
    throw passkeyRefused({ field: 'passkey', reason: 'no challenge is open' })
  return row.challenge
}
