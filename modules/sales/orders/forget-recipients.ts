import { sql } from 'kysely'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { forgetRecipients as forgetOfOutbounds } from '#supply/warehouse'
import { forgetNotesOn } from './mark-order.ts'
import type { OrderId } from './model.ts'
import { tellOrder } from './order-store.ts'
import { orderSettings } from './settings.ts'

const batch = 200

/**
 * Job. Forgets who got the orders that ended as long ago as the shop keeps recipients: name, phone, address and what the buyer wrote, with
 * the order and with its boxes, and what staff noted on it. Goods, money and history stay. An order has ended when it is cancelled or completed, no case is
 * open and nothing has happened to it since but that somebody looked.
 * Source of the least time: E-Commerce Law of the PRC, article 31, three years from the end of the deal
 */
export async function forgetRecipients(ctx: Context): Promise<void> {
  const { recipientDays } = await readSettings(ctx, orderSettings)
  const before = ctx.now.subtract({ hours: 24 * recipientDays })
  while ((await transaction(ctx, (tx) => forgetSome(tx, before))) === batch);
}

async function forgetSome(tx: Tx, before: Temporal.Instant): Promise<number> {
  const forgotten = await forgetOrders(tx, before)
  await forgetNotesOn(
    tx,
    forgotten.map(({ id }) => id),
  )
  for (const order of forgotten) await tellOrder(tx, 'order.recipient_forgotten', order)
  await forgetOfOutbounds(tx, { sourceIds: await wholeSources(tx, forgotten) })
  return forgotten.length
}

interface Forgotten {
  readonly id: OrderId
  readonly number: string
  readonly shipment_id: string | null
}

async function forgetOrders({ db, shopId }: Tx, before: Temporal.Instant): Promise<readonly Forgotten[]> {
  const { rows } = await sql<Forgotten>`
    update sales.orders o
    set recipient_cipher = null, phone_index = null, phone_last4_index = null, recipient_index = null, memo = '', requests = '[]',
      version = version + 1
    where shop_id = ${shopId} and id in (
      select due.id from sales.orders due
      where due.shop_id = ${shopId} and due.status <> 'open' and due.recipient_cipher is not null
        and due.after_sales_status <> 'open' and due.placed_at < ${before}
        and not exists (select from platform.events e where e.shop_id = due.shop_id and e.aggregate_id = due.id
          and e.at >= ${before} and e.type <> 'order.recipient_revealed')
      order by due.placed_at limit ${batch} for update skip locked)
    returning id, number, shipment_id`.execute(db)
  return rows
}

/** Under what the boxes of these orders left; a box of several orders keeps its recipient until the last of them is forgotten. */
async function wholeSources({ db, shopId }: Tx, orders: readonly Forgotten[]): Promise<string[]> {
  const shipments = [...new Set(orders.flatMap(({ shipment_id }) => shipment_id ?? []))]
  const alone = orders.map(({ id }) => id)
  if (shipments.length === 0) return alone
  const kept = await db
    .selectFrom('sales.orders')
    .select('shipment_id')
    .where('shop_id', '=', shopId)
    .where('shipment_id', 'in', shipments)
    .where('recipient_cipher', 'is not', null)
    .execute()
  return [...alone, ...shipments.filter((id) => kept.every(({ shipment_id }) => shipment_id !== id))]
}
