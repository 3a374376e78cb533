import { post } from '#office/ledger'
import type { Tx } from '#platform/context'
import type { Order, OrderLine } from './model.ts'
import {
  addRevenue,
  depositsLeft,
  goodsOfLine,
  leastOfBoth,
  noRevenue,
  nothingGiven,
  type Revenue,
  type Settlement,
  settlementOf,
  slice,
} from './settlement.ts'

export interface DispatchedLine {
  readonly sourceLineId: string
  readonly quantity: number
}

/**
 * Turns deposits into revenue for the units that leave now. The dispatch that completes an order takes all that is left of its deposits,
 * so that they end at zero whatever was shipped or refunded in which order.
 */
export async function recogniseDispatch(
  tx: Tx,
  order: Order,
  {
    lines,
    dispatched,
    settlement,
    isLast,
    causeId,
  }: {
    readonly lines: readonly OrderLine[]
    readonly dispatched: readonly DispatchedLine[]
    readonly settlement: Settlement
    readonly isLast: boolean
    readonly causeId: string
  },
): Promise<Revenue> {
  const left = depositsLeft(order, settlement)
  const revenue = isLast ? left : leastOfBoth(worthOf(order, lines, dispatched, settlement), left)
  return book(tx, order, revenue, causeId)
}

/** Takes as revenue what is left of an order's deposits: for an order that is delivered without a parcel. */
export async function recogniseRest(tx: Tx, order: Order, causeId: string): Promise<Revenue> {
  return book(tx, order, depositsLeft(order, await settlementOf(tx, order)), causeId)
}

const worthOf = (
  order: Order,
  lines: readonly OrderLine[],
  dispatched: readonly DispatchedLine[],
  { units }: Settlement,
): Revenue =>
  dispatched.reduce((all, { sourceLineId, quantity: count }) => {
    const line = lines.find((each) => each.id === sourceLineId)
    if (!line) return all
    const from = line.shipped + (units.get(line.id) ?? nothingGiven).unshipped
    const worth = {
      goods: slice(goodsOfLine(line), line.quantity, { from, count }),
      freight: slice(line.freight, line.quantity, { from, count }),
    }
    return addRevenue(all, worth)
  }, noRevenue(order.total.currency))

/** What couriers collect was never a deposit. */
async function book(tx: Tx, { cashOnDelivery }: Order, revenue: Revenue, causeId: string): Promise<Revenue> {
  const debit = cashOnDelivery ? 'cash_on_the_way' : 'customer_deposits'
  await post(tx, { debit, credit: 'sales', amount: revenue.goods, cause: 'dispatch', causeId })
  await post(tx, {
    debit,
    credit: 'freight_income',
    amount: revenue.freight,
    cause: 'dispatch',
    causeId,
  })
  return revenue
}
