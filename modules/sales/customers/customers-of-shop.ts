import { sql } from 'kysely'
import { shoppersOf } from '#office/accounts'
import type { Reader } from '#platform/context'
import { historyOf } from '#platform/events'
import { customerNotFound } from './address.ts'
import { openAbroad } from './address-store.ts'
import { newsChosen } from './choose-news.ts'
import { findCustomer } from './customer-store.ts'
import type { AddressInput, CustomerId } from './model.ts'

/** Of these the customers of the shop, in their order, at most so many: whom it brought, and who ordered here. Nobody else is known to a shop. */
export async function customersAmong(reader: Reader, ids: readonly CustomerId[], most: number): Promise<CustomerId[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: CustomerId }>`
    select w.id from unnest(${[...ids]}::uuid[]) with ordinality as w (id, at)
    where exists (select from sales.shop_customers s where s.shop_id = ${reader.shopId} and s.customer_id = w.id)
      or exists (select from sales.orders o where o.shop_id = ${reader.shopId} and o.customer_id = w.id)
    order by w.at limit ${most}`.execute(reader.db)
  return rows.map(({ id }) => id)
}

/** A customer as one of the shops that serve them knows them, opened: for whoever may see it, masked for everybody else. */
export interface KnownPerson {
  readonly id: CustomerId
  readonly userName: string
  readonly displayName: string
  /** Confirmed, E.164; null for a guest. */
  readonly phone: string | null
  readonly email: string | null
  readonly isGuest: boolean
  /** The account was closed: nothing is left but its orders. */
  readonly isClosed: boolean
  readonly registeredAt: Temporal.Instant
  readonly wantsNews: boolean
  /** The last choice about news that was made in this shop. */
  readonly newsChosenAt: Temporal.Instant | null
  /** Addresses that the shop brought itself; a shopper's own address book is nobody else's. */
  readonly addresses: readonly AddressInput[]
}

/** Who a customer of the shop is. @throws customerNotFound also for somebody whom only other shops know */
export async function personOf(reader: Reader, customerId: CustomerId): Promise<KnownPerson> {
  const [known] = await customersAmong(reader, [customerId], 1)
  const [shopper] = known ? await shoppersOf(reader, [known]) : []
  const customer = await findCustomer(reader, customerId)
  if (!shopper || !customer) throw customerNotFound({ customerId })
  const chosen = (await historyOf(reader, customerId)).findLast(({ type }) => type === newsChosen)
  return {
    id: customerId,
    userName: shopper.userName,
    displayName: shopper.displayName,
    phone: shopper.phone,
    email: await emailOf(reader, customerId),
    isGuest: shopper.isGuest,
    isClosed: shopper.status === 'closed',
    registeredAt: shopper.createdAt,
    wantsNews: customer.wantsNews,
    newsChosenAt: chosen?.at ?? null,
    addresses: await broughtAddresses(reader, customerId),
  }
}

/** The e-mail address that another system knew; null where there is none. */
export async function emailOf({ db, vault }: Reader, id: CustomerId): Promise<string | null> {
  const row = await db.selectFrom('sales.customers').select('email_cipher').where('id', '=', id).executeTakeFirst()
  return row?.email_cipher ? vault.open(row.email_cipher) : null
}

async function broughtAddresses({ db, vault, shopId }: Reader, id: CustomerId): Promise<AddressInput[]> {
  const rows = await db
    .selectFrom('sales.addresses')
    .select(['recipient_cipher', 'phone_cipher', 'street_cipher', 'abroad_cipher', 'district_code', 'label'])
    .where('customer_id', '=', id)
    .where('brought_by', '=', shopId)
    .where('removed_at', 'is', null)
    .orderBy('is_default', 'desc')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    name: vault.open(row.recipient_cipher),
    phone: vault.open(row.phone_cipher),
    districtCode: row.district_code,
    street: vault.open(row.street_cipher),
    ...openAbroad(vault, row.abroad_cipher),
    label: row.label,
  }))
}
