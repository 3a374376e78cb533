import { sql } from 'kysely'
import type { PersonalData } from '#office/privacy'

/** What somebody complained of. The case stays with its amounts; the words are taken out. */
export const casesPersonalData: PersonalData = {
  name: 'cases',
  collect: (reader, customerId) =>
    reader.db
      .selectFrom('care.cases')
      .select([
        'number',
        'kind',
        'status',
        'order_number as orderNumber',
        'reason',
        'description',
        'amount_minor as amountMinor',
        'currency',
        'question',
        'opened_at as openedAt',
        'settled_at as settledAt',
      ])
      .where('customer_id', '=', customerId)
      .orderBy('opened_at')
      .execute(),
  async isNeeded({ db }, customerId) {
    const { rows } = await sql`
      select from care.cases where customer_id = ${customerId} and status not in ('settled', 'refused', 'withdrawn') limit 1`.execute(
      db,
    )
    return rows.length > 0
  },
  async erase(tx, customerId) {
    await tx.db.updateTable('care.cases').set({ description: '' }).where('customer_id', '=', customerId).execute()
  },
}
