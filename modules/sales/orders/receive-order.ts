import { daysLater } from '#kernel/day'
import { isRefundOver } from '#model/sales/payments'
import { loadShop } from '#office/shops'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import { refundsOf } from '#sales/payments'
import type { Order, OrderId } from './model.ts'
import { advanceOrder, lockOrder } from './order-store.ts'
import { orderSettings } from './settings.ts'

const batch = 200

/** The buyer has looked at the goods and confirms receipt. Confirming again changes nothing. @throws orderCannot before dispatch */
export function confirmReceipt(ctx: Context, orderId: OrderId): Promise<Order> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order.fulfilment === 'received') return order
    return advanceOrder(
      tx,
      order,
      { fulfilment: 'receive' },
      { event: 'order.received', change: { received_at: tx.now } },
    )
  })
}

/** Job. Takes receipt as confirmed some days after delivery when the buyer says nothing and no case is open. */
export async function receiveSilently(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .selectFrom('sales.orders')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'open')
    .where('fulfilment_status', '=', 'delivered')
    .where('receive_by', '<=', ctx.now)
    .where('after_sales_status', '<>', 'open')
    .orderBy('receive_by')
    .limit(batch)
    .execute()
  await eachOf(rows, ({ id }) => confirmReceipt(ctx, id as OrderId))
}

/** Job. Closes orders that were received and whose return window is over, with no case open and no money on its way to either side. */
export const completeFinished = async (ctx: Context): Promise<void> =>
  eachOf(await finished(ctx), (orderId) => completeIfOver(ctx, orderId))

const completeIfOver = (ctx: Context, orderId: OrderId): Promise<void> =>
  transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const isOver =
      order.status === 'open' &&
      order.fulfilment === 'received' &&
      order.afterSales !== 'open' &&
      order.payment !== 'on_delivery'
    if (!isOver || !(await refundsOf(tx, orderId)).every(isRefundOver)) return
    const change = { completed_at: tx.now }
    await advanceOrder(tx, order, { status: 'complete' }, { event: 'order.completed', change })
  })

async function finished(ctx: Context): Promise<OrderId[]> {
  const { returnWindow } = await readSettings(ctx, orderSettings)
  const { timeZone } = await loadShop(ctx)
  const since = daysLater(ctx.now, -returnWindow, timeZone)
  const rows = await ctx.db
    .selectFrom('sales.orders')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'open')
    .where('fulfilment_status', '=', 'received')
    .where('payment_status', '<>', 'on_delivery')
    .where('after_sales_status', '<>', 'open')
    .where((order) => order(order.fn.coalesce('delivered_at', 'received_at'), '<=', since))
    .orderBy('received_at')
    .limit(batch)
    .execute()
  return rows.map((row) => row.id as OrderId)
}
