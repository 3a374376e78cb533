import { sql } from 'kysely'
import type { ExportColumn, ExportKind, ExportReader, ExportRow } from '#platform/exports'
import { regionPath } from '#platform/regions'
import type { CustomerId } from '../model.ts'
import { customerColumns } from './customer-columns.ts'

const customersOfBatch = 500
const fields = [
  'phone',
  'name',
  'email',
  'recipient',
  'recipientPhone',
  'province',
  'city',
  'district',
  'districtCode',
  'street',
  'label',
]

/**
 * The shop's customers: those it brought and those who ordered here, with the addresses it brought itself; a shopper's own address
 * book is nobody else's. An address a row, as `customerImport` reads them.
 */
export const customerExport = (): ExportKind => ({
  kind: 'customers',
  label: { zh: '客户', en: 'Customers' },
  permission: 'customers.read',
  personal: 'customers.reveal',
  columns: [
    ...customerColumns
      .filter(({ field }) => fields.includes(field))
      .map(({ field, label }): ExportColumn => ({ field, label, personal: true })),
    { field: 'orders', label: { zh: '订单数', en: 'Orders' } },
    { field: 'since', label: { zh: '成为客户', en: 'Customer since' } },
  ],
  filters: {},
  rows: async function* (reader) {
    let after: string | undefined
    do {
      const customers = await customersAfter(reader, after)
      yield await withAddresses(reader, customers)
      after = customers.length === customersOfBatch ? customers.at(-1)!.id : undefined
    } while (after)
  },
})

interface CustomerRow {
  readonly id: CustomerId
  readonly name: string
  readonly phone: Buffer | null
  readonly email: Buffer | null
  readonly orders: number
  readonly since: Temporal.Instant
}

async function customersAfter(reader: ExportReader, after: string | undefined): Promise<CustomerRow[]> {
  const { rows } = await sql<CustomerRow>`
    with ours as (
      select customer_id as id from sales.shop_customers where shop_id = ${reader.shopId} ${after ? sql`and customer_id > ${after}::uuid` : sql``}
      union select customer_id from sales.orders where shop_id = ${reader.shopId} ${after ? sql`and customer_id > ${after}::uuid` : sql``}
      order by id limit ${customersOfBatch})
    select c.id, a.display_name as name, a.phone_cipher as phone, c.email_cipher as email, o.orders, coalesce(least(s.since, o.first), c.created_at) as since
    from ours join sales.customers c on c.id = ours.id join office.accounts a on a.id = c.id and a.status <> 'closed'
    left join sales.shop_customers s on s.shop_id = ${reader.shopId} and s.customer_id = c.id
    cross join lateral (select count(*)::int as orders, min(placed_at) as first from sales.orders where shop_id = ${reader.shopId} and customer_id = c.id) o
    order by c.id`.execute(reader.db)
  return rows
}

interface AddressRow {
  readonly customerId: CustomerId
  readonly recipient: Buffer
  readonly phone: Buffer
  readonly street: Buffer
  readonly districtCode: string
  readonly label: string
}

async function withAddresses(reader: ExportReader, customers: readonly CustomerRow[]): Promise<ExportRow[]> {
  const { rows } = await sql<AddressRow>`
    select customer_id as "customerId", recipient_cipher as recipient, phone_cipher as phone, street_cipher as street, district_code as "districtCode", label
    from sales.addresses where customer_id = any(${customers.map(({ id }) => id)}::uuid[]) and brought_by = ${reader.shopId} and removed_at is null
    order by customer_id, is_default desc, created_at`.execute(reader.db)
  const books = Map.groupBy(rows, ({ customerId }) => customerId)
  return customers.flatMap((customer) => rowsOf(reader, customer, books.get(customer.id) ?? []))
}

/** A shopper without a number cannot be found again, so there is no row to bring in. */
function rowsOf(reader: ExportReader, customer: CustomerRow, book: readonly AddressRow[]): ExportRow[] {
  const { vault } = reader
  const { name, phone, email, orders, since } = customer
  if (!phone) return []
  const own = {
    phone: vault.open(phone).replace(/^\+86/, ''),
    name,
    email: email && vault.open(email),
    orders,
    since: since.toString(),
  }
  return book.length === 0 ? [own] : book.map((address) => ({ ...own, ...addressCells(reader, address) }))
}

function addressCells({ vault, locale }: ExportReader, { recipient, phone, street, districtCode, label }: AddressRow) {
  const place = regionPath(districtCode, locale)
  return {
    recipient: vault.open(recipient),
    recipientPhone: vault.open(phone),
    province: place?.province ?? null,
    city: place?.city ?? null,
    district: place?.district ?? null,
    districtCode,
    street: vault.open(street),
    label,
  }
}
