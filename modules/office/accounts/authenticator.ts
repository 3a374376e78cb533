import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { newId } from '#kernel/id'
import type { AccountId, Tx } from '#platform/context'
import type { Account } from './model.ts'
import { secondFactorExists } from './second-factor.ts'

/** What an authenticator app needs: the secret to type, or the address to scan. Shown while it is being set up, never again. */
export interface AuthenticatorSetup {
  readonly secret: string
  /** `otpauth://totp/…`. Source: Key URI Format of Google Authenticator */
  readonly uri: string
}

const issuer = '掌柜 Zhanggui'
const period = 30

/** Six digits every 30 s, SHA-1, as every authenticator app understands. Source: RFC 6238 */
const generator = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })

/** Makes a new secret for the account, in place of one that was never confirmed. @throws secondFactorExists */
export async function offerAuthenticator(
  tx: Tx,
  { id, userName }: Pick<Account, 'id' | 'userName'>,
): Promise<AuthenticatorSetup> {
  const secret = Secret.fromHex(randomBytes(20).toString('hex')).base32
  await tx.db
    .deleteFrom('office.second_factors')
    .where('account_id', '=', id)
    .where('kind', '=', 'totp')
    .where('confirmed_at', 'is', null)
    .execute()
  const made = await tx.db
    .insertInto('office.second_factors')
    .values({
      id: newId(),
      account_id: id,
      kind: 'totp',
      secret_cipher: tx.vault.seal(secret),
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw secondFactorExists({})
  return { secret, uri: generator(secret, userName).toString() }
}

/**
 * Takes a code of the account's authenticator: of this time step, or of the one before or after it. A step counts once, so that
 * a code that somebody has looked over a shoulder works no second time. False when it does not fit.
 */
export async function takeTotp(
  tx: Tx,
  accountId: AccountId,
  { code, confirmed }: { readonly code: string; readonly confirmed: boolean },
): Promise<boolean> {
  const row = await tx.db
    .selectFrom('office.second_factors')
    .select(['id', 'secret_cipher', 'counter'])
    .where('account_id', '=', accountId)
    .where('kind', '=', 'totp')
    .where('confirmed_at', confirmed ? 'is not' : 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return false
  const timestamp = tx.now.epochMilliseconds
  const delta = generator(tx.vault.open(row.secret_cipher!)).validate({ token: code, timestamp, window: 1 })
  const step = Math.floor(timestamp / (period * 1_000)) + (delta ?? 0)
  if (delta === null || step <= row.counter) return false
  await tx.db
    .updateTable('office.second_factors')
    .set({ counter: step, used_at: tx.now, ...(confirmed ? {} : { confirmed_at: tx.now }) })
    .where('id', '=', row.id)
    .execute()
  return true
}
