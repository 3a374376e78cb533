import { refusal } from '#kernel/refusal'
import type { AccountId, Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { Agreement, ConsentOrigin, Policy } from './model.ts'
import { currentPolicies } from './policy.ts'

export const consentMissing = refusal(
  'invalid',
  'privacy.consent_missing',
  (_: { field: 'agrees' }) => 'the policies in force have not been agreed to',
)

/**
 * Keeps that an account agrees to the policies in force, version by version. The same again changes nothing.
 * @throws consentMissing when the versions are not those in force: the page was older than the policy
 */
export async function recordAgreement(
  tx: Tx,
  accountId: AccountId,
  { agrees, origin }: { readonly agrees: Agreement; readonly origin: ConsentOrigin },
): Promise<void> {
  const policies = await currentPolicies(tx)
  if (policies.some(({ kind, version }) => agrees[kind] !== version)) throw consentMissing({ field: 'agrees' })
  if (policies.length === 0) return
  await tx.db
    .insertInto('office.consents')
    .values(policies.map(({ kind, version }) => ({ account_id: accountId, kind, version, origin, at: tx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The signed-in shopper agrees to the policies in force. @throws consentMissing */
export const agree = (ctx: Context, { agrees }: { readonly agrees: Agreement }): Promise<void> =>
  transaction(ctx, (tx) => recordAgreement(tx, tx.actor.id!, { agrees, origin: 'account' }))

/** The policies in force that an account has not agreed to. */
export async function policiesToAgree(reader: Reader, accountId: AccountId): Promise<Policy[]> {
  const policies = await currentPolicies(reader)
  if (policies.length === 0) return []
  const given = await consentsOf(reader, accountId)
  return policies.filter(({ kind, version }) => !given.some((each) => each.kind === kind && each.version === version))
}

export interface Consent {
  readonly kind: string
  readonly version: number
  readonly origin: string
  readonly at: Temporal.Instant
}

/** What an account has agreed to, newest first. */
export const consentsOf = (reader: Pick<Reader, 'db'>, accountId: AccountId): Promise<Consent[]> =>
  reader.db
    .selectFrom('office.consents')
    .select(['kind', 'version', 'origin', 'at'])
    .where('account_id', '=', accountId)
    .orderBy('at', 'desc')
    .execute()
