import { dayIn, hours } from '#kernel/day'
import type { Id } from '#kernel/id'
import { isRefusal } from '#kernel/refusal'
import type { PaymentId } from '#model/sales/payments'
import { knownShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { readSettings } from '#platform/settings'
import { paymentsOf, refundSurplus } from '#sales/payments'
import { outOfStock } from '#supply/inventory'
import { cancelLocked } from './cancel-order.ts'
import type { Order, OrderId } from './model.ts'
import { advanceOrder, linesOf, lockOrder } from './order-store.ts'
import { makeDaysOf, makingHours } from './production-store.ts'
import { secureStock } from './secure-stock.ts'
import { orderSettings } from './settings.ts'

/**
 * Job. Money for an order has arrived: the order is paid and keeps its goods. Money for a cancelled order goes back; so does
 * money for goods that somebody else has got in the meantime, and that order is cancelled. Never paid and without goods. Money for an order that
 * its buyer pays on delivery by now, or for a price that was changed meanwhile goes back too.
 */
export async function takePayment(ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> {
  const arrived = { orderId: String(data.orderId) as OrderId, paymentId: String(data.paymentId) as PaymentId }
  try {
    await transaction(ctx, (tx) => accept(tx, arrived, secureStock))
  } catch (error) {
    if (!isRefusal(error, outOfStock)) throw error
    await transaction(ctx, (tx) => accept(tx, arrived, cancelForStock))
  }
}

type Arrived = { readonly orderId: OrderId; readonly paymentId: PaymentId }

async function accept(
  tx: Tx,
  { orderId, paymentId }: Arrived,
  then: (tx: Tx, order: Order) => Promise<unknown>,
): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (order.payment === 'on_delivery') return refundSurplus(tx, paymentId)
  if (order.payment !== 'awaiting') return
  if (order.status !== 'open') return refundSurplus(tx, paymentId)
  const payment = (await paymentsOf(tx, orderId)).find((each) => each.id === (paymentId as Id<'Payment'>))
  if (payment && payment.amount.minor !== order.total.minor) return refundSurplus(tx, paymentId)
  const paid = await markPaid(tx, order, payment?.paidAt ?? tx.now)
  await then(tx, paid)
}

const cancelForStock = (tx: Tx, order: Order): Promise<Order> => cancelLocked(tx, order, { reason: 'out_of_stock' })

/** Marks an order as paid; from the payment on its dispatch promise runs. */
export async function markPaid(tx: Tx, order: Order, paidAt: Temporal.Instant): Promise<Order> {
  const change = { paid_at: paidAt, ...(await promisedFrom(tx, order, paidAt)) }
  return advanceOrder(
    tx,
    order,
    { payment: 'pay' },
    {
      event: 'order.paid',
      data: { total: order.total },
      change,
    },
  )
}

/** What is promised to a buyer whose order may be made and go out from now on: its dispatch, and the days of arrival moved by how long that took. Nothing of what is not sent. */
export async function promisedFrom(tx: Tx, order: Order, at: Temporal.Instant) {
  const { dispatchWithin } = await readSettings(tx, orderSettings)
  const lines = await linesOf(tx, order)
  const making = makingHours(lines.map(makeDaysOf))
  const { timeZone } = await knownShop(tx)
  const later = dayIn(order.placedAt, timeZone).until(dayIn(at, timeZone))
  return {
    dispatch_by: lines.some((line) => line.requiresShipping) ? at.add(hours(dispatchWithin + making)) : null,
    arrives_from: order.arrivesFrom?.add(later) ?? null,
    arrives_to: order.arrivesTo?.add(later) ?? null,
  }
}
