import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { AccountId, Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import type { Past } from './rank-next.ts'
import { stepWeights } from './read-steps.ts'
import { recommendationSettings } from './settings.ts'

type ProductId = Id<'Product'>

const mostSteps = 40

export interface WholePast {
  /** The last things looked at, put into carts and bought, the oldest first, each once. */
  readonly past: readonly Past<ProductId>[]
  readonly boughtLately: ReadonlySet<ProductId>
}

/** What somebody did lately. An account's orders and steps are read only when the account agreed to be remembered. */
export async function pastOf(
  reader: Reader,
  {
    customerId,
    visitorId,
  }: { readonly customerId?: AccountId | undefined; readonly visitorId?: Id<'Visitor'> | undefined },
): Promise<WholePast> {
  if (!customerId && !visitorId) return { past: [], boughtLately: new Set() }
  const { pastDays, repeatDays } = await readSettings(reader, recommendationSettings)
  const { db, shopId, now } = reader
  const daysAgo = (days: number) => now.subtract({ hours: 24 * days })
  const { bought, cart_add, view } = stepWeights
  const { rows } = await sql<{ item: ProductId; weight: number; lately: boolean }>`
    with person as (select customer_id as id from insight.behaviour_choices where customer_id = ${customerId ?? null}::uuid and agrees),
    step as (
      (select product_id as item, case kind when 'cart_add' then ${cart_add}::float8 else ${view}::float8 end as weight, at, false as lately
      from insight.behaviour_events where visitor_id = ${visitorId ?? null}::uuid and shop_id = ${shopId} and product_id is not null and kind <> 'click' and at >= ${daysAgo(pastDays)}
      order by at desc limit ${mostSteps})
      union all
      (select b.product_id, case b.kind when 'cart_add' then ${cart_add}::float8 else ${view}::float8 end, b.at, false
      from person join insight.behaviour_events b on b.customer_id = person.id
      where b.shop_id = ${shopId} and b.product_id is not null and b.kind <> 'click' and b.at >= ${daysAgo(pastDays)} order by b.at desc limit ${mostSteps})
      union all
      (select l.product_id, ${bought}::float8, o.placed_at, o.placed_at >= ${daysAgo(repeatDays)}
      from person join sales.orders o on o.customer_id = person.id join sales.order_lines l on l.shop_id = o.shop_id and l.order_id = o.id
      where o.shop_id = ${shopId} and o.status <> 'cancelled' and o.placed_at >= ${daysAgo(pastDays)} order by o.placed_at desc limit ${mostSteps}))
    select item, max(weight) as weight, bool_or(lately) as lately from step group by item order by max(at) desc limit ${mostSteps}`.execute(
    db,
  )
  return {
    past: rows.toReversed().map(({ item, weight }) => ({ item, weight })),
    boughtLately: new Set(rows.filter(({ lately }) => lately).map(({ item }) => item)),
  }
}
