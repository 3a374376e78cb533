import { sql } from 'kysely'
import { eraseAccount } from '#office/privacy'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { ImportEffect, Reverse, Reversed } from '#platform/imports'
import { findCustomer, lockCustomer } from '../customer-store.ts'
import type { AddressId, CustomerId } from '../model.ts'
import { removeFrom } from '../remove-address.ts'
import { addressMark, type BroughtAddress, emailMark } from './brought-store.ts'

/** What a sheet brought of one customer. Nothing of it can be read: sealed texts are known by a mark. */
export interface CustomerEffect extends ImportEffect {
  readonly after: {
    /** The account was opened for the sheet. */
    readonly isNew: boolean
    /** The shop had not known the shopper before. */
    readonly isJoining: boolean
    readonly email: string | null
    readonly addresses: readonly BroughtAddress[]
  }
}

/**
 * Takes customers of a sheet back who have not ordered here since: e-mail and addresses nobody changed, then their place among the
 * shop's customers, and an account that was opened for the sheet and never used, erased like one that its owner closes.
 */
export const reverseCustomers: Reverse = async (tx, effects, { dryRun }) => {
  const answers = new Map<ImportEffect, Reversed>()
  const inLockOrder = (effects as readonly CustomerEffect[]).toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1))
  for (const effect of inLockOrder) answers.set(effect, await takeBack(tx, effect, dryRun))
  return effects.map((effect) => answers.get(effect)!)
}

async function takeBack(tx: Tx, { subjectId, after }: CustomerEffect, dryRun: boolean): Promise<Reversed> {
  const id = subjectId as CustomerId
  if (!(await findCustomer(tx, id))) return { outcome: 'reversed' }
  await lockCustomer(tx, id)
  if (await hasOrdered(tx, id)) return { outcome: 'kept', code: 'customer_import.has_ordered' }
  const standing = await standingOf(tx, id, after)
  const isWhole = standing.changed.length === 0
  if (!dryRun) {
    for (const addressId of standing.addresses) await removeFrom(tx, id, addressId)
    if (standing.email) await dropEmail(tx, id)
    if (isWhole && after.isJoining) await leave(tx, id)
  }
  if (!isWhole)
    return { outcome: 'kept', code: 'imports.edited_since', details: { parts: standing.changed.join(', ') } }
  if (!after.isNew) return { outcome: 'reversed' }
  if (await isUsed(tx, id, standing.addresses)) return { outcome: 'reversed', code: 'customer_import.account_stays' }
  if (!dryRun) await eraseAccount(tx, id)
  return { outcome: 'reversed' }
}

interface Standing {
  /** Addresses that are as the sheet brought them. */
  readonly addresses: readonly AddressId[]
  readonly email: boolean
  /** What somebody has changed since; what was removed is gone already. */
  readonly changed: readonly string[]
}

async function standingOf(tx: Tx, id: CustomerId, { email, addresses }: CustomerEffect['after']): Promise<Standing> {
  const marks = new Map(addresses.map((address) => [address.id, address.mark]))
  const rows = await tx.db
    .selectFrom('sales.addresses')
    .select(['id', addressMark.as('mark')])
    .where('customer_id', '=', id)
    .where('id', '=', sql<string>`any(${[...marks.keys()]}::uuid[])`)
    .where('removed_at', 'is', null)
    .execute()
  const same = rows.filter((row) => row.mark === marks.get(row.id as AddressId))
  const now = await tx.db.selectFrom('sales.customers').select(emailMark.as('mark')).where('id', '=', id).execute()
  const mail = email === null ? null : now[0]!.mark
  return {
    addresses: same.map((row) => row.id as AddressId),
    email: mail !== null && mail === email,
    changed: [...(same.length < rows.length ? ['address'] : []), ...(mail !== null && mail !== email ? ['email'] : [])],
  }
}

async function hasOrdered(tx: Tx, id: CustomerId): Promise<boolean> {
  const { rows } =
    await sql`select from sales.orders where shop_id = ${tx.shopId} and customer_id = ${id} limit 1`.execute(tx.db)
  return rows.length > 0
}

/** Whether the person has come in, or another shop or anything else of the house knows them. */
async function isUsed(tx: Tx, id: CustomerId, leaving: readonly AddressId[]): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from office.accounts where id = ${id} and password_hash is not null)
      or exists (select from office.sessions where account_id = ${id})
      or exists (select from sales.shop_customers where customer_id = ${id} and shop_id <> ${tx.shopId})
      or exists (select from sales.orders where customer_id = ${id})
      or exists (select from sales.carts where customer_id = ${id})
      or exists (select from sales.addresses where customer_id = ${id} and removed_at is null and id <> all(${leaving}::uuid[])) as used`.execute(
    tx.db,
  )
  return rows[0]!.used
}

async function dropEmail(tx: Tx, id: CustomerId): Promise<void> {
  await tx.db.updateTable('sales.customers').set({ email_cipher: null }).where('id', '=', id).execute()
}

async function leave(tx: Tx, id: CustomerId): Promise<void> {
  await tx.db
    .deleteFrom('sales.shop_customers')
    .where('shop_id', '=', tx.shopId)
    .where('customer_id', '=', id)
    .execute()
  await publish(tx, { type: 'customer.taken_back', aggregate: 'customer', id, data: {} })
}
