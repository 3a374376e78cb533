import { sql } from 'kysely'
import { allocate, type Money } from '#kernel/money'
import type { Tx } from '#platform/context'
import type { Order, OrderLine } from './model.ts'

export interface LineShare {
  readonly discount: Money
  readonly freight: Money
}

/**
 * Each line's exact share of an order's reduction and freight, as when it was placed: by subtotals, largest remainder. A line that the
 * order's reduction passed over takes no part of what is taken off, unless the others cannot bear it alone.
 */
export function sharesOf(
  lines: readonly Reducible[],
  { discount, freight }: { readonly discount: Money; readonly freight: Money },
): LineShare[] {
  const weights = lines.map((line) => line.subtotal.minor)
  const [discounts, freights] = [allocate(discount, discountWeights(lines, discount)), allocate(freight, weights)]
  return lines.map((_, index) => ({ discount: discounts[index]!, freight: freights[index]! }))
}

type Reducible = Pick<OrderLine, 'subtotal' | 'agreed'>

/** The lines that the order's reduction takes off from: all of them where none was given by rule. */
export function reducedLines<Line extends Reducible>(lines: readonly Line[]): readonly Line[] {
  const joined = lines.filter((line) => line.agreed.reduction !== null)
  return joined.length > 0 ? joined : lines
}

function discountWeights(lines: readonly Reducible[], discount: Money): number[] {
  const joined = reducedLines(lines)
  const bears = joined.reduce((all, line) => all + line.subtotal.minor, 0) >= discount.minor ? joined : lines
  return lines.map((line) => (bears.includes(line) ? line.subtotal.minor : 0))
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
