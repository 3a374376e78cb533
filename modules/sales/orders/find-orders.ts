import { type RawBuilder, sql } from 'kysely'
import { saleItemsBySku } from '#goods/catalog'
import { daysLater, hours } from '#kernel/day'
import { type Page, toPage } from '#kernel/page'
import type { WarehouseId } from '#model/supply/inventory'
import type { Recipient } from '#model/supply/shipping'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import { readSettings } from '#platform/settings'
import { maskRecipient, openRecipient } from '#supply/shipping'
import {
  asksFor,
  comesFrom,
  goesToPhone,
  hasAllTags,
  hasAnyTag,
  hasNoTag,
  isAbnormal,
  isCalled,
  isPacked,
  lacksGoods,
} from './filter-sql.ts'
import { isDueBy, isLate, underHeadline } from './headline-sql.ts'
import { marksOf } from './mark-order.ts'
import { isMergeable } from './mergeable.ts'
import {
  type Headline,
  type Order,
  type OrderAxes,
  type OrderFlag,
  type OrderId,
  type OrderLine,
  type OrderMark,
  type OrderTag,
  type OrderTagId,
  type RequestKind,
  unmarked,
} from './model.ts'
import { toOrder, toOrderLine } from './order.ts'
import { linesOfMany } from './order-store.ts'
import { tagsOf } from './order-tag.ts'
import { sealedRecipientsOf } from './recipient-store.ts'
import { orderSettings } from './settings.ts'
import { weight } from './weigh-orders.ts'

export interface OrderFilter extends Partial<OrderAxes> {
  readonly headline?: Headline
  /** Only these. */
  readonly ids?: readonly OrderId[]
  readonly number?: string
  /** What stands on an order or its parcel: its number, a waybill number, or a phone number as `phone`. */
  readonly text?: string
  readonly customerId?: string
  /** A whole phone number of the recipient, or its last four digits. */
  readonly phone?: string
  /** Days of the shop's calendar, both included. */
  readonly from?: Temporal.PlainDate
  readonly to?: Temporal.PlainDate
  /** Only orders whose dispatch promise is broken. */
  readonly late?: boolean
  /** Only orders that must leave within so many hours, and are not late yet. */
  readonly dueWithin?: number
  /** Only orders whose goods are missing: reported short, or never set aside. */
  readonly outOfStock?: boolean
  /** Only orders that could leave in one box with another order of their buyer. */
  readonly mergeable?: boolean
  /** Only orders that are, or were, paid to the courier. */
  readonly cashOnDelivery?: boolean
  /** Only orders that somebody has to see to: with an open issue. */
  readonly abnormal?: boolean
  /** Only orders of which a box was checked and packed, and has not left. */
  readonly packed?: boolean
  /** Only orders with goods from this warehouse, set aside there or sent. */
  readonly warehouseId?: WarehouseId
  /** Grams of what has to be carried, both included. */
  readonly weightFrom?: number
  readonly weightTo?: number
  /** Only orders with a special request of this kind. */
  readonly request?: RequestKind
  /** Only orders whose buyer wrote something. */
  readonly memo?: boolean
  /** Only orders on which staff noted something. */
  readonly noted?: boolean
  readonly flag?: OrderFlag
  /** Only orders with one of these tags at least, with all of these, with none of these. */
  readonly tagsAny?: readonly OrderTagId[]
  readonly tagsAll?: readonly OrderTagId[]
  readonly tagsNone?: readonly OrderTagId[]
  /** A carrier's code. */
  readonly carrier?: string
  /** Only orders with this SKU code among their lines. */
  readonly sku?: string
  /** Totals in the shop's smallest unit of money, both included. */
  readonly amountFrom?: number
  readonly amountTo?: number
  readonly cursor?: string
  readonly limit?: number
}

export interface OrderRow extends Order {
  readonly lines: readonly OrderLine[]
  /** Masked: name and phone in part. */
  readonly recipient: Recipient
}

/** An order as staff see it in a list. */
export interface MarkedOrderRow extends OrderRow {
  readonly mark: OrderMark
  readonly tags: readonly OrderTag[]
}

/**
 * The shop's orders, newest first, with their lines and marks; personal data are masked. Carrier, amount and weight are in no index of their own, and most
 * orders may come from one warehouse: unless days are named they are looked for among the orders of the last days (setting).
 */
export async function findOrders(reader: Reader, filter: OrderFilter = {}): Promise<Page<MarkedOrderRow>> {
  const limit = filter.limit ?? 50
  const found = (await filtered(reader, filter))
    .clearSelect()
    .select('id')
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  const rows = await reader.db
    .selectFrom('sales.orders')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('id', 'in', found)
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const page = toPage(rows, limit, (row) => [row.placed_at.toString(), row.id])
  const shown = await withLines(reader, page.rows.map(toOrder))
  const ids = shown.map(({ id }) => id)
  const [marks, tags] = [await marksOf(reader, ids), await tagsOf(reader, ids)]
  return {
    ...page,
    rows: shown.map((row) => ({ ...row, mark: marks.get(row.id) ?? unmarked, tags: tags.get(row.id) ?? [] })),
  }
}

