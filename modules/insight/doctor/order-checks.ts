import { sql } from 'kysely'
import type { Steps } from '#kernel/steps'
import { afterSalesSteps, fulfilmentSteps, orderPaymentSteps, orderSteps, reviewSteps } from '#model/sales/orders'
import { type Check, check, pairs } from './check.ts'

const orderRemedy = {
  zh: '打开订单的历史核对金额与状态，保留此行报告给工程师；处理前不要退款或发货',
  en: 'Compare the order with its history, keep this row for the engineers, and neither refund nor ship before',
}

const axes: Readonly<Record<string, Steps<string, string>>> = {
  status: orderSteps,
  review: reviewSteps,
  payment: orderPaymentSteps,
  fulfilment: fulfilmentSteps,
  afterSales: afterSalesSteps,
}
const edges = Object.entries(axes).flatMap(([axis, steps]) =>
  Object.values(steps).flatMap(({ from, to }) => from.map((start) => [axis, start, to] as const)),
)
const axisNames = Object.keys(axes).map((axis) => [axis])

/** What an order's own numbers, lines, cart and history must agree on. */
export const orderChecks: readonly Check[] = [
  check(
    'I11',
    { zh: '订单金额等于各行之和，且不为负', en: 'Totals of an order add up from its lines and are never negative' },
    orderRemedy,
    sql`
      select o.shop_id, o.number as subject,
        o.items_minor = l.items and o.discount_minor = l.discount and o.freight_minor = l.freight and o.total_minor = l.total
          and o.total_minor = o.items_minor - o.discount_minor + o.freight_minor and o.total_minor >= 0 as ok,
        jsonb_build_object('items', o.items_minor, 'discount', o.discount_minor, 'freight', o.freight_minor, 'total', o.total_minor, 'lines', l.total) as found
      from sales.orders o
      left join (
        select shop_id, order_id, sum(subtotal_minor) as items, sum(discount_minor) as discount, sum(freight_minor) as freight, sum(total_minor) as total
        from sales.order_lines group by 1, 2
      ) l on l.shop_id = o.shop_id and l.order_id = o.id`,
  ),
  check(
    'I12',
    { zh: '每行数量为正，优惠不超过该行金额', en: 'A line has a positive quantity, and its discount stays within it' },
    orderRemedy,
    sql`
      select l.shop_id, o.number || ' #' || l.position as subject,
        l.quantity between 1 and 9999 and l.unit_price_minor >= 0 and l.discount_minor between 0 and l.subtotal_minor
          and l.subtotal_minor = l.unit_price_minor * l.quantity and l.total_minor = l.subtotal_minor - l.discount_minor + l.freight_minor as ok,
        jsonb_build_object('quantity', l.quantity, 'unitPrice', l.unit_price_minor, 'discount', l.discount_minor, 'total', l.total_minor) as found
      from sales.order_lines l join sales.orders o on o.shop_id = l.shop_id and o.id = l.order_id`,
  ),
  check(
    'I96',
    { zh: '订单重量等于要寄的货品之和', en: 'An order weighs what its goods that are sent weigh' },
    {
      zh: '按重量筛选可能漏掉这张订单；保留此行报告给工程师',
      en: 'A filter by weight may miss this order: keep this row for the engineers',
    },
    sql`
      select o.shop_id, o.number as subject, o.weight_grams = coalesce(l.weight, 0) as ok,
        jsonb_build_object('weight', o.weight_grams, 'goods', coalesce(l.weight, 0)) as found
      from sales.orders o
      left join (
        select shop_id, order_id, sum(weight_grams::int8 * quantity) as weight from sales.order_lines where requires_shipping group by 1, 2
      ) l on l.shop_id = o.shop_id and l.order_id = o.id
      where o.weight_grams is not null`,
  ),
  check(
    'I13',
    { zh: '一个购物车至多成为一个订单', en: 'A cart becomes at most one order' },
    orderRemedy,
    sql`
      select shop_id, min(number) as subject, count(*) = 1 as ok, jsonb_build_object('orders', jsonb_agg(number)) as found
      from sales.orders where cart_id is not null group by shop_id, cart_id`,
  ),
  check(
    'I14',
    { zh: '每位顾客每店至多一个购物车', en: 'A customer has at most one cart in a shop' },
    orderRemedy,
    sql`
      select shop_id, customer_id::text as subject, count(*) = 1 as ok, jsonb_build_object('carts', count(*)) as found
      from sales.carts where status = 'active' and purpose = 'cart' and customer_id is not null group by shop_id, customer_id`,
  ),
  check(
    'I16',
    { zh: '订单状态只沿允许的路径变化', en: 'An order moves only along the declared steps' },
    orderRemedy,
    sql`
      select e.shop_id, e.data ->> 'number' as subject, moved.before = moved.after or edge.axis is not null as ok,
        jsonb_build_object('event', e.type, 'axis', moved.axis, 'from', moved.before, 'to', moved.after) as found
      from platform.events e
      cross join lateral (
        select each.key as axis, b.value as before, a.value as after
        from (values ${pairs(axisNames)}) as each (key)
        cross join lateral (select e.data -> 'before' ->> each.key as value) b
        cross join lateral (select e.data -> 'after' ->> each.key as value) a
      ) moved
      left join (values ${pairs(edges)}) as edge (axis, before, after) on edge.axis = moved.axis and edge.before = moved.before and edge.after = moved.after
      where e.aggregate = 'order' and e.data -> 'before' ? 'fulfilment' and e.data -> 'after' ? 'fulfilment'`,
  ),
  check(
    'I17',
    { zh: '历史没有缺口', en: 'The history of a thing has no gaps' },
    {
      zh: '有人绕过系统删改了事件表，请核查数据库权限',
      en: 'Somebody has changed the event log past the system: look at the rights on the database',
    },
    sql`
      select shop_id, min(aggregate) || ' ' || aggregate_id as subject, min(version) = 1 and max(version) = count(*) as ok,
        jsonb_build_object('events', count(*), 'last', max(version)) as found
      from platform.events group by shop_id, aggregate_id`,
  ),
  check(
    'I18',
    { zh: '订单现状等于历史中最后一步', en: 'An order stands where its history ends' },
    orderRemedy,
    sql`
      select o.shop_id, o.number as subject, last.after = jsonb_build_object('status', o.status, 'review', o.review_status, 'payment', o.payment_status,
          'fulfilment', o.fulfilment_status, 'afterSales', o.after_sales_status) as ok,
        jsonb_build_object('history', last.after, 'status', o.status, 'payment', o.payment_status, 'fulfilment', o.fulfilment_status) as found
      from sales.orders o
      join lateral (
        select e.data -> 'after' as after from platform.events e
        where e.shop_id = o.shop_id and e.aggregate_id = o.id and e.data -> 'after' ? 'fulfilment' order by e.version desc limit 1
      ) last on true`,
  ),
  check(
    'I19',
    { zh: '订单号在店铺内唯一', en: 'The number of an order is unique in its shop' },
    orderRemedy,
    sql`
      select shop_id, number as subject, count(*) = 1 as ok, jsonb_build_object('orders', count(*)) as found
      from sales.orders group by shop_id, number`,
  ),
  check(
    'I36',
    {
      zh: '订单享受的满减在下单时有效',
      en: 'The reduction of an order was in force when it was placed',
    },
    orderRemedy,
    sql`
      select o.shop_id, o.number as subject, coalesce(r.starts_at <= o.placed_at and o.placed_at < r.ends_at + interval '1 minute', false) as ok,
        jsonb_build_object('placedAt', o.placed_at, 'from', r.starts_at, 'until', r.ends_at, 'off', o.discount_minor) as found
      from sales.orders o left join sales.reductions r on r.shop_id = o.shop_id and r.id = o.reduction_id where o.reduction_id is not null`,
  ),
  check(
    'I15',
    { zh: '已下单的购物车有其订单', en: 'A cart that was ordered has its order' },
    orderRemedy,
    sql`
      select c.shop_id, c.id::text as subject, o.cart_id is not distinct from c.id as ok, jsonb_build_object('order', c.order_id) as found
      from sales.carts c left join sales.orders o on o.shop_id = c.shop_id and o.id = c.order_id where c.status = 'ordered'`,
  ),
]
