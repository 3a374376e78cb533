import { randomBytes } from 'node:crypto'
import { refusal } from '#kernel/refusal'
import { say } from '#kernel/text'
import type { Agreement } from '#model/office/privacy'
import { recordAgreement } from '#office/privacy'
import type { AccountId, Actor, Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { countUse } from '#platform/throttle'
import { phoneIndexes } from './account-store.ts'
import { guestLimit } from './limits.ts'
import type { Account, SignedIn, Visitor } from './model.ts'
import { openAccount } from './register-shopper.ts'
import { openSession } from './session.ts'
import { accountsText } from './text.ts'

export const guestsThrottled = refusal(
  'forbidden',
  'accounts.guests_throttled',
  (d: { retryAfterSeconds: number }) => `no further guest for ${d.retryAfterSeconds} s`,
)

export interface OpenGuest {
  /** The versions of the policies that were ticked. */
  readonly agrees?: Agreement
  readonly visitor?: Visitor
}

/**
 * Lets somebody buy without giving a number or a password: an account that only this browser's session opens. Signing in by a code later
 * gives it a number, and with that it is an account like any other.
 *
 * @throws consentMissing when the policies in force were not ticked
 * @throws guestsThrottled beyond thirty an hour from one network
 */
export async function openGuest(ctx: Context, { agrees = {}, visitor }: OpenGuest): Promise<SignedIn> {
  if (visitor) {
    const { allowed, retryAfterSeconds } = await countUse(ctx.db, await guestLimit(ctx, visitor), ctx.now)
    if (!allowed) throw guestsThrottled({ retryAfterSeconds })
  }
  return transaction(ctx, async (tx) => {
    const tail = randomBytes(5).toString('hex')
    const displayName = say(accountsText, tx.locale, 'accounts.new_guest', { tail: tail.slice(0, 4) })
    const account = await openAccount(tx, { kind: 'shopper', userName: `g_${tail}`, displayName })
    await recordAgreement(tx, account.id, { agrees, origin: 'registration' })
    return openSession(tx, account, visitor)
  })
}

/** Whether an account has neither number nor password: only the browser it was made in opens it. */
export async function isGuest(reader: Pick<Reader, 'db'>, accountId: AccountId): Promise<boolean> {
  const row = await reader.db
    .selectFrom('office.accounts')
    .select('id')
    .where('id', '=', accountId)
    .where('kind', '=', 'shopper')
    .where('status', '=', 'active')
    .where('phone_index', 'is', null)
    .where('password_hash', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Gives the guest who acts a confirmed number (E.164) that nobody else has; undefined when no guest acts. */
export async function nameGuest(tx: Tx & { readonly actor: Actor }, phone: string): Promise<Account['id'] | undefined> {
  const { actor } = tx
  if (actor.kind !== 'shopper' || !actor.id || !(await isGuest(tx, actor.id))) return undefined
  await tx.db
    .updateTable('office.accounts')
    .set({ phone_cipher: tx.vault.seal(phone), ...phoneIndexes(tx.vault, phone) })
    .where('id', '=', actor.id)
    .execute()
  await publish(tx, { type: 'account.number_given', aggregate: 'account', id: actor.id, data: {} })
  return actor.id
}