/** How many orders a filter leaves, at most one more than `most`. */
export async function countFound(reader: Reader, filter: OrderFilter, most: number): Promise<number> {
  const some = (await filtered(reader, filter))
    .clearSelect()
    .select('id')
    .limit(most + 1)
  const { count } = await reader.db
    .selectFrom(some.as('some'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The orders that a filter leaves, newest first, at most so many. */
export async function foundIds(
  reader: Reader,
  filter: OrderFilter,
  most: number,
): Promise<Pick<Order, 'id' | 'number'>[]> {
  const rows = await (await filtered(reader, filter))
    .clearSelect()
    .select(['id', 'number'])
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows as Pick<Order, 'id' | 'number'>[]
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
  if (filter.dueWithin) query = query.where(isDueBy(reader.now, reader.now.add(hours(filter.dueWithin))))
  if (filter.outOfStock) query = query.where(lacksGoods)
  if (filter.tagsAny) query = query.where(hasAnyTag(reader.shopId, filter.tagsAny))
  if (filter.tagsAll) query = query.where(hasAllTags(reader.shopId, filter.tagsAll))
  if (filter.tagsNone) query = query.where(hasNoTag(reader.shopId, filter.tagsNone))
  if (filter.abnormal) query = query.where(isAbnormal(reader.shopId))
  if (filter.packed) query = query.where(isPacked(reader.shopId))
  if (filter.weightFrom !== undefined) query = query.where(sql<boolean>`${weight} >= ${filter.weightFrom}`)
  if (filter.weightTo !== undefined) query = query.where(sql<boolean>`${weight} <= ${filter.weightTo}`)
  if (filter.request) query = query.where(asksFor(filter.request))
  for (const [column, value] of columnsOf(filter)) if (value !== undefined) query = query.where(column, '=', value)
  if (filter.phone) query = query.where(goesToPhone(reader, filter.phone))
  if (filter.text) query = query.where(isCalled(reader, filter.text))
  if (filter.ids) query = query.where('id', '=', sql<string>`any(${[...filter.ids]}::uuid[])`)
  if (filter.memo) query = query.where('memo', '<>', '')
  if (filter.noted) query = query.where(isMarked(reader, sql`note <> ''`))
  if (filter.flag) query = query.where(isMarked(reader, sql`flag = ${filter.flag}`))
  if (filter.amountFrom !== undefined) query = query.where('total_minor', '>=', filter.amountFrom)
  if (filter.amountTo !== undefined) query = query.where('total_minor', '<=', filter.amountTo)
  if (filter.sku) query = query.where(await holds(reader, filter.sku))
  const [from, to] = filter.from || filter.to || looksThrough(filter) ? await days(reader, filter) : []
  if (from) query = query.where('placed_at', '>=', from)
  if (to) query = query.where('placed_at', '<', to)
  if (filter.warehouseId) query = query.where(await comesFrom(reader, filter.warehouseId, from))
  if (filter.cursor) query = query.where(beyond(filter.cursor, ['placed_at', 'id']))
  return query
}

const columnsOf = (filter: OrderFilter) =>
  [
    ['status', filter.status],
    ['review_status', filter.review],
    ['payment_status', filter.payment],
    ['fulfilment_status', filter.fulfilment],
    ['after_sales_status', filter.afterSales],
    ['carrier', filter.carrier],
    ['number', filter.number?.trim().toUpperCase()],
    ['customer_id', filter.customerId],
  ] as const

const isMarked = ({ shopId }: Reader, which: RawBuilder<unknown>) =>
  sql<boolean>`id in (select order_id from sales.order_marks where shop_id = ${shopId} and ${which})`

/** A code that no variant has is in no order. */
async function holds(reader: Reader, sku: string): Promise<RawBuilder<boolean>> {
  const item = (await saleItemsBySku(reader, [sku])).get(sku)
  if (!item) return sql<boolean>`false`
  return sql<boolean>`exists (select from sales.order_lines line where line.shop_id = ${reader.shopId}
    and line.order_id = sales.orders.id and line.product_id = ${item.productId} and line.variant_id = ${item.variantId})`
}

/** Whether a filter reads order by order, and nothing else narrows what it reads. */
const looksThrough = (filter: OrderFilter): boolean =>
  readOneByOne.some((name) => filter[name] !== undefined) && !narrowing.some((name) => filter[name])

/** What is looked at order by order: carrier, amount and weight without leaving the index of the list, a warehouse where many come from it. */
const readOneByOne = ['carrier', 'amountFrom', 'amountTo', 'warehouseId', 'weightFrom', 'weightTo'] as const

/** What leaves few orders to look through. */
const narrowing = [
  'headline',
  'late',
  'dueWithin',
  'outOfStock',
  'tagsAny',
  'tagsAll',
  'abnormal',
  'packed',
  'ids',
  'number',
  'text',
  'phone',
  'customerId',
  'sku',
  'noted',
  'flag',
  'memo',
  'request',
] as const

async function days(reader: Reader, filter: OrderFilter): Promise<(Temporal.Instant | undefined)[]> {
  const { timeZone } = await loadShop(reader)
  const start = (day: Temporal.PlainDate | undefined) => day?.toZonedDateTime(timeZone).toInstant()
  const end = start(filter.to)
  const { searchedDays } = await readSettings(reader, orderSettings)
  const from = start(filter.from) ?? (looksThrough(filter) ? daysLater(reader.now, -searchedDays, timeZone) : undefined)
  return [from, end && daysLater(end, 1, timeZone)]
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
