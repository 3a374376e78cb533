import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { AccountId, Reader, Tx } from '#platform/context'

export type SecondFactorId = Id<'SecondFactor'>
export type SecondFactorKind = 'totp' | 'passkey'

/**
 * What a sign-in by password still waits for: `prove` with a factor that is set up, `set_up` one because a role demands it, or choose a
 * `new_password` because the one that was used had been given by somebody else.
 */
export type Awaited = 'prove' | 'set_up' | 'new_password'

/** A second proof somebody has set up, without its secret. */
export interface SecondFactor {
  readonly id: SecondFactorId
  readonly kind: SecondFactorKind
  readonly label: string
  readonly confirmedAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

export const secondProofWrong = refusal(
  'invalid',
  'accounts.second_proof_wrong',
  (_: { field: 'code' }) => 'the code is wrong, over or used',
)
export const noSignInWaits = refusal(
  'forbidden',
  'accounts.no_sign_in_waits',
  (_: object) => 'no sign-in waits for a second proof',
)
export const secondFactorExists = refusal(
  'conflict',
  'accounts.second_factor_exists',
  (_: object) => 'an authenticator is set up already',
)
export const secondFactorDemanded = refusal(
  'conflict',
  'accounts.second_factor_demanded',
  (_: object) => 'a role of this account demands a second factor',
)

/** True for an account of the outer query with a factor that is in use. */
export const hasFactor = sql<boolean>`exists (select from office.second_factors f where f.account_id = a.id and f.confirmed_at is not null)`

/** True for an account of the outer query with a role, in any shop, that demands a second factor. */
export const isDemanded = sql<boolean>`exists (
  select from office.staff_roles s join office.roles r on r.id = s.role_id where s.account_id = a.id and r.needs_second_factor)`

/** The factors of an account that are in use, oldest first. */
export async function secondFactorsOf(reader: Pick<Reader, 'db'>, accountId: AccountId): Promise<SecondFactor[]> {
  const rows = await reader.db
    .selectFrom('office.second_factors')
    .select(['id', 'kind', 'label', 'confirmed_at', 'used_at'])
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id as SecondFactorId,
    kind: row.kind as SecondFactorKind,
    label: row.label,
    confirmedAt: row.confirmed_at!,
    usedAt: row.used_at,
  }))
}

/** Whether a role of the account, in any shop, demands a second factor. */
export async function secondFactorIsDemanded(tx: Pick<Tx, 'db'>, accountId: AccountId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('office.accounts as a')
    .select(isDemanded.as('demanded'))
    .where('a.id', '=', accountId)
    .executeTakeFirst()
  return row?.demanded ?? false
}
