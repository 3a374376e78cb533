import { type RawBuilder, sql } from 'kysely'
import type { PersonalData } from '#office/privacy'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'

/** What was spoken with a buyer about their orders, what staff said of them to each other, and what the buyer said afterwards. The record of the contact stays; the words go. */
export const deskPersonalData: PersonalData = {
  name: 'contacts',
  async collect(reader, customerId) {
    const { rows } = await sql<Record<string, unknown>>`
      select o.number as "orderNumber", c.way, c.outcome, c.note, c.at, null::int as rating
      from sales.order_contacts c join sales.orders o on o.shop_id = c.shop_id and o.id = c.order_id where o.customer_id = ${customerId}
      union all
      select o.number, 'feedback', '', f.words, f.answered_at, f.rating
      from sales.follow_ups f join sales.orders o on o.shop_id = f.shop_id and o.id = f.order_id
      where o.customer_id = ${customerId} and f.answered_at is not null
      union all
      select o.number, 'confirmation', c.status, c.note, c.settled_at, null
      from sales.order_confirmations c join sales.orders o on o.shop_id = c.shop_id and o.id = c.order_id
      where o.customer_id = ${customerId} and c.settled_at is not null
      union all
      select o.number, 'comment', '',
        concat_ws(' / ', nullif(c.words, ''), (select string_agg(f->>'words', ' / ') from jsonb_array_elements(c.former) f)), c.at, null
      from sales.order_comments c join sales.orders o on o.shop_id = c.shop_id and o.id = c.order_id where o.customer_id = ${customerId}
      order by 5`.execute(reader.db)
    return rows
  },
  erase: (tx, customerId) =>
    forgetWords(
      tx,
      sql`exists (select from sales.orders o where o.shop_id = t.shop_id and o.id = t.order_id and o.customer_id = ${customerId})`,
    ),
}

/** Once nobody can say any more who got an order, nothing that was spoken about it says it either. */
export const forgetWordsOfOrder = (ctx: Context, { aggregateId }: Pick<EventRecord, 'aggregateId'>): Promise<void> =>
  transaction(ctx, (tx) => forgetWords(tx, sql`t.shop_id = ${tx.shopId} and t.order_id = ${aggregateId}`))

async function forgetWords(tx: Tx, which: RawBuilder<unknown>): Promise<void> {
  await sql`update sales.order_contacts t set note = '' where ${which}`.execute(tx.db)
  await sql`update sales.order_confirmations t set note = '' where ${which}`.execute(tx.db)
  await sql`update sales.order_checks t set note = '' where ${which}`.execute(tx.db)
  await sql`update sales.order_comments t set words = '', former = '[]' where ${which}`.execute(tx.db)
  await sql`update sales.order_issues t set resolution = '', data = data - 'reason' where ${which}`.execute(tx.db)
  await sql`update sales.follow_ups t set words = '' where ${which}`.execute(tx.db)
}
