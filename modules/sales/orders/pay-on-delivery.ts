import { isBefore } from '#kernel/day'
import type { CarrierWhy } from '#model/supply/shipping'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { PaymentProviders } from '#platform/payments'
import { methodsOf, paidAlready } from '#sales/payments'
import { compareCarriers, takesCash } from '#supply/shipping'
import { shipmentOf } from './carrier-of-order.ts'
import type { Order, OrderId, WhyNoCash } from './model.ts'
import { closeOpen, mustHaveNoMoneyUnderWay } from './money-under-way.ts'
import { noCashOnDelivery, orderCannot, payByPassed } from './order.ts'
import { advanceOrder, axesOf, linesOf, loadOrder, lockOrder } from './order-store.ts'
import { secureStock } from './secure-stock.ts'
import { promisedFrom } from './take-payment.ts'

type Providers = Pick<PaymentProviders, 'names'>

/**
 * The buyer will pay the courier (货到付款): the order goes on as if it were paid and keeps its goods, and what it owes stands on its boxes. It
 * goes with a carrier that collects cash there, at the freight already agreed. A payment that was opened online is closed first.
 * Choosing it again changes nothing.
 *
 * @throws noCashOnDelivery with the reason; paidAlready, payByPassed, orderCannot, outOfStock
 * @throws paymentArriving when it was paid a moment ago, paymentUnconfirmed while the provider does not answer
 */
export async function payOnDelivery(ctx: Context, orderId: OrderId): Promise<Order> {
  const order = await loadOrder(ctx, orderId)
  if (order.payment === 'awaiting' && order.status === 'open') await closeOpen(ctx, orderId)
  const { payments } = ctx.outside
  return transaction(ctx, async (tx) => defer(tx, payments, await lockOrder(tx, orderId)))
}

async function defer(tx: Tx, providers: Providers, order: Order): Promise<Order> {
  if (order.payment === 'on_delivery') return order
  await mustBeDue(tx, order)
  const { why, ...carrier } = await cashOffer(tx, providers, order)
  if (why) throw noCashOnDelivery({ field: 'method', number: order.number, why })
  const deferred = await advanceOrder(
    tx,
    order,
    { payment: 'defer' },
    {
      event: 'order.pay_on_delivery',
      data: { total: order.total, carrier: { before: order.carrier, after: carrier.carrier } },
      change: {
        cash_on_delivery: true,
        carrier: carrier.carrier,
        carrier_choice: carrier.choice && JSON.stringify(carrier.choice),
        ...(await promisedFrom(tx, order, tx.now)),
      },
    },
  )
  await secureStock(tx, deferred)
  return deferred
}

async function mustBeDue(tx: Tx, order: Order): Promise<void> {
  const { id: orderId, payment, status, payBy } = order
  if (payment !== 'awaiting') throw paidAlready({ orderId })
  if (status !== 'open')
    throw orderCannot({ orderId, moves: { payment: 'defer' }, headline: order.headline, axes: axesOf(order) })
  if (!isBefore(tx.now, payBy)) throw payByPassed({ orderId })
  await mustHaveNoMoneyUnderWay(tx, orderId)
}

/** With which carrier an order could be paid on delivery, and why that one; or why it cannot. */
interface CashOffer {
  readonly carrier: string
  readonly choice: CarrierWhy | null
  readonly why?: WhyNoCash
}

/** Why the buyer of an order that is still to be paid cannot pay it on delivery; null when that can be done. @throws orderNotFound */
export const whyNoCash = async (ctx: Context, orderId: OrderId): Promise<WhyNoCash | null> =>
  (await cashOffer(ctx, ctx.outside.payments, await loadOrder(ctx, orderId))).why ?? null

/** Whether an order may be paid on delivery. Couriers collect yuan and nothing else. */
export async function cashOffer(reader: Reader, providers: Providers, order: Order): Promise<CashOffer> {
  const own = { carrier: order.carrier, choice: order.carrierWhy }
  const cod = (await methodsOf(reader, providers)).find(({ method }) => method === 'cod')
  if (!cod?.enabled || order.total.currency !== 'CNY') return { ...own, why: 'off' }
  const { least, most } = cod
  const { minor } = order.total
  if (minor === 0 || minor < (least?.minor ?? 0) || (most && minor > most.minor)) return { ...own, why: 'amount' }
  if (order.checkoutId) return { ...own, why: 'together' }
  const lines = await linesOf(reader, order)
  if (lines.some(({ requiresShipping }) => !requiresShipping)) return { ...own, why: 'not_shipped' }
  const shipment = await shipmentOf(reader, order, lines)
  const { quote, why } = await compareCarriers(reader, { ...shipment, needs: { ...shipment.needs!, cash: true } })
  if (!quote) return { ...own, why: 'region' }
  return (await takesCash(reader, order.carrier, order.districtCode)) ? own : { carrier: quote.carrier, choice: why }
}
