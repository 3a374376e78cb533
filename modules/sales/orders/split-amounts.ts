import { sql } from 'kysely'
import { allocate, type Money } from '#kernel/money'
import type { Tx } from '#platform/context'
import type { Order, OrderLine } from './model.ts'

export interface LineShare {
  readonly discount: Money
  readonly freight: Money
}

/** Each line's exact share of an order's reduction and freight, as when it was placed: by subtotals, largest remainder. */
export function sharesOf(
  lines: readonly Pick<OrderLine, 'subtotal'>[],
  { discount, freight }: { readonly discount: Money; readonly freight: Money },
): LineShare[] {
  const weights = lines.map((line) => line.subtotal.minor)
  const [discounts, freights] = [allocate(discount, weights), allocate(freight, weights)]
  return lines.map((_, index) => ({ discount: discounts[index]!, freight: freights[index]! }))
}

/** Writes the shares of an order's lines anew, so that they sum to the order. Only before anything was shipped or given back. */
export async function splitAnew(
  tx: Tx,
  order: Pick<Order, 'id'>,
  lines: readonly OrderLine[],
  amounts: { readonly discount: Money; readonly freight: Money },
): Promise<void> {
  const shares = sharesOf(lines, amounts)
  await sql`update sales.order_lines l
    set discount_minor = s.discount, freight_minor = s.freight, total_minor = l.subtotal_minor - s.discount + s.freight
    from unnest(${lines.map((line) => line.id)}::uuid[], ${shares.map((each) => each.discount.minor)}::bigint[],
      ${shares.map((each) => each.freight.minor)}::bigint[]) as s (id, discount, freight)
    where l.shop_id = ${tx.shopId} and l.order_id = ${order.id} and l.id = s.id`.execute(tx.db)
}
