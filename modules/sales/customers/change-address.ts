import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { addressNotFound, checkAddress } from './address.ts'
import { clearDefault, lockBook, sealed } from './address-store.ts'
import type { AddressId, AddressInput, CustomerId } from './model.ts'

/**
 * Replaces an address of the actor's book. Orders keep the address they were placed with.
 * @throws addressNotFound, and what `addAddress` throws about a field
 */
export function changeAddress(
  ctx: Context,
  { addressId, ...input }: AddressInput & { addressId: AddressId },
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const address = checkAddress(input)
    const { customerId } = await lockBook(tx)
    if (input.isDefault) await setDefault(tx, customerId, addressId)
    await writeAddress(tx, customerId, addressId, sealed(tx, address))
  })
}

/** Makes an address the one that checkout proposes. @throws addressNotFound */
export function makeDefaultAddress(ctx: Context, addressId: AddressId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { customerId } = await lockBook(tx)
    await setDefault(tx, customerId, addressId)
  })
}

async function setDefault(tx: Tx, customerId: CustomerId, addressId: AddressId): Promise<void> {
  await clearDefault(tx, customerId)
  await writeAddress(tx, customerId, addressId, { is_default: true })
}

async function writeAddress(
  tx: Tx,
  customerId: CustomerId,
  addressId: AddressId,
  change: ReturnType<typeof sealed> | { is_default: true },
): Promise<void> {
  const row = await tx.db
    .updateTable('sales.addresses')
    .set(change)
    .where('customer_id', '=', customerId)
    .where('id', '=', addressId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw addressNotFound({ field: 'addressId', addressId })
}
