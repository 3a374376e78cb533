import { isBefore } from '#kernel/day'
import type { OrderId } from '#model/sales/orders'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { lastChangedAt, lockOrder, markChecked, tellOrder } from '#sales/orders'
import { type Check, type CheckItem, checkItems } from './model.ts'

export interface CheckOrder {
  readonly orderId: OrderId
  readonly items: readonly CheckItem[]
  readonly note?: string
}

/**
 * Notes who has checked what of an order before it is released: model, quantity, address, contact, payment, and that the buyer confirmed the
 * recipient. With the last of them the order is checked. What was changed since must be checked again.
 *
 * @throws orderNotFound
 */
export function checkOrder(ctx: Context, { orderId, items, note = '' }: CheckOrder): Promise<Check[]> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    await keepChecks(tx, { orderId, items, note })
    await tellOrder(tx, 'order.items_checked', order, { items, note })
    const checks = await checksOf(tx, orderId)
    if (checks.length === checkItems.length) await markChecked(tx, orderId)
    return checks
  })
}

export async function keepChecks(
  tx: Tx,
  { orderId, items, note }: { orderId: OrderId; items: readonly CheckItem[]; note: string },
): Promise<void> {
  const shared = { shop_id: tx.shopId, order_id: orderId, note, checked_at: tx.now, checked_by: tx.actor.name }
  await tx.db
    .insertInto('sales.order_checks')
    .values(items.map((item) => ({ ...shared, item })))
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'order_id', 'item'])
        .doUpdateSet({ note, checked_at: tx.now, checked_by: tx.actor.name }),
    )
    .execute()
}

/** What has been checked and still counts, in the order of the list. */
export async function checksOf(reader: Reader, orderId: OrderId): Promise<Check[]> {
  const rows = await reader.db
    .selectFrom('sales.order_checks')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .execute()
  const changedAt = await lastChangedAt(reader, orderId)
  return rows
    .filter((row) => !changedAt || !isBefore(row.checked_at, changedAt))
    .map((row) => ({ item: row.item as CheckItem, note: row.note, at: row.checked_at, by: row.checked_by }))
    .toSorted((a, b) => checkItems.indexOf(a.item) - checkItems.indexOf(b.item))
}
