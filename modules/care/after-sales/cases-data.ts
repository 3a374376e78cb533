import { sql } from 'kysely'
import type { PersonalData } from '#office/privacy'

/** What somebody complained of. The case stays with its amounts; the words are taken out. */
export const casesPersonalData: PersonalData = {
  name: 'cases',
  collect: (reader, customerId) =>
    reader.db
      .selectFrom('care.cases as c')
      .leftJoin('care.case_ratings as r', 'r.case_id', 'c.id')
      .select([
        'c.number',
        'c.kind',
        'c.status',
        'c.order_number as orderNumber',
        'c.reason',
        'c.description',
        'c.amount_minor as amountMinor',
        'c.currency',
        'c.question',
        'c.opened_at as openedAt',
        'c.settled_at as settledAt',
        'r.stars as handlingStars',
        'r.words as handlingWords',
      ])
      .where('c.customer_id', '=', customerId)
      .orderBy('c.opened_at')
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
    await sql`
      update care.case_ratings r set words = '' from care.cases c
      where c.id = r.case_id and c.customer_id = ${customerId} and r.words <> ''`.execute(tx.db)
  },
}
