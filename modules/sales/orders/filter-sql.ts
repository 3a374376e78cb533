import { type RawBuilder, sql } from 'kysely'
import type { WarehouseId } from '#model/supply/inventory'
import type { Reader } from '#platform/context'
import { underHeadline } from './headline-sql.ts'
import type { OrderTagId, RequestKind } from './model.ts'
import { isPhoneLike, phoneSought } from './recipient.ts'

type Condition = RawBuilder<boolean>

const abnormalOrders = (shopId: string) =>
  sql`select order_id as id from sales.order_issues where shop_id = ${shopId} and status = 'open'`

const packedAlone = (shopId: string) =>
  sql`select source_id as id from supply.outbounds where shop_id = ${shopId} and status in ('packed', 'weighed') and source = 'order'`

const packedTogether = (shopId: string) => sql`
  select o.id from supply.outbounds b join sales.orders o on o.shop_id = b.shop_id and o.shipment_id = b.source_id
  where b.shop_id = ${shopId} and b.status in ('packed', 'weighed') and b.source = 'shipment'`

/**
 * Conditions over the columns of `sales.orders` that look at what other rooms keep of an order. Those that few orders meet begin there, not at the orders:
 * an array is read first, where the planner would rather try one order after the other.
 */
export const isAbnormal = (shopId: string): Condition => sql`id = any(array(${abnormalOrders(shopId)}))`

/** Under the order, or under the shipment it leaves with. */
export const isPacked = (shopId: string): Condition =>
  sql`id in (${packedAlone(shopId)} union all ${packedTogether(shopId)})`

/** The same orders without a look at them, as many as a badge counts: each index is read in order and left early. */
export const someAbnormal = (shopId: string, most: number): RawBuilder<unknown> =>
  sql`select distinct id from (${abnormalOrders(shopId)}) found limit ${most}`
export const somePacked = (shopId: string, most: number): RawBuilder<unknown> => sql`
  (select distinct id from (${packedAlone(shopId)}) alone limit ${most}) union (select id from (${packedTogether(shopId)}) together limit ${most}) limit ${most}`

/** So many lines set aside are looked up faster than the orders of two weeks are asked where they come from. */
const fewSetAside = 5_000

/**
 * With goods from this warehouse. Where few orders since then come from, they are found by what was set aside there. Goods of a crowd are set aside shortly
 * before their order is placed.
 */
export async function comesFrom(
  { db, shopId }: Reader,
  warehouseId: WarehouseId,
  since: Temporal.Instant | undefined,
  few = fewSetAside,
): Promise<Condition> {
  const holders = sql`select holder_id from supply.reservations
    where shop_id = ${shopId} and warehouse_id = ${warehouseId} and status in ('held', 'consumed')
      and created_at >= ${since ? since.subtract({ hours: 24 }) : '-infinity'}::timestamptz`
  const counted = sql<{ count: number }>`select count(*) as count from (${holders} limit ${few + 1}) as found`
  const { rows } = await counted.execute(db)
  if (rows[0]!.count > few) return holdsAt(warehouseId)
  return sql`id = any(array(
    ${holders} union all select id from sales.orders where shop_id = ${shopId} and shipment_id = any(array(${holders}))))`
}

const holdsAt = (warehouseId: WarehouseId): Condition => sql`exists (
  select from supply.reservations r where r.shop_id = sales.orders.shop_id and r.holder_id = coalesce(sales.orders.shipment_id, sales.orders.id)
    and r.warehouse_id = ${warehouseId} and r.status in ('held', 'consumed'))`

/** Goods are missing: the warehouse reported it, or nothing could be set aside when the order came. */
export const lacksGoods: Condition = sql`(${underHeadline('short')} or (${underHeadline('in_review')} and 'stock_missing' = any(review_reasons)))`

/** With at least one of these tags. */
export const hasAnyTag = (shopId: string, tagIds: readonly OrderTagId[]): Condition =>
  sql`id in (select order_id from sales.tagged_orders where shop_id = ${shopId} and tag_id = any(${[...tagIds]}::uuid[]))`

export const hasAllTags = (shopId: string, tagIds: readonly OrderTagId[]): Condition =>
  sql.join(
    tagIds.map((tagId) => hasAnyTag(shopId, [tagId])),
    sql` and `,
  )

export const hasNoTag = (shopId: string, tagIds: readonly OrderTagId[]): Condition => sql`not exists (
  select from sales.tagged_orders t where t.shop_id = ${shopId} and t.order_id = sales.orders.id and t.tag_id = any(${[...tagIds]}::uuid[]))`

export const asksFor = (kind: RequestKind): Condition =>
  sql`requests <> '[]' and requests @> ${JSON.stringify([{ kind }])}::jsonb`

/** Whose recipient has this number, whole or its last four digits. */
export function goesToPhone({ vault }: Reader, phone: string): Condition {
  const [column, sought] = phoneSought(vault, phone)
  return sql`${sql.ref(column)} = any(${sought}::bytea[])`
}

/** What stands on an order or its parcel. The few orders that bear it are read first, each by an index of its own. */
export function isCalled(reader: Reader, text: string): Condition {
  const { shopId } = reader
  const [word, code] = [text.trim(), text.trim().toUpperCase()]
  const sources = sql`select source_id from supply.parcels where shop_id = ${shopId} and waybill_number in (${word}, ${code})`
  const orders = (which: Condition) => sql`select id from sales.orders where shop_id = ${shopId} and ${which}`
  const found = [
    orders(sql`number = ${code}`),
    orders(sql`id in (${sources})`),
    orders(sql`shipment_id in (${sources})`),
    ...(isPhoneLike(word) ? [orders(goesToPhone(reader, word))] : []),
  ]
  return sql`id = any(array(${sql.join(found, sql` union all `)}))`
}
