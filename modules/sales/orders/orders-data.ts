import { sql } from 'kysely'
import type { PersonalData } from '#office/privacy'
import type { ShopId } from '#platform/context'
import { openRecipient } from '#supply/shipping'
import { forgetNotesOn } from './mark-order.ts'
import type { OrderId } from './model.ts'

/**
 * Orders with their recipients and lines, and what staff noted on them, of all shops. The orders stay when the account goes: contracts are kept, and the
 * job that forgets recipients takes those out when their time is over. The notes go.
 * Source: E-Commerce Law of the PRC, article 31, at least three years from the end of the deal
 */
export const ordersPersonalData: PersonalData = {
  name: 'orders',
  async collect(reader, customerId) {
    const { rows } = await sql<{ recipient: Uint8Array | null } & Record<string, unknown>>`
      select o.number, s.name as shop, o.placed_at as "placedAt", o.status, o.total_minor as "totalMinor", o.currency, o.memo,
        o.recipient_cipher as recipient,
        (select jsonb_agg(jsonb_build_object('name', l.name, 'sku', l.sku, 'quantity', l.quantity, 'totalMinor', l.total_minor) order by l.position)
          from sales.order_lines l where l.shop_id = o.shop_id and l.order_id = o.id) as lines,
        (select coalesce(jsonb_agg(distinct noted.words), '[]') from (
          select note as words from sales.order_marks m where m.shop_id = o.shop_id and m.order_id = o.id
          union all
          select unnest(array[e.data ->> 'note', e.data ->> 'remark', e.data ->> 'text', e.data #>> '{before,note}', e.data #>> '{after,note}'])
            from platform.events e where e.shop_id = o.shop_id and e.aggregate_id = o.id) noted
          where noted.words <> '') as notes
      from sales.orders o join office.shops s on s.id = o.shop_id
      where o.customer_id = ${customerId} order by o.placed_at`.execute(reader.db)
    return rows.map(({ recipient, ...order }) => ({ ...order, recipient: openRecipient(reader.vault, recipient) }))
  },
  async isNeeded({ db }, customerId) {
    const { rows } = await sql`
      select from sales.orders where customer_id = ${customerId} and status = 'open' limit 1`.execute(db)
    return rows.length > 0
  },
  async erase(tx, customerId) {
    const rows = await tx.db
      .selectFrom('sales.orders')
      .select(['shop_id', 'id'])
      .where('customer_id', '=', customerId)
      .execute()
    for (const [shopId, orders] of Map.groupBy(rows, ({ shop_id }) => shop_id as ShopId))
      await forgetNotesOn(
        { ...tx, shopId },
        orders.map(({ id }) => id as OrderId),
      )
  },
}
