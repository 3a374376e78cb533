import { daysLater } from '#kernel/day'
import { add, type Money } from '#kernel/money'
import { canStep } from '#kernel/steps'
import { loadShop } from '#office/shops'
import type { Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { afterSalesSteps, type Order, type OrderId, type OrderLine } from './model.ts'
import { moreThanLeft } from './order.ts'
import { type ActingReader, advanceOrder, linesOf, loadOrder, lockOrder, tellOrder } from './order-store.ts'
import type { LineUnits } from './refund-order.ts'
import { orderSettings } from './settings.ts'
import { goodsOfLine, leftOf, nothingGiven, settlementOf, slice, unitShares } from './settlement.ts'

export interface RefundableLine {
  readonly line: OrderLine
  /** Units whose money has not been given back. */
  readonly left: number
  /** Units that were shipped and have not come back. */
  readonly returnable: number
  /** What each of the units left is worth, in the order in which they would be refunded; and its share of the freight. */
  readonly unitShares: readonly Money[]
  readonly freightShares: readonly Money[]
}

export interface Refundable {
  readonly order: Order
  readonly lines: readonly RefundableLine[]
  /** The most that can still be given back. */
  readonly amountLeft: Money
  /** Until when a return without a reason may be asked for; null before delivery. */
  readonly returnUntil: Temporal.Instant | null
}

/** What of an order may still be given back, unit by unit. @throws orderNotFound for anybody but its buyer and staff */
export async function refundableLines(reader: ActingReader, orderId: OrderId): Promise<Refundable> {
  const order = await loadOrder(reader, orderId)
  const [lines, { units }, returnUntil] = [
    await linesOf(reader, order),
    await settlementOf(reader, order),
    await returnUntilOf(reader, order),
  ]
  return {
    order,
    amountLeft: leftOf(order),
    returnUntil,
    lines: lines.map((line) => {
      const { quantity } = units.get(line.id) ?? nothingGiven
      return {
        line,
        left: line.quantity - quantity,
        returnable: line.shipped - line.returned,
        unitShares: unitShares(goodsOfLine(line), line.quantity).slice(quantity),
        freightShares: unitShares(line.freight, line.quantity).slice(quantity),
      }
    }),
  }
}

/** What refunding these units would give back now, to show before anybody decides. @throws moreThanLeft naming the line */
export function refundWorth(
  { lines, amountLeft }: Refundable,
  wanted: readonly LineUnits[],
  { withFreight = false } = {},
): Money {
  const worth = wanted.reduce(
    (all, { lineId, quantity }) => {
      const found = lines.find((each) => each.line.id === lineId)
      if (!found || quantity > found.left)
        throw moreThanLeft({ field: `lines.${lineId}`, asked: quantity, left: found?.left ?? 0 })
      const { line, left } = found
      const from = { from: line.quantity - left, count: quantity }
      const goods = slice(goodsOfLine(line), line.quantity, from)
      return add(all, withFreight ? add(goods, slice(line.freight, line.quantity, from)) : goods)
    },
    { ...amountLeft, minor: 0 },
  )
  return worth.minor > amountLeft.minor ? amountLeft : worth
}

/** The return window counts from signing (delivery), or from the receipt that the buyer confirmed before it. */
async function returnUntilOf(reader: ActingReader, order: Order): Promise<Temporal.Instant | null> {
  const start = order.deliveredAt ?? order.receivedAt
  if (!start) return null
  const { returnWindow } = await readSettings(reader, orderSettings)
  const { timeZone } = await loadShop(reader)
  return daysLater(start, returnWindow, timeZone)
}

/** Says on the order that an after-sales case is open, or that none is any more. Saying it again changes nothing. */
export async function setAfterSales(
  tx: Tx,
  { orderId, status }: { orderId: OrderId; status: 'open' | 'settled' },
): Promise<Order> {
  const order = await lockOrder(tx, orderId)
  const step = status === 'open' ? 'open' : 'settle'
  if (!canStep(afterSalesSteps, order.afterSales, step)) return order
  return advanceOrder(
    tx,
    order,
    { afterSales: step },
    { event: `order.after_sales_${status === 'open' ? 'opened' : 'settled'}` },
  )
}

/** Counts units that came back. @throws moreThanLeft when more would come back than were shipped */
export async function recordReturn(
  tx: Tx,
  { orderId, lines }: { orderId: OrderId; lines: readonly LineUnits[] },
): Promise<void> {
  const order = await lockOrder(tx, orderId)
  for (const { lineId, quantity } of lines) await countReturned(tx, order, { lineId, quantity })
  await tellOrder(tx, 'order.returned', order, { lines })
}

async function countReturned(tx: Tx, order: Order, { lineId, quantity }: LineUnits): Promise<void> {
  const row = await tx.db
    .updateTable('sales.order_lines')
    .set((line) => ({ returned: line('returned', '+', quantity) }))
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', order.id)
    .where('id', '=', lineId)
    .where((line) => line(line('returned', '+', quantity), '<=', line.ref('shipped')))
    .returning('id')
    .executeTakeFirst()
  if (row) return
  const line = (await linesOf(tx, order)).find((each) => each.id === lineId)
  throw moreThanLeft({ field: `lines.${lineId}`, asked: quantity, left: line ? line.shipped - line.returned : 0 })
}
