import { allocate, type Money, subtract, sum, times } from '#kernel/money'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { availabilityOf, releaseStock } from '#supply/inventory'
import { cancelLocked } from './cancel-order.ts'
import { handToWarehouse } from './hand-to-warehouse.ts'
import { asRow, type ItemChange, isChange, type PlannedLine, planItems, planText } from './item-plan.ts'
import { type Order, type OrderId, type OrderLine, orderCan } from './model.ts'
import { closeOpen, mustHaveNoMoneyUnderWay } from './money-under-way.ts'
import { itemsDearer, orderCannot } from './order.ts'
import { advanceOrder, axesOf, linesOf, loadOrder, lockOrder } from './order-store.ts'
import { refundOrder } from './refund-order.ts'
import { rehearse } from './rehearse.ts'
import { secureStock, setAside } from './secure-stock.ts'
import { goodsOfLine, settlementOf } from './settlement.ts'
import { reducedLines, splitAnew } from './split-amounts.ts'
import { takeBack } from './take-back.ts'
import { weighAnew } from './weigh-orders.ts'

export interface ChangeItems {
  readonly orderId: OrderId
  readonly lines: readonly ItemChange[]
  readonly reason: string
  /** Goods that are dearer than what was paid go out at the price paid; the shop bears the difference. */
  readonly acceptDearer?: boolean
}

/** What a change comes to. */
export interface ItemsChanged {
  readonly order: Order
  /** What goes back to the buyer: nothing for an unpaid order, whose total changes instead. */
  readonly refund: Money
  /** How many pieces of what was and what shall be in it nobody has set aside, before and after. */
  readonly stock: readonly { readonly sku: string; readonly before: number; readonly after: number }[]
}

/**
 * Changes the items of an order that has not left (ORD-09): another variant, another quantity, a line less. Its goods are set aside anew, and
 * what the warehouse has of it is taken back and handed over again. An unpaid order is priced anew, the reduction in proportion to the goods; of a paid
 * one the pieces that go are refunded at their recorded shares, cheaper goods by the difference, and nothing is added to it. Freight stays as agreed.
 *
 * @throws itemNotInOrder, lineNotForSale, outOfStock and itemsDearer naming the line
 * @throws orderCannot once a part has left, outboundUnderWay once picking has begun, paymentArriving, paymentUnconfirmed
 */
export async function changeItems(ctx: Context, input: ChangeItems): Promise<ItemsChanged> {
  if (orderCan(await loadOrder(ctx, input.orderId), 'pay')) await closeOpen(ctx, input.orderId)
  return transaction(ctx, (tx) => change(tx, input))
}

/** What changing the items would come to: it is done and taken back again, so that it is what a change commits. Refuses as that would. */
export const previewItems = (ctx: Context, input: ChangeItems): Promise<ItemsChanged> =>
  rehearse(ctx, (tx) => change(tx, input))

async function change(tx: Tx, input: ChangeItems): Promise<ItemsChanged> {
  const order = await lockOrder(tx, input.orderId)
  const isUnpaid = orderCan(order, 'pay')
  const mayChange = orderCan(order, 'changeRecipient') && (isUnpaid || order.fulfilment !== 'waiting')
  if (!mayChange) throw orderCannot({ orderId: order.id, moves: {}, headline: order.headline, axes: axesOf(order) })
  const plan = await planItems(tx, await linesOf(tx, order), input.lines)
  const nothing = { ...order.total, minor: 0 }
  if (!plan.some(isChange)) return { order, refund: nothing, stock: [] }
  const before = await freeOf(tx, plan)
  const changed = plan.every(({ line, quantity }) => quantity === 0 || line.agreed.gift)
    ? await cancelInstead(tx, order, input)
    : isUnpaid
      ? { order: await priceAnew(tx, order, plan, input), refund: nothing }
      : await changePaid(tx, order, plan, input)
  await weighAnew(tx, [order.id])
  const after = await freeOf(tx, plan)
  return { ...changed, stock: [...before].map(([sku, free]) => ({ sku, before: free, after: after.get(sku)! })) }
}

type Changed = Omit<ItemsChanged, 'stock'>

/** What is free of the goods that a plan touches, by their SKU codes. */
async function freeOf(tx: Tx, plan: readonly PlannedLine[]): Promise<Map<string, number>> {
  const goods = plan
    .filter(isChange)
    .flatMap(({ line, item }) => [
      { sku: line.sku, id: line.variantId },
      ...(item ? [{ sku: item.sku, id: item.variantId }] : []),
    ])
  const free = await availabilityOf(
    tx,
    goods.map(({ id }) => id),
  )
  return new Map(goods.map(({ sku, id }) => [sku, free.get(id) ?? 0]))
}

async function cancelInstead(tx: Tx, order: Order, { reason }: ChangeItems): Promise<Changed> {
  const cancelled = await cancelLocked(tx, order, { reason })
  return { order: cancelled, refund: cancelled.refunded }
}

/** Nothing was paid: the order becomes the one that its buyer would have placed. */
async function priceAnew(tx: Tx, order: Order, plan: readonly PlannedLine[], { reason }: ChangeItems): Promise<Order> {
  await mustHaveNoMoneyUnderWay(tx, order.id)
  for (const each of plan.filter(isChange)) await writeLine(tx, order, each)
  const lines = await linesOf(tx, order)
  const items = sum(lines.map((line) => line.subtotal))
  const reduced = reducedLines(plan.map((each) => each.line))
  const left = lines.filter(({ id }) => reduced.some((line) => line.id === id))
  const discount = inProportion(order.discount, goodsIn(left, items.currency), goodsIn(reduced, items.currency))
  await splitAnew(tx, order, lines, { discount, freight: order.freight })
  const total = { ...items, minor: items.minor - discount.minor + order.freight.minor }
  const changed = await advanceOrder(
    tx,
    order,
    {},
    {
      event: 'order.items_changed',
      data: { reason, items: planText(plan), amount: total },
      change: {
        items_minor: items.minor,
        discount_minor: discount.minor,
        total_minor: total.minor,
        checked_at: null,
      },
    },
  )
  await releaseStock(tx, { holder: order.id })
  const wanted = lines.map(({ id, ...line }) => ({ ...line, lineId: id, field: `lines.${id}` }))
  await setAside(tx, { order, lines: wanted, expiresAt: order.payBy })
  return changed
}

