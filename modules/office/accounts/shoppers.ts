import { sql } from 'kysely'
import type { AccountId, Reader } from '#platform/context'
import { phoneIndexes } from './account-store.ts'
import type { AccountStatus } from './model.ts'
import { readPhone } from './phone.ts'

/** More of one name than anybody looks through. */
const mostAlike = 500

/**
 * Shoppers of the platform by a confirmed number, whole or its last four digits, or by their whole user name or display name in any case: the newest first, at most 500.
 * For the house's own use: whether a shop may know of them is for the caller to say.
 */
export async function shoppersLike({ db, vault }: Reader, word: string): Promise<AccountId[]> {
  const name = word.normalize('NFKC').trim().toLowerCase()
  const phone = readPhone(word)
  const rows = await db
    .selectFrom('office.accounts')
    .select('id')
    .where('kind', '=', 'shopper')
    .where(({ or, eb }) =>
      or([
        sql<boolean>`lower(user_name) = ${name}`,
        sql<boolean>`lower(display_name) = ${name}`,
        ...(phone ? [eb('phone_index', '=', phoneIndexes(vault, phone).phone_index)] : []),
        ...(/^\d{4}$/.test(name) ? [eb('phone_last4_index', '=', phoneIndexes(vault, name).phone_last4_index)] : []),
      ]),
    )
    .orderBy('created_at', 'desc')
    .limit(mostAlike)
    .execute()
  return rows.map(({ id }) => id as AccountId)
}

/** Who a shopper is, opened: masked by whoever shows it. */
export interface Shopper {
  readonly id: AccountId
  readonly userName: string
  readonly displayName: string
  /** E.164; null for a guest and after the account was closed. */
  readonly phone: string | null
  readonly status: AccountStatus
  readonly isGuest: boolean
  readonly createdAt: Temporal.Instant
}

/** Shoppers by their ids, in no order. */
export async function shoppersOf({ db, vault }: Reader, ids: readonly AccountId[]): Promise<Shopper[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('office.accounts')
    .select(['id', 'user_name', 'display_name', 'phone_cipher', 'status', 'password_hash', 'created_at'])
    .where('kind', '=', 'shopper')
    .where('id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({
    id: row.id as AccountId,
    userName: row.user_name,
    displayName: row.display_name,
    phone: row.phone_cipher && vault.open(row.phone_cipher),
    status: row.status as AccountStatus,
    isGuest: row.status === 'active' && row.phone_cipher === null && row.password_hash === null,
    createdAt: row.created_at,
  }))
}
