import { add, allocate, type Money, money, subtract, sum, zero } from '#kernel/money'
import type { Reader } from '#platform/context'
import { historyOf } from '#platform/events'
import type { Order, OrderLine } from './model.ts'

/** One line's part of a refund, as the order's history keeps it. `unshipped` of the units never left the warehouse. */
export interface GivenUnits {
  readonly lineId: string
  readonly quantity: number
  readonly unshipped: number
  readonly withFreight: number
}

export interface Revenue {
  readonly goods: Money
  readonly freight: Money
}

/** What has become of an order's money so far, as its history tells: units given back, revenue taken, deposits returned. */
export interface Settlement {
  readonly units: ReadonlyMap<string, Omit<GivenUnits, 'lineId'>>
  /** Goods and freight that left the deposits again by a refund before dispatch. */
  readonly returned: Revenue
  /** Goods and freight taken as revenue at dispatch. */
  readonly recognised: Revenue
  readonly outboundIds: ReadonlySet<string>
  readonly refundIds: ReadonlyMap<string, string>
  readonly arrivedRefundIds: ReadonlySet<string>
}

interface RefundData {
  readonly cause: string
  readonly causeId: string
  readonly refundId: string | null
  readonly units: readonly GivenUnits[]
  readonly deposits: Revenue
}
interface DispatchData {
  readonly outboundId?: string
  readonly revenue?: Revenue
}

export const causeKey = ({ cause, causeId }: { cause: string; causeId: string }): string => `${cause}:${causeId}`

/** Reads an order's settlement from its history. Call it with the order locked when something follows from it. */
export async function settlementOf(reader: Reader, order: Pick<Order, 'id' | 'total'>): Promise<Settlement> {
  const history = await historyOf(reader, order.id)
  const about = <Data>(...types: string[]) =>
    history.filter((event) => types.includes(event.type)).map((event) => event.data as unknown as Data)
  const declined = new Set(about<{ refundId: string }>('order.refund_declined').map((each) => each.refundId))
  const refunds = about<RefundData>('order.refund_requested', 'order.waived').filter(
    ({ refundId }) => refundId === null || !declined.has(refundId),
  )
  const dispatches = about<DispatchData>(
    'order.partly_shipped',
    'order.shipped',
    'order.delivered',
    'order.short_settled',
    'order.redeemed',
    'order.revenue_kept',
  ).filter((each) => each.revenue)
  const { currency } = order.total
  return {
    units: unitsOf(refunds),
    returned: totalOf(
      refunds.map((each) => each.deposits),
      currency,
    ),
    recognised: totalOf(
      dispatches.map((each) => each.revenue!),
      currency,
    ),
    outboundIds: new Set(dispatches.flatMap((each) => each.outboundId ?? [])),
    refundIds: new Map(refunds.map((each) => [causeKey(each), each.refundId ?? ''])),
    arrivedRefundIds: new Set(about<{ refundId: string }>('order.refunded').map((each) => each.refundId)),
  }
}

function unitsOf(refunds: readonly RefundData[]): Settlement['units'] {
  const units = new Map<string, Omit<GivenUnits, 'lineId'>>()
  for (const { lineId, ...given } of refunds.flatMap((each) => each.units)) {
    const before = units.get(lineId) ?? nothingGiven
    units.set(lineId, {
      quantity: before.quantity + given.quantity,
      unshipped: before.unshipped + given.unshipped,
      withFreight: before.withFreight + given.withFreight,
    })
  }
  return units
}

export const nothingGiven = { quantity: 0, unshipped: 0, withFreight: 0 } as const

const totalOf = (parts: readonly Revenue[], currency: string): Revenue => ({
  goods: sum(
    parts.map((part) => part.goods),
    currency,
  ),
  freight: sum(
    parts.map((part) => part.freight),
    currency,
  ),
})

/** What each unit of a line was worth: the line's money split over its pieces, the larger parts first. */
export const unitShares = (amount: Money, quantity: number): Money[] =>
  allocate(
    amount,
    Array.from({ length: quantity }, () => 1),
  )

/** The worth of `count` units after the first `from`: any sequence of such slices sums to the line exactly. */
export const slice = (amount: Money, quantity: number, { from, count }: { from: number; count: number }): Money =>
  sum(unitShares(amount, quantity).slice(from, from + count), amount.currency)

export const goodsOfLine = (line: Pick<OrderLine, 'subtotal' | 'discount'>): Money =>
  subtract(line.subtotal, line.discount)
export const addRevenue = (a: Revenue, b: Revenue): Revenue => ({
  goods: add(a.goods, b.goods),
  freight: add(a.freight, b.freight),
})
export const noRevenue = (currency: string): Revenue => ({ goods: zero(currency), freight: zero(currency) })
export const least = (a: Money, b: Money): Money => money(Math.min(a.minor, b.minor), a.currency)

/** What of an order may still be given back or, while couriers collect it, given up. */
export const leftOf = ({ total, refunded, waived }: Pick<Order, 'total' | 'refunded' | 'waived'>): Money =>
  subtract(subtract(total, refunded), waived)

/** What of an order's money is still a deposit. */
export const depositsLeft = (
  order: Pick<Order, 'items' | 'discount' | 'freight'>,
  { returned, recognised }: Settlement,
): Revenue => ({
  goods: subtract(subtract(order.items, order.discount), add(returned.goods, recognised.goods)),
  freight: subtract(order.freight, add(returned.freight, recognised.freight)),
})

export const leastOfBoth = (a: Revenue, b: Revenue): Revenue => ({
  goods: least(a.goods, b.goods),
  freight: least(a.freight, b.freight),
})
