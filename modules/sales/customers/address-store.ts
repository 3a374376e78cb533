import { sql } from 'kysely'
import { signInNeeded } from '#office/accounts'
import type { Actor, Reader, Tx } from '#platform/context'
import { addressLines, isAbroad, pathOfPlace } from '#platform/regions'
import type { Vault } from '#platform/vault'
import { addressNotFound, type CheckedAddress } from './address.ts'
import { ensureCustomer, lockCustomer } from './customer-store.ts'
import type { Address, AddressId, CustomerId } from './model.ts'

interface AddressRow {
  id: string
  recipient_cipher: Buffer
  phone_cipher: Buffer
  street_cipher: Buffer
  abroad_cipher: Buffer | null
  district_code: string
  label: string
  is_default: boolean
}

const columns = [
  'id',
  'recipient_cipher',
  'phone_cipher',
  'street_cipher',
  'abroad_cipher',
  'district_code',
  'label',
  'is_default',
] as const

function toAddress({ vault, locale }: Reader, row: AddressRow): Address {
  const recipient = {
    name: vault.open(row.recipient_cipher),
    phone: vault.open(row.phone_cipher),
    street: vault.open(row.street_cipher),
    districtCode: row.district_code,
    ...openAbroad(vault, row.abroad_cipher),
  }
  return {
    id: row.id as AddressId,
    recipient,
    region: pathOfPlace(recipient, locale),
    lines: addressLines(recipient, locale),
    label: row.label,
    isDefault: row.is_default,
  }
}

/** What of an address abroad stands beside its street; nothing of one here. */
export const openAbroad = (vault: Vault, sealed: Buffer | null): { city?: string; postcode?: string } =>
  sealed ? (JSON.parse(vault.open(sealed)) as { city: string; postcode: string }) : {}

const sealAbroad = (vault: Vault, { districtCode, city, postcode }: CheckedAddress): Buffer | null =>
  isAbroad(districtCode) ? vault.seal(JSON.stringify({ city, postcode })) : null

/** The columns an address is kept in: nothing readable but its district. */
export const sealed = ({ vault }: Tx, address: CheckedAddress) => ({
  recipient_cipher: vault.seal(address.name),
  phone_cipher: vault.seal(address.phone),
  street_cipher: vault.seal(address.street),
  abroad_cipher: sealAbroad(vault, address),
  district_code: address.districtCode,
  label: address.label,
})

/** The signed-in shopper. @throws signInNeeded */
export function ownerOf(actor: Actor): CustomerId {
  if (actor.kind !== 'shopper' || !actor.id) throw signInNeeded({})
  return actor.id
}

/** The actor's own address book: the default first, then the newest. @throws signInNeeded for everybody but shoppers */
export async function addressesOf(reader: Reader & { readonly actor: Actor }): Promise<Address[]> {
  const rows = await book(reader, ownerOf(reader.actor))
    .orderBy('is_default', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => toAddress(reader, row))
}

/**
 * One address of a customer's book, to order with: in a transaction it stays until that ends, so that whoever erases the customer meanwhile
 * waits and then sees the order. @throws addressNotFound when it is another's, removed, or nobody's
 */
export async function loadAddress(reader: Reader, customerId: CustomerId, addressId: AddressId): Promise<Address> {
  const row = await book(reader, customerId).where('id', '=', addressId).forKeyShare().executeTakeFirst()
  if (!row) throw addressNotFound({ field: 'addressId', addressId })
  return toAddress(reader, row)
}

const book = (reader: Reader, customerId: CustomerId) =>
  reader.db
    .selectFrom('sales.addresses')
    .select(columns)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)

/** Locks the actor's address book, so that its limit and its one default hold. */
export async function lockBook(tx: Tx): Promise<{ customerId: CustomerId; count: number }> {
  const customerId = ownerOf(tx.actor)
  await ensureCustomer(tx, { id: customerId, displayName: tx.actor.name })
  await lockCustomer(tx, customerId)
  const { count } = await tx.db
    .selectFrom('sales.addresses')
    .select(sql<number>`count(*)::int8`.as('count'))
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { customerId, count }
}

/** Leaves the book without a default for a moment: the one that takes its place follows in the same transaction. */
export async function clearDefault(tx: Tx, customerId: CustomerId): Promise<void> {
  await tx.db
    .updateTable('sales.addresses')
    .set({ is_default: false })
    .where('customer_id', '=', customerId)
    .where('is_default', '=', true)
    .execute()
}
