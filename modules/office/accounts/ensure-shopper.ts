import { randomBytes } from 'node:crypto'
import { say } from '#kernel/text'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { checkPhone } from './account.ts'
import { findShopperByPhone, insertAccount } from './account-store.ts'
import { type Account, accountLimits } from './model.ts'
import { accountsText } from './text.ts'

/**
 * The shopper with this mobile number, opened now without a password where there is none: whoever holds the number gets in by a
 * code. For customers that another system knew before us; the event names who brought them. Safe to repeat.
 * @throws phoneInvalid; phoneTaken when somebody opened it a moment ago
 */
export async function ensureShopper(
  tx: Tx,
  { phone, displayName }: { phone: string; displayName: string },
): Promise<{ readonly account: Account; readonly isNew: boolean }> {
  const number = checkPhone(phone)
  const known = await findShopperByPhone(tx, number)
  if (known) return { account: known, isNew: false }
  const tail = randomBytes(5).toString('hex')
  const name = [...displayName.replace(/\s+/g, ' ').trim()].slice(0, accountLimits.displayName).join('')
  const account = await insertAccount(tx, {
    kind: 'shopper',
    userName: `u_${tail}`,
    displayName: name || say(accountsText, tx.locale, 'accounts.new_shopper', { tail: tail.slice(0, 4) }),
    phone: number,
  })
  const { id, kind, locale } = account
  const data = { kind, displayName: account.displayName, locale, wantsNews: false }
  await publish(tx, { type: 'account.registered', aggregate: 'account', id, data })
  return { account, isNew: true }
}

/** Accounts of shoppers by their numbers (E.164), for many at once. */
export async function shoppersByPhone(
  tx: Pick<Tx, 'db' | 'vault'>,
  phones: readonly string[],
): Promise<Map<string, Account>> {
  const found = new Map<string, Account>()
  for (const phone of new Set(phones)) {
    const account = await findShopperByPhone(tx, phone)
    if (account) found.set(phone, account)
  }
  return found
}
