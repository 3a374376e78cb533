import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Reader, Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { CheckedAddress } from '../address.ts'
import { openAbroad, sealed } from '../address-store.ts'
import { ensureCustomer, lockCustomer } from '../customer-store.ts'
import type { AddressId, AddressInput, CustomerId } from '../model.ts'

/** A shopper who has an account already, as an import must know them. */
export interface KnownCustomer {
  readonly email: string | null
  /** How many addresses the book holds. */
  readonly addresses: number
  /** Whether this shop has brought them before. */
  readonly isOurs: boolean
  hasAddress(address: CheckedAddress): boolean
}

export async function knownOf(reader: Reader, ids: readonly CustomerId[]): Promise<Map<CustomerId, KnownCustomer>> {
  const { rows } = await sql<{ id: CustomerId; email: Buffer | null; isOurs: boolean }>`
    select w.id, c.email_cipher as email, s.customer_id is not null as "isOurs"
    from unnest(${[...ids]}::uuid[]) as w (id)
    left join sales.customers c on c.id = w.id
    left join sales.shop_customers s on s.shop_id = ${reader.shopId} and s.customer_id = w.id`.execute(reader.db)
  const books = await booksOf(reader, ids)
  return new Map(
    rows.map(({ id, email, isOurs }) => {
      const book = books.get(id) ?? new Set()
      const known = { email: email && reader.vault.open(email), addresses: book.size, isOurs }
      return [id, { ...known, hasAddress: (address: CheckedAddress) => book.has(keyOf(address)) }]
    }),
  )
}

async function booksOf({ db, vault }: Reader, ids: readonly CustomerId[]): Promise<Map<CustomerId, Set<string>>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('sales.addresses')
    .select(['customer_id', 'recipient_cipher', 'phone_cipher', 'street_cipher', 'abroad_cipher', 'district_code'])
    .where('customer_id', 'in', [...ids])
    .where('removed_at', 'is', null)
    .execute()
  const books = new Map<CustomerId, Set<string>>()
  for (const row of rows) {
    const address = {
      name: vault.open(row.recipient_cipher),
      phone: vault.open(row.phone_cipher),
      street: vault.open(row.street_cipher),
      districtCode: row.district_code,
      ...openAbroad(vault, row.abroad_cipher),
    }
    const id = row.customer_id as CustomerId
    books.set(id, (books.get(id) ?? new Set()).add(keyOf(address)))
  }
  return books
}

type AddressKey = Omit<AddressInput, 'label' | 'isDefault'>

const keyOf = ({ name, phone, districtCode, street, city = '', postcode = '' }: AddressKey): string =>
  JSON.stringify([name, phone, districtCode, street, city, postcode])

/** Makes a shopper one of the shop's customers; from when on stays in the log. False when they were before. */
export async function bringCustomer(
  tx: Tx,
  { id, displayName }: { id: CustomerId; displayName: string },
): Promise<boolean> {
  await ensureCustomer(tx, { id, displayName })
  await lockCustomer(tx, id)
  const row = await tx.db
    .insertInto('sales.shop_customers')
    .values({ shop_id: tx.shopId, customer_id: id, since: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('customer_id')
    .executeTakeFirst()
  if (row) await publish(tx, { type: 'customer.brought', aggregate: 'customer', id, data: {} })
  return row !== undefined
}

/** What a sealed text is known by without being opened: it is sealed anew whenever somebody writes it. */
export const emailMark = sql<string | null>`encode(sha256(email_cipher), 'hex')`
export const addressMark = sql<string>`encode(sha256(recipient_cipher || phone_cipher || street_cipher || convert_to(district_code || label, 'UTF8')), 'hex')`

/** Keeps an e-mail address where there is none yet. Returns its mark when it did. */
export async function setEmail(tx: Tx, id: CustomerId, email: string): Promise<string | null> {
  const row = await tx.db
    .updateTable('sales.customers')
    .set({ email_cipher: tx.vault.seal(email) })
    .where('id', '=', id)
    .where('email_cipher', 'is', null)
    .returning(emailMark.as('mark'))
    .executeTakeFirst()
  return row?.mark ?? null
}

export interface BroughtAddress {
  readonly id: AddressId
  readonly mark: string
}

export async function bringAddress(
  tx: Tx,
  customerId: CustomerId,
  address: CheckedAddress,
  isDefault: boolean,
): Promise<BroughtAddress> {
  const row = await tx.db
    .insertInto('sales.addresses')
    .values({
      id: newId<'Address'>(),
      customer_id: customerId,
      ...sealed(tx, address),
      is_default: isDefault,
      brought_by: tx.shopId,
      created_at: tx.now,
    })
    .returning(['id', addressMark.as('mark')])
    .executeTakeFirstOrThrow()
  return { id: row.id as AddressId, mark: row.mark }
}
