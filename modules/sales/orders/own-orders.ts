import { type RawBuilder, sql } from 'kysely'
import { type Page, toPage } from '#kernel/page'
import type { Shop } from '#model/office/shops'
import { allShopIds, knownShop } from '#office/shops'
import type { Reader, ShopId } from '#platform/context'
import { beyond } from '#platform/database'
import { filtered, type OrderRow, withLines } from './find-orders.ts'
import { underHeadline } from './headline-sql.ts'
import type { Headline, Order, OrderLine } from './model.ts'
import { toOrder, toOrderLine } from './order.ts'
import { linesOfMany } from './order-store.ts'

/** Buyers' tabs: what waits for payment, for dispatch, for receipt, and what is being given back. */
export const ownTabs = ['all', 'to_pay', 'to_ship', 'to_receive', 'after_sales'] as const
export type OwnTab = (typeof ownTabs)[number]
type Waiting = Exclude<OwnTab, 'all'>

const under = (...headlines: readonly Headline[]): RawBuilder<boolean> =>
  sql`(${sql.join(headlines.map(underHeadline), sql` or `)})`

const tabs: Readonly<Record<Waiting, RawBuilder<boolean>>> = {
  to_pay: under('awaiting_payment'),
  to_ship: under('in_review', 'on_hold', 'pending', 'released', 'short'),
  to_receive: under('partly_shipped', 'shipped', 'delivered'),
  after_sales: sql`(after_sales_status <> 'none' or refunded_minor > 0)`,
}
/** What the badge of a tab counts: of what was given back only what is not over yet. */
const counted: typeof tabs = { ...tabs, after_sales: under('after_sales', 'refunding') }

export interface OwnOrders {
  readonly customerId: string
  readonly tab?: OwnTab
  /** A part of the order number or of the name of something in it. */
  readonly text?: string
  readonly cursor?: string
  readonly limit?: number
}

const said = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`

const names = (text: string): RawBuilder<boolean> => sql`(number ilike ${said(text)} or exists (
  select from sales.order_lines l where l.shop_id = orders.shop_id and l.order_id = orders.id
    and (l.name ilike ${said(text)} or l.name_en ilike ${said(text)})))`

/** A buyer's own orders in this shop, newest first. The recipient is their own and shown whole on the order's page. */
export async function ownOrders(
  reader: Reader,
  { tab = 'all', text, limit = 20, ...of }: OwnOrders,
): Promise<Page<OrderRow>> {
  let query = await filtered(reader, of)
  if (tab !== 'all') query = query.where(tabs[tab])
  if (text?.trim()) query = query.where(names(text))
  const rows = await query
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.placed_at.toString(), row.id])
  return { ...page, rows: await withLines(reader, page.rows.map(toOrder)) }
}

export interface OwnOrder extends Order {
  readonly shop: Shop
  readonly lines: readonly OrderLine[]
}

/** The same in all shops, each with its shop and its lines; the customer's own index finds them. One statement, and one for each shop of the page. */
export async function ownOrdersEverywhere(
  reader: Reader,
  { customerId, tab = 'all', text, cursor, limit = 20 }: OwnOrders,
): Promise<Page<OwnOrder>> {
  let query = reader.db
    .selectFrom('sales.orders')
    .selectAll()
    .where('shop_id', 'in', await allShopIds(reader.db))
    .where('customer_id', '=', customerId)
  if (tab !== 'all') query = query.where(tabs[tab])
  if (text?.trim()) query = query.where(names(text))
  if (cursor) query = query.where(beyond(cursor, ['placed_at', 'id']))
  const rows = await query
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.placed_at.toString(), row.id])
  const found = new Map<string, OwnOrder>()
  for (const [shopId, ofShop] of Map.groupBy(page.rows, (row) => row.shop_id as ShopId))
    for (const order of await inShop({ ...reader, shopId }, ofShop.map(toOrder))) found.set(order.id, order)
  return { ...page, rows: page.rows.map(({ id }) => found.get(id)!) }
}

async function inShop(reader: Reader, orders: readonly Order[]): Promise<OwnOrder[]> {
  const shop = await knownShop(reader)
  const lines = await linesOfMany(
    reader,
    orders.map(({ id }) => id),
  )
  return orders.map((order) => ({
    ...order,
    shop,
    lines: (lines.get(order.id) ?? []).map((row) => toOrderLine(row, order.total.currency)),
  }))
}

/** How many of a buyer's orders in all shops wait under each tab. One statement over the buyer's own orders. */
export async function countOwnOrders(reader: Reader, customerId: string): Promise<Readonly<Record<Waiting, number>>> {
  const parts = Object.entries(counted).map(
    ([tab, condition]) => sql`count(*) filter (where ${condition})::int8 as ${sql.ref(tab)}`,
  )
  const { rows } = await sql<Record<Waiting, number>>`
    select ${sql.join(parts)} from sales.orders
    where shop_id = any(${await allShopIds(reader.db)}::uuid[]) and customer_id = ${customerId}`.execute(reader.db)
  return rows[0]!
}

/** The shops from which a buyer has received something. One statement over the buyer's own orders. */
export async function shopsBoughtFrom({ db }: Pick<Reader, 'db'>, customerId: string): Promise<ShopId[]> {
  const rows = await db
    .selectFrom('sales.orders')
    .select('shop_id')
    .distinct()
    .where('shop_id', 'in', await allShopIds(db))
    .where('customer_id', '=', customerId)
    .where('received_at', 'is not', null)
    .orderBy('shop_id')
    .execute()
  return rows.map(({ shop_id }) => shop_id as ShopId)
}
