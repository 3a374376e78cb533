import { sql } from 'kysely'
import { add, allocate, type Money, subtract, sum, zero } from '#kernel/money'
import { pieces } from '#kernel/quantity'
import type { Refund, RefundId } from '#model/sales/payments'
import type { Tx } from '#platform/context'
import { badRefundAmount, exceedsCaptured, loadRefund, requestRefund } from '#sales/payments'
import { waive } from './cash-of-order.ts'
import type { Order, OrderId, OrderLine, OrderLineId } from './model.ts'
import { moreThanLeft } from './order.ts'
import { linesOf, lockOrder, tellOrder } from './order-store.ts'
import {
  addRevenue,
  causeKey,
  depositsLeft,
  type GivenUnits,
  goodsOfLine,
  least,
  leastOfBoth,
  leftOf,
  noRevenue,
  nothingGiven,
  type Revenue,
  type Settlement,
  settlementOf,
  slice,
} from './settlement.ts'

export interface LineUnits {
  readonly lineId: OrderLineId
  readonly quantity: number
}

interface WhatFor {
  readonly orderId: OrderId
  /** What gave rise to it (`cancel`, `case` …) and its id: one cause is refunded once. */
  readonly cause: string
  readonly causeId: string
  readonly reason: string
}

/** Units of lines at their recorded shares, with their share of the freight only when asked; or a bare amount; or all that is left. */
export type RefundOrder = WhatFor &
  (
    | {
        readonly lines: readonly LineUnits[]
        readonly withFreight?: boolean
        /** These are units that were shipped, though others of the line may not be: none of their money is a deposit. */
        readonly wereShipped?: boolean
        /** What they come to, where that was settled before: a courier was to collect it. */
        readonly exactly?: Money
      }
    | { readonly amount: Money }
    | { readonly whole: true }
  )

interface Portion {
  readonly line: OrderLine
  readonly given: GivenUnits
  readonly goods: Money
  readonly freight: Money
  /** What of both was still a deposit. */
  readonly deposits: Revenue
}

/**
 * Promises money of an order back, in the caller's transaction. The shares recorded with the lines decide, so that any sequence
 * of partial refunds sums to the line exactly; what an earlier bare amount has given back already is not given twice.
 * The same cause again changes nothing. Nothing is owed, nothing is sent: then there is no refund.
 * Of an order that is paid on delivery nothing has come yet: so much less is to be collected.
 *
 * @throws moreThanLeft naming the line, exceedsCaptured, badRefundAmount; cashUnderWay for what a courier has on the way
 */
export async function refundOrder(tx: Tx, input: RefundOrder): Promise<Refund | undefined> {
  const order = await lockOrder(tx, input.orderId)
  const settlement = await settlementOf(tx, order)
  const earlier = settlement.refundIds.get(causeKey(input))
  if (earlier !== undefined) return earlier === '' ? undefined : loadRefund(tx, { id: earlier as RefundId })

  const portions = portionsOf(await linesOf(tx, order), settlement, input)
  const amount = amountOf(order, portions, input)
  const deposits = depositsOf(order, portions, settlement, { input, amount })
  const fromDeposits = least(add(deposits.goods, deposits.freight), amount)
  const isOwed = order.payment === 'on_delivery'
  if (isOwed) await waive(tx, order, { amount, fromDeposits })
  const refund =
    isOwed || amount.minor === 0 ? undefined : await promiseBack(tx, order, { ...input, amount, fromDeposits })
  await noteOnLines(tx, portions, 'exactly' in input ? amount : undefined)
  await tellOrder(tx, isOwed ? 'order.waived' : 'order.refund_requested', order, {
    cause: input.cause,
    causeId: input.causeId,
    reason: input.reason,
    refundId: refund?.id ?? null,
    waits: refund?.status === 'waiting',
    amount,
    units: portions.map((each) => each.given),
    deposits,
  })
  return refund
}

const total = (amounts: readonly Money[], order: Order): Money => sum(amounts, order.total.currency)

function portionsOf(lines: readonly OrderLine[], settlement: Settlement, input: RefundOrder): Portion[] {
  if ('amount' in input) return []
  if ('whole' in input)
    return lines.map((line) => portionOf(line, settlement, { quantity: left(line, settlement), withFreight: true }))
  const wanted = Map.groupBy(input.lines, (each) => each.lineId)
  return [...wanted].map(([lineId, parts]) => {
    const quantity = parts.reduce((all, part) => all + pieces(part.quantity, `lines.${lineId}`), 0)
    const line = lines.find((each) => each.id === lineId)
    const most = line ? left(line, settlement) : 0
    if (!line || quantity > most) throw moreThanLeft({ field: `lines.${lineId}`, asked: quantity, left: most })
    const { withFreight = false, wereShipped = false } = input
    return portionOf(line, settlement, { quantity, withFreight, wereShipped })
  })
}