const goodsIn = (lines: readonly OrderLine[], currency: string): Money =>
  sum(
    lines.map((line) => line.subtotal),
    currency,
  )

/** A reduction was given for the goods that were bought: fewer goods keep their part of it, more keep all. */
const inProportion = (discount: Money, now: Money, before: Money): Money =>
  now.minor >= before.minor ? discount : allocate(discount, [now.minor, before.minor - now.minor])[0]!

async function writeLine(tx: Tx, { id }: Order, { line, quantity, item }: PlannedLine): Promise<void> {
  const ofLine = { shop_id: tx.shopId, order_id: id, id: line.id }
  if (quantity === 0) {
    await tx.db
      .deleteFrom('sales.order_lines')
      .where('shop_id', '=', ofLine.shop_id)
      .where('order_id', '=', ofLine.order_id)
      .where('id', '=', ofLine.id)
      .execute()
    return
  }
  const price = item?.price ?? line.unitPrice
  const subtotal = times(price, quantity).minor
  await tx.db
    .updateTable('sales.order_lines')
    .set({
      ...(item && asRow({ line, quantity, item })),
      quantity,
      unit_price_minor: price.minor,
      subtotal_minor: subtotal,
      discount_minor: 0,
      freight_minor: 0,
      total_minor: subtotal,
    })
    .where('shop_id', '=', ofLine.shop_id)
    .where('order_id', '=', ofLine.order_id)
    .where('id', '=', ofLine.id)
    .execute()
}

/** What was paid stays the measure: nothing becomes dearer, and what becomes less goes back. */
async function changePaid(tx: Tx, found: Order, plan: readonly PlannedLine[], input: ChangeItems): Promise<Changed> {
  const { units } = await settlementOf(tx, found)
  const given = (line: PlannedLine['line']) => units.get(line.id)?.quantity ?? 0
  for (const each of plan) mustNotCostMore(each, given(each.line), input)
  const order = await takeBack(tx, found)
  const less = plan
    .map(({ line, quantity }) => ({ lineId: line.id, quantity: line.quantity - given(line) - quantity }))
    .filter(
      (each) =>
        each.quantity > 0 && plan.some(({ line, quantity }) => line.id === each.lineId && quantity !== line.quantity),
    )
  if (less.length > 0) await giveBack(tx, order, { lines: less }, `items.${order.version}`, input.reason)
  for (const each of plan) await swap(tx, order, each)
  const cheaper = sum(plan.map(cheaperBy), order.total.currency)
  if (cheaper.minor > 0) await giveBack(tx, order, { amount: cheaper }, `cheaper.${order.version}`, input.reason)
  await releaseStock(tx, { holder: order.id })
  const now = await lockOrder(tx, order.id)
  await secureStock(tx, now)
  const changed = await advanceOrder(tx, now, now.fulfilment === 'short' ? { fulfilment: 'resume' } : {}, {
    event: 'order.items_changed',
    data: { reason: input.reason, items: planText(plan), amount: now.total },
    change: { checked_at: null, rest_by: null },
  })
  if (changed.fulfilment === 'released') await handToWarehouse(tx, changed)
  return { order: changed, refund: subtract(changed.refunded, found.refunded) }
}

function mustNotCostMore({ line, quantity, item }: PlannedLine, given: number, { acceptDearer }: ChangeItems): void {
  const field = `lines.${line.id}`
  const left = line.quantity - given
  const now = times(item?.price ?? line.unitPrice, quantity)
  const paid = times(line.unitPrice, Math.min(quantity, left))
  const isMore = quantity > left && quantity !== line.quantity
  const isDearer = item !== undefined && item.price.minor > line.unitPrice.minor && acceptDearer !== true
  if (isMore || isDearer) throw itemsDearer({ field, paid, now })
}

type Given =
  | { readonly lines: readonly { lineId: PlannedLine['line']['id']; quantity: number }[] }
  | { readonly amount: Money }

const giveBack = (tx: Tx, { id }: Order, what: Given, cause: string, reason: string) =>
  refundOrder(tx, { orderId: id, cause, causeId: id, reason, ...what })

/** Other goods for the price paid; the difference of cheaper ones goes back as an amount. */
async function swap(tx: Tx, { id }: Order, { line, quantity, item }: PlannedLine): Promise<void> {
  if (!item) return
  await tx.db
    .updateTable('sales.order_lines')
    .set(asRow({ line, quantity, item }))
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', id)
    .where('id', '=', line.id)
    .execute()
}

/** By how much the pieces that are swapped are cheaper, in the proportion in which the line was paid. */
function cheaperBy({ line, quantity, item }: PlannedLine): Money {
  const nothing = { ...line.total, minor: 0 }
  if (!item || item.price.minor >= line.unitPrice.minor) return nothing
  const [kept, off] = [item.price.minor * quantity, (line.unitPrice.minor - item.price.minor) * quantity]
  const rest = line.subtotal.minor - kept - off
  return allocate(goodsOfLine(line), [kept, off, rest])[1]!
}
