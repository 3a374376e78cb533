import type { PersonalData } from '#office/privacy'
import { findCustomer } from './customer-store.ts'

/** The customer and the address book. */
export const customersPersonalData: PersonalData = {
  name: 'customer',
  async collect(reader, id) {
    const customer = await findCustomer(reader, id)
    const removed = await reader.db
      .selectFrom('sales.addresses')
      .select(['recipient_cipher', 'phone_cipher', 'street_cipher', 'district_code', 'removed_at'])
      .where('customer_id', '=', id)
      .execute()
    const addresses = removed.map((row) => ({
      name: reader.vault.open(row.recipient_cipher),
      phone: reader.vault.open(row.phone_cipher),
      districtCode: row.district_code,
      street: reader.vault.open(row.street_cipher),
      removedAt: row.removed_at,
    }))
    return { ...customer, addresses }
  },
  async erase(tx, id) {
    await tx.db.deleteFrom('sales.addresses').where('customer_id', '=', id).execute()
    await tx.db
      .updateTable('sales.customers')
      .set({ display_name: '', wants_news: false })
      .where('id', '=', id)
      .execute()
  },
}
