import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { closeAttempt, paymentsOf, pays } from '#sales/payments'
import { cancelLocked } from './cancel-order.ts'
import type { OrderId } from './model.ts'
import { lockOrder } from './order-store.ts'
import { takePayment } from './take-payment.ts'

const batch = 200

/**
 * Job. Cancels orders whose time to pay is over, their goods free again. The payment is closed at the provider first: one that
 * was paid at the last moment pays the order, and one that cannot be asked about leaves it open until it can. An order whose money
 * is there although its own job never took it is paid now.
 */
export const cancelUnpaid = async (ctx: Context): Promise<void> =>
  eachOf(await overdue(ctx), (orderId) => cancelIfUnpaid(ctx, orderId))

async function cancelIfUnpaid(ctx: Context, orderId: OrderId): Promise<void> {
  if ((await closeAttempt(ctx, orderId)) !== 'closed') return
  const payment = await transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order.status !== 'open' || order.payment !== 'awaiting') return undefined
    const paid = (await paymentsOf(tx, orderId)).find(pays)
    if (!paid) await cancelLocked(tx, order, { reason: 'unpaid' })
    return paid
  })
  if (payment) await takePayment(ctx, { data: { orderId, paymentId: payment.id } })
}

async function overdue(ctx: Context): Promise<OrderId[]> {
  const rows = await ctx.db
    .selectFrom('sales.orders')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'open')
    .where('payment_status', '=', 'awaiting')
    .where('pay_by', '<=', ctx.now)
    .orderBy('pay_by')
    .limit(batch)
    .execute()
  return rows.map((row) => row.id as OrderId)
}
