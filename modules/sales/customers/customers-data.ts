import type { PersonalData } from '#office/privacy'
import type { Reader } from '#platform/context'
import { openAbroad } from './address-store.ts'
import { findCustomer } from './customer-store.ts'
import { emailOf } from './customers-of-shop.ts'
import type { CustomerId } from './model.ts'

/** The customer and the address book. */
export const customersPersonalData: PersonalData = {
  name: 'customer',
  async collect(reader, id) {
    const customer = await findCustomer(reader, id)
    const kept = await reader.db
      .selectFrom('sales.addresses')
      .select(['recipient_cipher', 'phone_cipher', 'street_cipher', 'abroad_cipher', 'district_code'])
      .where('customer_id', '=', id)
      .where('removed_at', 'is', null) // of a removed one nothing is left
      .execute()
    const addresses = kept.map((row) => ({
      name: reader.vault.open(row.recipient_cipher),
      phone: reader.vault.open(row.phone_cipher),
      districtCode: row.district_code,
      street: reader.vault.open(row.street_cipher),
      ...openAbroad(reader.vault, row.abroad_cipher),
    }))
    return { ...customer, email: await emailOf(reader, id), addresses, invoiceTitles: await titlesOf(reader, id) }
  },
  async erase(tx, id) {
    await tx.db.deleteFrom('sales.addresses').where('customer_id', '=', id).execute()
    await tx.db.deleteFrom('sales.invoice_titles').where('customer_id', '=', id).execute()
    await tx.db
      .updateTable('sales.customers')
      .set({ display_name: '', wants_news: false, email_cipher: null })
      .where('id', '=', id)
      .execute()
  },
}

async function titlesOf({ db, vault }: Reader, id: CustomerId) {
  const rows = await db
    .selectFrom('sales.invoice_titles')
    .select(['kind', 'title_cipher', 'tax_number', 'email_cipher'])
    .where('customer_id', '=', id)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    title: vault.open(row.title_cipher),
    taxNumber: row.tax_number,
    email: row.email_cipher && vault.open(row.email_cipher),
  }))
}
