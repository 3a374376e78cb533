import type { Reader, Tx } from '#platform/context'
import { customerNotFound } from './address.ts'
import type { Customer, CustomerId } from './model.ts'

const columns = [
  'id',
  'display_name',
  'level',
  'points_balance',
  'wants_news',
  'created_at',
  'messages_seen_at',
] as const

interface CustomerRow {
  id: string
  display_name: string
  level: number
  points_balance: number
  wants_news: boolean
  created_at: Temporal.Instant
  messages_seen_at: Temporal.Instant | null
}

const toCustomer = (row: CustomerRow): Customer => ({
  id: row.id as CustomerId,
  displayName: row.display_name,
  level: row.level,
  pointsBalance: row.points_balance,
  wantsNews: row.wants_news,
  createdAt: row.created_at,
  messagesSeenAt: row.messages_seen_at,
})

/** Makes the customer of an account unless there is one. Safe to repeat and to race. */
export async function ensureCustomer(
  tx: Tx,
  { id, displayName }: { id: CustomerId; displayName: string },
): Promise<void> {
  await tx.db
    .insertInto('sales.customers')
    .values({ id, display_name: displayName, created_at: tx.now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Locks the customer: whoever changes the address book or a choice does it one after another. */
export async function lockCustomer(tx: Tx, customerId: CustomerId): Promise<Customer> {
  const row = await tx.db
    .selectFrom('sales.customers')
    .select(columns)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw customerNotFound({ customerId })
  return toCustomer(row)
}

/** A customer by id, or undefined before the first purchase or address. */
export async function findCustomer(reader: Reader, customerId: CustomerId): Promise<Customer | undefined> {
  const row = await reader.db
    .selectFrom('sales.customers')
    .select(columns)
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row && toCustomer(row)
}

/** A customer by id. @throws customerNotFound */
export async function loadCustomer(reader: Reader, customerId: CustomerId): Promise<Customer> {
  const customer = await findCustomer(reader, customerId)
  if (!customer) throw customerNotFound({ customerId })
  return customer
}

/** Follows the name of the account. */
export async function rename(tx: Tx, customerId: CustomerId, displayName: string): Promise<void> {
  await tx.db.updateTable('sales.customers').set({ display_name: displayName }).where('id', '=', customerId).execute()
}
