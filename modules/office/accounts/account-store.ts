import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Locale } from '#kernel/text'
import type { AccountId, Reader, Tx } from '#platform/context'
import type { Vault } from '#platform/vault'
import { accountNotFound, phoneTaken, userNameTaken } from './account.ts'
import type { Account, AccountKind, AccountStatus } from './model.ts'
import { readPhone } from './phone.ts'

const columns = ['id', 'kind', 'user_name', 'display_name', 'locale', 'status', 'password_hash', 'created_at'] as const

interface AccountRow {
  id: string
  kind: string
  user_name: string
  display_name: string
  locale: string
  status: string
  password_hash: string | null
  created_at: Temporal.Instant
}

const toAccount = (row: AccountRow): Account => ({
  id: row.id as AccountId,
  kind: row.kind as AccountKind,
  userName: row.user_name,
  displayName: row.display_name,
  locale: row.locale as Locale,
  status: row.status as AccountStatus,
  hasPassword: row.password_hash !== null,
  createdAt: row.created_at,
})

/** The blind indexes under which a number is found again: whole, and by its last four digits. The number is E.164. */
export const phoneIndexes = (vault: Vault, phone: string) => ({
  phone_index: vault.index('phone', phone),
  phone_last4_index: vault.index('phone-last4', phone.slice(-4)),
})

export interface NewAccount {
  readonly kind: AccountKind
  readonly userName: string
  readonly displayName: string
  readonly passwordHash?: string
  /** E.164. */
  readonly phone?: string
}

/** @throws userNameTaken, phoneTaken */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<Account> {
  const row = await tx.db
    .insertInto('office.accounts')
    .values({
      id: newId<'Account'>(),
      kind: account.kind,
      user_name: account.userName,
      display_name: account.displayName,
      password_hash: account.passwordHash ?? null,
      ...(account.phone
        ? { phone_cipher: tx.vault.seal(account.phone), ...phoneIndexes(tx.vault, account.phone) }
        : {}),
      locale: tx.locale,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (row) return toAccount(row)
  if (account.phone && (await findShopperByPhone(tx, account.phone))) throw phoneTaken({ field: 'phone' })
  throw userNameTaken({ field: 'userName' })
}

const accounts = (reader: Pick<Reader, 'db'>) => reader.db.selectFrom('office.accounts').select(columns)

/** An account by id, whatever its status; undefined when there is none. */
export async function findAccount(reader: Pick<Reader, 'db'>, id: AccountId): Promise<Account | undefined> {
  const row = await accounts(reader).where('id', '=', id).executeTakeFirst()
  return row && toAccount(row)
}

/** An account by id. @throws accountNotFound */
export async function loadAccount(reader: Pick<Reader, 'db'>, id: AccountId): Promise<Account> {
  const account = await findAccount(reader, id)
  if (!account) throw accountNotFound({})
  return account
}

/** Locks an account, so that its events are written one after another. @throws accountNotFound */
export async function lockAccount(tx: Tx, id: AccountId): Promise<Account> {
  const row = await accounts(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw accountNotFound({})
  return toAccount(row)
}

/** The shopper who confirmed a number (E.164). For the house's own use: no page tells a stranger whether there is one. */
export async function findShopperByPhone(
  reader: Pick<Reader, 'db' | 'vault'>,
  phone: string,
): Promise<Account | undefined> {
  const { phone_index } = phoneIndexes(reader.vault, phone)
  const row = await accounts(reader)
    .where('kind', '=', 'shopper')
    .where('phone_index', '=', phone_index)
    .executeTakeFirst()
  return row && toAccount(row)
}

/** What a sign-in is compared with. */
interface Door {
  readonly account: Account
  readonly passwordHash: string | null
  /** Until when a password that somebody else gave opens; null for one's own. */
  readonly temporaryUntil: Temporal.Instant | null
}

/** Who signs in under a name; shoppers may give their number instead. */
export async function findBySignIn(
  reader: Pick<Reader, 'db' | 'vault'>,
  { kind, userName }: { kind: AccountKind; userName: string },
): Promise<Door | undefined> {
  const phone = kind === 'shopper' ? readPhone(userName) : undefined
  const byName = sql<boolean>`lower(user_name) = lower(${userName.normalize('NFKC').trim()})`
  const query = accounts(reader).select('password_temporary_until').where('kind', '=', kind)
  const row = await (phone
    ? query.where('phone_index', '=', phoneIndexes(reader.vault, phone).phone_index)
    : query.where(byName)
  ).executeTakeFirst()
  if (!row) return undefined
  return { account: toAccount(row), passwordHash: row.password_hash, temporaryUntil: row.password_temporary_until }
}

/** The confirmed number of an account, E.164; undefined when it has none. */
export async function phoneOf(reader: Pick<Reader, 'db' | 'vault'>, id: AccountId): Promise<string | undefined> {
  const row = await reader.db
    .selectFrom('office.accounts')
    .select('phone_cipher')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.phone_cipher ? reader.vault.open(row.phone_cipher) : undefined
}

/** The hash to compare a password with; null when the account has none. */
export async function passwordHashOf(reader: Pick<Reader, 'db'>, id: AccountId): Promise<string | null> {
  const row = await reader.db
    .selectFrom('office.accounts')
    .select('password_hash')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.password_hash ?? null
}

export async function updateAccount(
  tx: Tx,
  id: AccountId,
  change: {
    password_hash?: string
    password_temporary_until?: Temporal.Instant | null
    status?: AccountStatus
    display_name?: string
    locale?: Locale
  },
): Promise<Account> {
  const row = await tx.db
    .updateTable('office.accounts')
    .set(change)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst()
  if (!row) throw accountNotFound({})
  return toAccount(row)
}

/** Gives an account a confirmed number (E.164). @throws phoneTaken when another shopper was faster */
export async function setPhone(tx: Tx, id: AccountId, phone: string): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('office.accounts')
    .set({ phone_cipher: tx.vault.seal(phone), ...phoneIndexes(tx.vault, phone) })
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('office.accounts as other')
            .select('other.id')
            .where('other.kind', '=', 'shopper')
            .where('other.phone_index', '=', phoneIndexes(tx.vault, phone).phone_index),
        ),
      ),
    )
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw phoneTaken({ field: 'phone' })
}
