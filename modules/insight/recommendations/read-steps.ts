import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'
import type { Step } from './sequences.ts'

type ProductId = Id<'Product'>

/** A purchase is certain, a cart a wish, a look a thought. */
export const stepWeights = { bought: 1, cart_add: 0.6, view: 0.3 } as const

/** Of a longer history its end: what a shop sees in so many steps is enough to know what belongs together. */
const mostSteps = 500_000

/** What everybody bought, put into a cart or looked at since a moment, person by person, the oldest first. Paid orders count until they are cancelled. */
export async function readSteps({ db, shopId }: Reader, since: Temporal.Instant): Promise<Step<ProductId>[]> {
  const { bought, cart_add, view } = stepWeights
  const { rows } = await sql<Step<ProductId>>`
    select person, item, weight from (
      select o.customer_id::text as person, l.product_id as item, ${bought}::float8 as weight, o.placed_at as at
      from sales.orders o join sales.order_lines l on l.shop_id = o.shop_id and l.order_id = o.id
      where o.shop_id = ${shopId} and o.placed_at >= ${since} and o.paid_at is not null and o.status <> 'cancelled' and o.customer_id is not null
      union all
      select coalesce(customer_id, visitor_id)::text, product_id, case kind when 'cart_add' then ${cart_add}::float8 else ${view}::float8 end, at
      from insight.behaviour_events
      where shop_id = ${shopId} and at >= ${since} and kind in ('view', 'cart_add') and product_id is not null and visitor_id is not null
      order by at desc limit ${mostSteps}) as step
    order by person, at, item`.execute(db)
  return rows
}
