import { sql } from 'kysely'
import { type Money, money } from '#kernel/money'
import type { ProductId } from '#model/goods/catalog'
import type { OrderId } from '#model/sales/orders'
import { knownShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import { recommendationSettings } from './settings.ts'

/** What the clicks in a list of goods came to. */
export interface SourceSales {
  /** The list: `for_you`, `also_bought`, `cart`, `top`; elsewhere the kind of page, `search`. */
  readonly source: string
  readonly clicks: number
  /** Clicks of people who let us remember them: only these can be followed to an order. */
  readonly knownClicks: number
  readonly orders: number
  readonly pieces: number
  /** What these lines cost when they were ordered, their share of reductions taken off, freight left out. */
  readonly amount: Money
}

/** An order behind the figures of a list: what its lines that count for the list came to. */
export interface BroughtOrder {
  readonly id: OrderId
  readonly number: string
  readonly placedAt: Temporal.Instant
  readonly pieces: number
  readonly amount: Money
  /** The goods that were clicked there and bought. */
  readonly productIds: readonly ProductId[]
}

/**
 * Which lists of goods led to paid orders in the last days, the one that brought most first. A line of an order counts for the list in which
 * its buyer clicked that product last, within some days before the order (setting). Nobody is followed who has not agreed to that.
 */
export async function salesBySource(reader: Reader, days: number): Promise<SourceSales[]> {
  const { db, shopId } = reader
  const [{ currency }, span] = await Promise.all([knownShop(reader), spanOf(reader, days)])
  const { rows } = await sql<Omit<SourceSales, 'amount'> & { amount: number }>`
    with ${brought(reader, span)},
    clicked as (
      select source, count(*)::int as clicks, count(visitor_id)::int as known from insight.behaviour_events
      where shop_id = ${shopId} and kind = 'click' and source <> '' and at >= ${span.since} group by source),
    sold as (
      select source, count(distinct order_id)::int as orders, sum(quantity)::int as pieces, sum(minor)::int8 as minor from brought group by source)
    select source, coalesce(clicks, 0) as clicks, coalesce(known, 0) as "knownClicks", coalesce(orders, 0) as orders,
      coalesce(pieces, 0) as pieces, coalesce(minor, 0) as amount
    from clicked full join sold using (source) order by amount desc, clicks desc, source limit 50`.execute(db)
  return rows.map((row) => ({ ...row, amount: money(row.amount, currency) }))
}

/** The paid orders that `salesBySource` counts for a list, newest first, at most 200; their pieces and amounts add up to its figures. */
export async function ordersOfSource(reader: Reader, source: string, days: number): Promise<BroughtOrder[]> {
  const [{ currency }, span] = await Promise.all([knownShop(reader), spanOf(reader, days)])
  const { rows } = await sql<Omit<BroughtOrder, 'amount'> & { amount: number }>`
    with ${brought(reader, span)}
    select order_id as id, number, placed_at as "placedAt", sum(quantity)::int as pieces, sum(minor)::int8 as amount,
      array_agg(distinct product_id) as "productIds"
    from brought where source = ${source}
    group by order_id, number, placed_at order by placed_at desc, order_id desc limit 200`.execute(reader.db)
  return rows.map((row) => ({ ...row, amount: money(row.amount, currency) }))
}

interface Span {
  readonly since: Temporal.Instant
  /** How long before an order a click still counts. */
  readonly sourceDays: number
}

async function spanOf(reader: Reader, days: number): Promise<Span> {
  const { sourceDays } = await readSettings(reader, recommendationSettings)
  return { since: reader.now.subtract({ hours: 24 * Math.min(90, days) }), sourceDays }
}

/** The table `brought`: each paid line with the list that it counts for. */
function brought({ shopId }: Reader, { since, sourceDays }: Span) {
  const clickedSince = since.subtract({ hours: 24 * sourceDays })
  return sql`
    click as materialized (
      select source, product_id, visitor_id, at from insight.behaviour_events
      where shop_id = ${shopId} and kind = 'click' and source <> '' and visitor_id is not null and at >= ${clickedSince}),
    person as materialized (
      select distinct visitor_id, customer_id from insight.behaviour_events
      where shop_id = ${shopId} and customer_id is not null and visitor_id is not null and at >= ${clickedSince}),
    brought as (
      select distinct on (l.id) c.source, l.order_id, o.number, o.placed_at, l.product_id, l.quantity,
        l.subtotal_minor - l.discount_minor as minor
      from sales.orders o
      join sales.order_lines l on l.shop_id = o.shop_id and l.order_id = o.id
      join person p on p.customer_id = o.customer_id
      join click c on c.visitor_id = p.visitor_id and c.product_id = l.product_id
        and c.at <= o.placed_at and c.at >= o.placed_at - make_interval(days => ${sourceDays}::int)
      where o.shop_id = ${shopId} and o.paid_at >= ${since} and o.status <> 'cancelled'
      order by l.id, c.at desc)`
}
