import { sql } from 'kysely'
import { type Money, money } from '#kernel/money'
import type { CustomerId } from '#model/sales/customers'
import type { Recipient } from '#model/supply/shipping'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { maskRecipient, openRecipient } from '#supply/shipping'
import type { OrderId } from './model.ts'

/** What somebody has bought in the shop, and whom it went to. */
export interface Buying {
  readonly orders: number
  /** Neither cancelled nor completed. */
  readonly open: number
  /** What was paid, refunds included. */
  readonly paid: Money
  readonly refunded: Money
  readonly firstAt: Temporal.Instant | null
  readonly lastAt: Temporal.Instant | null
  /** Masked, each once with the latest order that went there: the last twenty of the last two hundred orders. */
  readonly recipients: readonly SentTo[]
}

export interface SentTo {
  readonly recipient: Recipient
  readonly orderId: OrderId
  readonly orderNumber: string
  readonly lastAt: Temporal.Instant
}

interface Sums {
  readonly orders: number
  readonly open: number
  readonly paid: number
  readonly refunded: number
  readonly firstAt: Temporal.Instant | null
  readonly lastAt: Temporal.Instant | null
}

/** What a customer has bought in the shop; nothing for somebody who has not. */
export async function buyingOf(reader: Reader, customerId: CustomerId): Promise<Buying> {
  const { currency } = await loadShop(reader)
  const { rows } = await sql<Sums>`
    select count(*)::int8 as orders, count(*) filter (where status = 'open')::int8 as open,
      coalesce(sum(total_minor - waived_minor) filter (where payment_status in ('paid', 'partly_refunded', 'refunded')), 0)::int8 as paid,
      coalesce(sum(refunded_minor), 0)::int8 as refunded, min(placed_at) as "firstAt", max(placed_at) as "lastAt"
    from sales.orders where shop_id = ${reader.shopId} and customer_id = ${customerId}`.execute(reader.db)
  const { paid, refunded, ...sums } = rows[0]!
  return {
    ...sums,
    paid: money(paid, currency),
    refunded: money(refunded, currency),
    recipients: await recipientsOf(reader, customerId),
  }
}

interface SentRow {
  readonly id: OrderId
  readonly number: string
  readonly sealed: Buffer
  readonly at: Temporal.Instant
}

async function recipientsOf({ db, vault, shopId }: Reader, customerId: CustomerId): Promise<SentTo[]> {
  const { rows } = await sql<SentRow>`
    select * from (
      select distinct on (recipient_index) id, number, recipient_cipher as sealed, placed_at as at from (
        select id, number, recipient_index, recipient_cipher, placed_at from sales.orders
        where shop_id = ${shopId} and customer_id = ${customerId} and recipient_cipher is not null
        order by placed_at desc limit 200) late
      order by recipient_index, placed_at desc) each_once
    order by at desc limit 20`.execute(db)
  return rows.map(({ id, number, sealed, at }) => ({
    recipient: maskRecipient(openRecipient(vault, sealed)),
    orderId: id,
    orderNumber: number,
    lastAt: at,
  }))
}
