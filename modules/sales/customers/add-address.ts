import { newId } from '#kernel/id'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type CheckedAddress, checkAddress, tooManyAddresses } from './address.ts'
import { clearDefault, lockBook, sealed } from './address-store.ts'
import { type AddressId, type AddressInput, type CustomerId, customerLimits } from './model.ts'

/**
 * Adds an address to the signed-in shopper's book; the first one is the default. Name, phone and street are kept sealed.
 *
 * @throws recipientMissing, streetMissing, districtUnknown, phoneInvalid, textTooLong naming the field
 * @throws tooManyAddresses beyond twenty
 */
export function addAddress(ctx: Context, input: AddressInput): Promise<AddressId> {
  return transaction(ctx, async (tx) => {
    const address = checkAddress(input)
    const { customerId, count } = await lockBook(tx)
    if (count >= customerLimits.addresses) throw tooManyAddresses({ most: customerLimits.addresses })
    const isDefault = count === 0 || input.isDefault === true
    if (isDefault) await clearDefault(tx, customerId)
    return insertAddress(tx, customerId, address, isDefault)
  })
}

async function insertAddress(
  tx: Tx,
  customerId: CustomerId,
  address: CheckedAddress,
  isDefault: boolean,
): Promise<AddressId> {
  const id = newId<'Address'>()
  await tx.db
    .insertInto('sales.addresses')
    .values({ id, customer_id: customerId, ...sealed(tx, address), is_default: isDefault, created_at: tx.now })
    .execute()
  return id
}
