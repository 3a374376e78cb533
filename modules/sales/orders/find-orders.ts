import { daysLater } from '#kernel/day'
import { type Page, toPage } from '#kernel/page'
import type { Recipient } from '#model/supply/shipping'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import { openRecipient } from '#supply/shipping'
import { isLate, underHeadline } from './headline-sql.ts'
import { isMergeable } from './mergeable.ts'
import type { Headline, Order, OrderAxes, OrderLine } from './model.ts'
import { toOrder, toOrderLine } from './order.ts'
import { linesOfMany } from './order-store.ts'
import { lastFourIndex, maskRecipient, phoneIndex } from './recipient.ts'
import { sealedRecipientsOf } from './recipient-store.ts'

export interface OrderFilter extends Partial<OrderAxes> {
  readonly headline?: Headline
  readonly number?: string
  readonly customerId?: string
  /** A whole phone number of the recipient, or its last four digits. */
  readonly phone?: string
  /** Days of the shop's calendar, both included. */
  readonly from?: Temporal.PlainDate
  readonly to?: Temporal.PlainDate
  /** Only orders whose dispatch promise is broken. */
  readonly late?: boolean
  /** Only orders that could leave in one box with another order of their buyer. */
  readonly mergeable?: boolean
  /** Only orders that are, or were, paid to the courier. */
  readonly cashOnDelivery?: boolean
  readonly cursor?: string
  readonly limit?: number
}

export interface OrderRow extends Order {
  readonly lines: readonly OrderLine[]
  /** Masked: name and phone in part. */
  readonly recipient: Recipient
}

/** The shop's orders, newest first, with their lines; personal data are masked. */
export async function findOrders(reader: Reader, filter: OrderFilter = {}): Promise<Page<OrderRow>> {
  const limit = filter.limit ?? 50
  const rows = await (await filtered(reader, filter))
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.placed_at.toString(), row.id])
  return { ...page, rows: await withLines(reader, page.rows.map(toOrder)) }
}

/** Orders with their lines and their masked recipients, in their order. */
export async function withLines(reader: Reader, orders: readonly Order[]): Promise<OrderRow[]> {
  const ids = orders.map((order) => order.id)
  const [lines, recipients] = [await linesOfMany(reader, ids), await sealedRecipientsOf(reader, ids)]
  return orders.map((order) => ({
    ...order,
    lines: (lines.get(order.id) ?? []).map((row) => toOrderLine(row, order.total.currency)),
    recipient: maskRecipient(openRecipient(reader.vault, recipients.get(order.id)!)),
  }))
}

/** The orders of the shop that a filter leaves, without order and end. */
export async function filtered(reader: Reader, filter: OrderFilter) {
  let query = reader.db.selectFrom('sales.orders').selectAll().where('shop_id', '=', reader.shopId)
  if (filter.headline) query = query.where(underHeadline(filter.headline))
  if (filter.mergeable) query = query.where(isMergeable)
  if (filter.cashOnDelivery) query = query.where('cash_on_delivery', '=', true)
  if (filter.late) query = query.where(isLate(reader.now))
  for (const [column, value] of columnsOf(reader, filter))
    if (value !== undefined) query = query.where(column, '=', value)
  if (filter.from || filter.to) {
    const [from, to] = await days(reader, filter)
    if (from) query = query.where('placed_at', '>=', from)
    if (to) query = query.where('placed_at', '<', to)
  }
  if (filter.cursor) query = query.where(beyond(filter.cursor, ['placed_at', 'id']))
  return query
}

const columnsOf = ({ vault }: Reader, filter: OrderFilter) => {
  const phone = filter.phone?.replace(/\D/g, '')
  return [
    ['status', filter.status],
    ['review_status', filter.review],
    ['payment_status', filter.payment],
    ['fulfilment_status', filter.fulfilment],
    ['after_sales_status', filter.afterSales],
    ['number', filter.number?.trim().toUpperCase()],
    ['customer_id', filter.customerId],
    ['phone_last4_index', phone && phone.length <= 4 ? lastFourIndex(vault, phone) : undefined],
    ['phone_index', phone && phone.length > 4 ? phoneIndex(vault, phone) : undefined],
  ] as const
}

async function days(reader: Reader, { from, to }: OrderFilter): Promise<(Temporal.Instant | undefined)[]> {
  const { timeZone } = await loadShop(reader)
  const start = (day: Temporal.PlainDate | undefined) => day?.toZonedDateTime(timeZone).toInstant()
  const end = start(to)
  return [start(from), end && daysLater(end, 1, timeZone)]
}

/** What a buyer has received since a moment, the latest receipt first: at most the last hundred, with their lines. */
export async function receivedOrders(
  reader: Reader,
  { customerId, since }: { readonly customerId: string; readonly since: Temporal.Instant },
): Promise<OrderRow[]> {
  const rows = await (await filtered(reader, { customerId }))
    .where('received_at', '>=', since)
    .orderBy('received_at', 'desc')
    .limit(100)
    .execute()
  return withLines(reader, rows.map(toOrder))
}
