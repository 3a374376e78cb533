import { type RawBuilder, sql } from 'kysely'
import type { WarehouseId } from '#model/supply/inventory'
import type { RequestKind } from './model.ts'

type Condition = RawBuilder<boolean>

/** Conditions over the columns of `sales.orders` that look at what other rooms keep of an order. Those that few orders meet begin there, not at the orders. */
export const isAbnormal = (shopId: string): Condition =>
  sql`id in (select order_id from sales.order_issues where shop_id = ${shopId} and status = 'open')`

/** Under the order, or under the shipment it leaves with. */
export const isPacked = (shopId: string): Condition => sql`status = 'open' and id in (
  select source_id from supply.outbounds where shop_id = ${shopId} and status in ('packed', 'weighed')
  union all
  select o.id from supply.outbounds b join sales.orders o on o.shop_id = b.shop_id and o.shipment_id = b.source_id
  where b.shop_id = ${shopId} and b.status in ('packed', 'weighed') and b.source = 'shipment')`

export const comesFrom = (warehouseId: WarehouseId): Condition => sql`exists (
  select from supply.reservations r where r.shop_id = sales.orders.shop_id and r.holder_id = coalesce(sales.orders.shipment_id, sales.orders.id)
    and r.warehouse_id = ${warehouseId} and r.status in ('held', 'consumed'))`

/** Grams of what has to be carried. */
export const weight: RawBuilder<number> = sql`(
  select coalesce(sum(l.weight_grams::int8 * l.quantity), 0) from sales.order_lines l
  where l.shop_id = sales.orders.shop_id and l.order_id = sales.orders.id and l.requires_shipping)`

export const asksFor = (kind: RequestKind): Condition => sql`requests @> ${JSON.stringify([{ kind }])}::jsonb`
