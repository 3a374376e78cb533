import { refusal } from '#kernel/refusal'
import type { AccountId, Context, Reader } from '#platform/context'
import type { SecondFactorId } from './second-factor.ts'

export const passkeyRefused = refusal(
  'invalid',
  'accounts.passkey_refused',
  (d: { field: 'passkey'; reason: string }) => `the passkey does not fit: ${d.reason}`,
)
export const passkeyKnown = refusal(
  'conflict',
  'accounts.passkey_known',
  (_: { field: 'passkey' }) => 'this passkey is in use already',
)
export const passkeyNotFound = refusal(
  'not_found',
  'accounts.passkey_not_found',
  (d: { factorId: string }) => `there is no passkey ${d.factorId}`,
)
export const passkeyNameInvalid = refusal(
  'invalid',
  'accounts.passkey_name_invalid',
  (_: { field: 'label' }) => 'a passkey has a name of 1 to 40 characters',
)

/** What a browser answers when a passkey is made. Binary parts are base64url. Source: W3C Web Authentication, level 3, section 5.2.1 */
export interface MadePasskey {
  readonly id: string
  readonly clientDataJSON: string
  readonly attestationObject: string
  readonly transports: readonly string[]
}

/** What a browser answers when a passkey signs. Source: W3C Web Authentication, level 3, section 5.2.2 */
export interface SignedByPasskey {
  readonly id: string
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly signature: string
}

/** Whose passkeys these are: the address of the house. A passkey made at one address works at no other. */
export function relyingParty({ outside }: Pick<Context, 'outside'>) {
  const { hostname, origin } = new URL(outside.publicUrl)
  return { rpID: hostname, origin }
}

/** @throws passkeyNameInvalid */
export function checkPasskeyName(text: string): string {
  const label = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (label.length < 1 || [...label].length > 40) throw passkeyNameInvalid({ field: 'label' })
  return label
}

/** The reason for which a check of the library failed; the library's own words, for the log of whoever sets it up. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown').slice(0, 200)

/** The passkeys of an account as the browser has to know them. */
export async function passkeysOf({ db }: Pick<Reader, 'db'>, accountId: AccountId) {
  const rows = await db
    .selectFrom('office.second_factors')
    .select(['id', 'credential_id', 'public_key', 'counter', 'transports'])
    .where('account_id', '=', accountId)
    .where('kind', '=', 'passkey')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    factorId: row.id as SecondFactorId,
    id: row.credential_id!,
    publicKey: new Uint8Array(row.public_key!),
    counter: row.counter,
    transports: row.transports,
  }))
}
