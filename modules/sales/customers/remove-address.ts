import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { addressNotFound } from './address.ts'
import { lockBook } from './address-store.ts'
import type { AddressId, CustomerId } from './model.ts'

/** Takes an address out of the actor's book. When it was the default, the newest of the rest takes its place. @throws addressNotFound */
export function removeAddress(ctx: Context, addressId: AddressId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { customerId } = await lockBook(tx)
    if (!(await removeFrom(tx, customerId, addressId))) throw addressNotFound({ field: 'addressId', addressId })
  })
}

/** The same in the book of a customer who is locked; false when it is not there. */
export async function removeFrom(tx: Tx, customerId: CustomerId, addressId: AddressId): Promise<boolean> {
  const before = await findMark(tx, customerId, addressId)
  if (!before) return false
  await markRemoved(tx, addressId)
  if (before.is_default) await promoteNewest(tx, customerId)
  return true
}

const findMark = (tx: Tx, customerId: CustomerId, addressId: AddressId) =>
  tx.db
    .selectFrom('sales.addresses')
    .select('is_default')
    .where('customer_id', '=', customerId)
    .where('id', '=', addressId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()

/** Nothing of a person stays behind: a removed address is overwritten. */
async function markRemoved(tx: Tx, addressId: AddressId): Promise<void> {
  const nothing = Buffer.alloc(0)
  await tx.db
    .updateTable('sales.addresses')
    .set({
      removed_at: tx.now,
      is_default: false,
      recipient_cipher: nothing,
      phone_cipher: nothing,
      street_cipher: nothing,
      abroad_cipher: null,
    })
    .where('id', '=', addressId)
    .execute()
}

async function promoteNewest(tx: Tx, customerId: CustomerId): Promise<void> {
  await tx.db
    .updateTable('sales.addresses')
    .set({ is_default: true })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('sales.addresses')
        .select('id')
        .where('customer_id', '=', customerId)
        .where('removed_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1),
    )
    .execute()
}
