import { daysLater } from '#kernel/day'
import type { CustomerId } from '#model/sales/customers'
import type { OrderLine } from '#model/sales/orders'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import { type OrderRow, receivedOrders } from '#sales/orders'
import { reviewSettings } from './settings.ts'
import { hasCome } from './write-reviews.ts'

export interface Reviewable {
  readonly order: OrderRow
  /** The lines that have no review yet. */
  readonly lines: readonly OrderLine[]
}

/** What a buyer received lately in this shop and may still review (待评价), the latest receipt first: at most the last hundred orders. */
export async function reviewable(
  reader: Reader,
  { customerId }: { readonly customerId: CustomerId },
): Promise<Reviewable[]> {
  const { reviewWithin } = await readSettings(reader, reviewSettings)
  const since = daysLater(reader.now, -reviewWithin, (await loadShop(reader)).timeZone)
  const orders = await receivedOrders(reader, { customerId, since })
  const reviewed = await reviewedLines(reader, orders)
  return orders.flatMap((order) => {
    const lines = order.lines.filter((line) => hasCome(line) && !reviewed.has(line.id))
    return lines.length > 0 ? [{ order, lines }] : []
  })
}

async function reviewedLines(reader: Reader, orders: readonly OrderRow[]): Promise<Set<string>> {
  if (orders.length === 0) return new Set()
  const rows = await reader.db
    .selectFrom('care.reviews')
    .select('order_line_id')
    .where('shop_id', '=', reader.shopId)
    .where(
      'order_id',
      'in',
      orders.map(({ id }) => id),
    )
    .execute()
  return new Set(rows.map((row) => row.order_line_id))
}