const left = (line: OrderLine, { units }: Settlement): number => line.quantity - (units.get(line.id)?.quantity ?? 0)

/** Unless told, units that never left the warehouse are given back first: their money is still a deposit. */
function portionOf(
  line: OrderLine,
  { units }: Settlement,
  { quantity, withFreight, wereShipped = false }: { quantity: number; withFreight: boolean; wereShipped?: boolean },
): Portion {
  const before = units.get(line.id) ?? nothingGiven
  const waiting = wereShipped ? 0 : Math.max(0, line.quantity - line.shipped - before.unshipped)
  const unshipped = Math.min(quantity, waiting)
  const worth = (amount: Money, count: number) => slice(amount, line.quantity, { from: before.quantity, count })
  const freight = (count: number) => (withFreight ? worth(line.freight, count) : zero(line.freight.currency))
  return {
    line,
    given: { lineId: line.id, quantity, unshipped, withFreight: withFreight ? quantity : 0 },
    goods: worth(goodsOfLine(line), quantity),
    freight: freight(quantity),
    deposits:
      unshipped === 0
        ? noRevenue(line.total.currency)
        : { goods: worth(goodsOfLine(line), unshipped), freight: freight(unshipped) },
  }
}

/** Never more than is left of the order; a cancelled one gives back all of it. */
function amountOf(order: Order, portions: readonly Portion[], input: RefundOrder): Money {
  const rest = leftOf(order)
  if ('whole' in input) return rest
  if ('lines' in input && input.exactly) return least(input.exactly, rest)
  if (!('amount' in input))
    return least(
      total(
        portions.map((each) => add(each.goods, each.freight)),
        order,
      ),
      rest,
    )
  if (input.amount.minor <= 0 || input.amount.currency !== rest.currency)
    throw badRefundAmount({ field: 'amount', amount: input.amount })
  if (input.amount.minor > rest.minor) throw exceedsCaptured({ field: 'amount', asked: input.amount, left: rest })
  return input.amount
}

/**
 * A bare amount comes out of the deposits first: the goods are then sold for less. What may still be given back always covers the deposits
 * left, so that they end at zero when the rest of the order is given back.
 */
function depositsOf(
  order: Order,
  portions: readonly Portion[],
  settlement: Settlement,
  { input, amount }: { input: RefundOrder; amount: Money },
): Revenue {
  const rest = depositsLeft(order, settlement)
  if ('whole' in input) return rest
  if ('amount' in input) return outOf(rest, amount)
  const own = leastOfBoth(portions.map((each) => each.deposits).reduce(addRevenue, noRevenue(amount.currency)), rest)
  const leftAfter = subtract(leftOf(order), amount)
  const needed = subtract(add(rest.goods, rest.freight), leftAfter)
  return add(own.goods, own.freight).minor < needed.minor ? outOf(rest, needed) : own
}

/** So much of the deposits, those for goods before those for freight. */
function outOf(rest: Revenue, amount: Money): Revenue {
  const goods = least(amount, rest.goods)
  return { goods, freight: least(subtract(amount, goods), rest.freight) }
}

async function promiseBack(
  tx: Tx,
  order: Order,
  refund: WhatFor & { amount: Money; fromDeposits: Money },
): Promise<Refund> {
  await tx.db
    .updateTable('sales.orders')
    .set((row) => ({
      refunded_minor: row('refunded_minor', '+', refund.amount.minor),
      version: row('version', '+', 1),
    }))
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', order.id)
    .execute()
  return requestRefund(tx, refund)
}

/** What was settled before may be a cent off what the units come to: the lines then share that. */
async function noteOnLines(tx: Tx, portions: readonly Portion[], exactly: Money | undefined): Promise<void> {
  if (portions.length === 0) return
  const ids = portions.map((each) => each.line.id)
  const worth = portions.map((each) => each.goods.minor + each.freight.minor)
  const amounts = exactly ? allocate(exactly, worth).map(({ minor }) => minor) : worth
  await sql`update sales.order_lines l set refunded_minor = l.refunded_minor + p.amount
    from unnest(${ids}::uuid[], ${amounts}::bigint[]) as p (id, amount)
    where l.shop_id = ${tx.shopId} and l.id = p.id`.execute(tx.db)
}
