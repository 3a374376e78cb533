import { sql } from 'kysely'
import { type Money, money, subtract, times } from '#kernel/money'
import type { Order, OrderId, OrderLine } from '#model/sales/orders'
import type { Actor, Reader } from '#platform/context'
import { linesOf, loadOrder } from '#sales/orders'
import type { LineWorth } from './model.ts'

interface Found {
  readonly variantId: string
  readonly setAt: Temporal.Instant | null
  readonly setBy: string | null
  readonly cost: number | null
}

/**
 * How the price of each line came about and what is left of it when the goods are paid: who had set the price and when, and at what cost of one piece. The cost is that of the day the order
 * left, or of today while it has not; null where nobody entered one, and for everybody who may not know costs.
 *
 * @throws orderNotFound
 */
export async function orderWorth(reader: Reader & { readonly actor: Actor }, orderId: OrderId): Promise<LineWorth[]> {
  const order = await loadOrder(reader, orderId)
  const lines = await linesOf(reader, order)
  const found = new Map((await pricesBehind(reader, order, lines)).map((one) => [one.variantId, one]))
  const mayKnow = reader.actor.permissions.has('costs.read')
  return lines.map((line) => {
    const { setAt = null, setBy = null, cost = null } = found.get(line.variantId) ?? {}
    const each = mayKnow && cost !== null ? money(cost, order.total.currency) : null
    const { was, reduction } = line.agreed
    return { lineId: line.id, setAt, setBy, was, reduction, cost: each, ...worthOf(order, line, each) }
  })
}

/** Goods without freight, less what was given back; pieces that came back, or never left, cost nothing. */
export function worthOf(
  { fulfilment }: Pick<Order, 'fulfilment'>,
  line: Pick<OrderLine, 'subtotal' | 'discount' | 'refunded' | 'quantity' | 'shipped' | 'returned'>,
  cost: Money | null,
): Pick<LineWorth, 'earned' | 'margin'> {
  const earned = subtract(subtract(line.subtotal, line.discount), line.refunded)
  const isOver = ['shipped', 'delivered', 'received', 'cancelled'].includes(fulfilment)
  const pieces = (isOver ? line.shipped : line.quantity) - line.returned
  return { earned, margin: cost && subtract(earned, times(cost, pieces)) }
}

/** The last change of each price before the order was placed, and the cost as the first change after its dispatch found it. */
async function pricesBehind(
  { db, shopId, now }: Reader,
  { placedAt, shippedAt }: Order,
  lines: readonly OrderLine[],
): Promise<readonly Found[]> {
  const variants = [...new Set(lines.map(({ variantId }) => variantId))]
  const { rows } = await sql<Found>`
    select v.id as "variantId", set.at as "setAt", set.actor_name as "setBy",
      case when later.before is null then p.cost_minor else (later.before -> 'cost' ->> 'minor')::int8 end as cost
    from unnest(${variants}::uuid[]) v (id)
    left join goods.prices p on p.shop_id = ${shopId} and p.variant_id = v.id
    left join lateral (
      select e.at, e.actor_name from platform.events e
      where e.shop_id = ${shopId} and e.aggregate_id = v.id and e.type = 'price.changed' and e.at <= ${placedAt}
      order by e.version desc limit 1) set on true
    left join lateral (
      select e.data -> 'before' as before from platform.events e
      where e.shop_id = ${shopId} and e.aggregate_id = v.id and e.type = 'price.changed' and e.at > ${shippedAt ?? now}
      order by e.version limit 1) later on true`.execute(db)
  return rows
}
