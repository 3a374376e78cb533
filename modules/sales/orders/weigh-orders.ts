import { type RawBuilder, sql } from 'kysely'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { OrderId } from './model.ts'

const batch = 500

interface Weighed {
  readonly weight_grams: number
  readonly quantity: number
  readonly requires_shipping: boolean
}

/** Grams of what has to be carried of these lines. */
export const weightOf = (lines: readonly Weighed[]): number =>
  lines.reduce((sum, line) => sum + (line.requires_shipping ? line.weight_grams * line.quantity : 0), 0)

/** The same of the lines of a row of `sales.orders`. */
const weightOfLines: RawBuilder<number> = sql`(
  select coalesce(sum(l.weight_grams::int8 * l.quantity), 0) from sales.order_lines l
  where l.shop_id = sales.orders.shop_id and l.order_id = sales.orders.id and l.requires_shipping)`

/** What an order weighs, over the columns of `sales.orders`; one that nobody has weighed yet by its lines. */
export const weight: RawBuilder<number> = sql`coalesce(weight_grams, ${weightOfLines})`

/** Weighs orders whose goods have changed. */
export async function weighAnew({ db, shopId }: Tx, orderIds: readonly OrderId[]): Promise<void> {
  await sql`update sales.orders set weight_grams = ${weightOfLines}
    where shop_id = ${shopId} and id = any(${[...orderIds]}::uuid[])`.execute(db)
}

/** Job. Weighs orders that were placed before an order had a weight, some at a time, so that nobody waits for them. */
export function weighOrders(ctx: Context): Promise<void> {
  return transaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('sales.orders')
      .select('id')
      .where('shop_id', '=', tx.shopId)
      .where('weight_grams', 'is', null)
      .orderBy('placed_at', 'desc')
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    if (rows.length > 0)
      await weighAnew(
        tx,
        rows.map(({ id }) => id as OrderId),
      )
  })
}
