import { add, type Money, percentOf, subtract } from '#kernel/money'
import { rolesInShop } from '#office/roles'
import type { AccountId, Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { readSettings } from '#platform/settings'
import { handToWarehouse } from './hand-to-warehouse.ts'
import { mayBargain, type Order, type OrderId, orderCan } from './model.ts'
import { closeOpen, mustHaveNoMoneyUnderWay } from './money-under-way.ts'
import { bargainTooFar, orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, loadOrder, lockOrder } from './order-store.ts'
import { secureStock } from './secure-stock.ts'
import { orderSettings } from './settings.ts'
import { splitAnew } from './split-amounts.ts'
import { takeBack } from './take-back.ts'
import { markPaid } from './take-payment.ts'

export interface Bargain {
  readonly orderId: OrderId
  /** What the goods shall come to, all of them, reduction included. */
  readonly goods: Money
  readonly freight: Money
  readonly reason: string
}

/**
 * Staff let an order that nobody has paid have another price and freight (PRI-04), within what their role allows of the total that was first
 * agreed; one that is paid on delivery until somebody begins to pick it, with the new amount on its label. A payment
 * that was opened for the old amount is closed at the provider first; money for the old amount that comes all the same goes back.
 * The shares of the lines are split anew. The same price again changes nothing.
 *
 * @throws bargainTooFar with the limits; outOfStock when it costs nothing from now on and somebody else has its goods; orderCannot once it is paid, outboundUnderWay once it is picked to be paid on delivery
 * @throws paymentArriving when it was paid a moment ago, paymentUnconfirmed while the provider does not answer
 */
export async function bargain(ctx: Context, input: Bargain): Promise<Order> {
  const order = await loadOrder(ctx, input.orderId)
  if (orderCan(order, 'pay')) await closeOpen(ctx, order.id)
  return transaction(ctx, (tx) => agree(tx, input))
}

async function agree(tx: Tx, { orderId, goods, freight, reason }: Bargain): Promise<Order> {
  const found = await lockOrder(tx, orderId)
  if (!mayBargain(found))
    throw orderCannot({ orderId, moves: { payment: 'pay' }, headline: found.headline, axes: axesOf(found) })
  await mustHaveNoMoneyUnderWay(tx, orderId)
  await mustBeWithin(tx, found, { goods, freight })
  const discount = subtract(found.items, goods)
  const before = { discount: found.discount, freight: found.freight, total: found.total }
  const after = { discount, freight, total: add(goods, freight) }
  if (before.discount.minor === discount.minor && before.freight.minor === freight.minor) return found

  const order = found.fulfilment === 'released' ? await takeBack(tx, found) : found
  await splitAnew(tx, order, await linesOf(tx, order), { discount, freight })
  const agreed = await advanceOrder(
    tx,
    order,
    {},
    {
      event: 'order.price_changed',
      data: { reason, prices: { before, after }, amount: after.total },
      change: { discount_minor: discount.minor, freight_minor: freight.minor, total_minor: after.total.minor },
    },
  )
  if (agreed.fulfilment === 'released') await handToWarehouse(tx, agreed)
  return agreed.total.minor === 0 ? payNothing(tx, agreed) : agreed
}

/** Nobody has to pay any more: its goods are kept as those of any paid order. */
async function payNothing(tx: Tx, order: Order): Promise<Order> {
  const paid = await markPaid(tx, order, tx.now)
  await secureStock(tx, paid)
  return paid
}

async function mustBeWithin(
  tx: Tx,
  order: Order,
  { goods, freight }: { readonly goods: Money; readonly freight: Money },
): Promise<void> {
  const none = { ...order.total, minor: 0 }
  if (goods.minor < 0 || goods.minor > order.items.minor || goods.currency !== order.items.currency)
    throw bargainTooFar({ field: 'goods', asked: goods, least: none, most: order.items })
  if (freight.minor < 0 || freight.currency !== order.total.currency)
    throw bargainTooFar({ field: 'freight', asked: freight, least: none, most: order.freight })
  const { least: lowest, most } = await bargainLimits(tx, order)
  const asked = add(goods, freight)
  const least = order.payment === 'on_delivery' && lowest.minor === 0 ? { ...lowest, minor: 1 } : lowest // a courier collects something
  if (asked.minor < least.minor || asked.minor > most.minor) throw bargainTooFar({ field: 'goods', asked, least, most })
}

export interface BargainLimits {
  readonly least: Money
  /** The total that the buyer agreed to when the order was placed. */
  readonly most: Money
}

/** Between which totals the actor may move an unpaid order: down by what the role allows, and never above what the buyer first agreed to. */
export async function bargainLimits(
  reader: Reader & Pick<Context, 'actor'>,
  order: Pick<Order, 'id' | 'total'>,
): Promise<BargainLimits> {
  const most = await firstTotal(reader, order)
  const percent = await percentOfActor(reader)
  return { most, least: subtract(most, percentOf(most, percent)) }
}

async function firstTotal(reader: Reader, { id, total }: Pick<Order, 'id' | 'total'>): Promise<Money> {
  const placed = (await historyOf(reader, id)).find(({ type }) => type === 'order.placed')
  return (placed?.data.total as Money | undefined) ?? total
}

async function percentOfActor(reader: Reader & Pick<Context, 'actor'>): Promise<number> {
  const { bargainOwner, bargainOps, bargainService } = await readSettings(reader, orderSettings)
  const roles = (await rolesInShop(reader)).get(reader.actor.id as AccountId) ?? []
  if (roles.includes('owner')) return bargainOwner
  return roles.includes('ops') ? bargainOps : bargainService
}
