import { add, type Money, subtract } from '#kernel/money'
import type { Price } from '#model/goods/catalog'
import type { Reduction } from '#model/sales/promotions'
import type { Delivery } from './delivery.ts'

/** How the price of one piece comes about: what it was, what the shop takes off, what the way costs. */
export interface Receipt {
  readonly was: Money | null
  /** From what it was to what it costs. */
  readonly cut: Money | null
  readonly price: Money
  readonly reduction: { readonly name: Reduction['name']; readonly off: Money } | null
  /** Null where it is not known yet, because no place is. */
  readonly freight: Money | null
  readonly total: Money
}

/** The best reduction that one piece earns by itself. */
export const reductionOf = (price: Money, offers: readonly Reduction[]): Reduction | undefined =>
  offers.find(({ threshold }) => threshold.currency === price.currency && threshold.minor <= price.minor)

export function receiptOf({ list: price, was }: Price, offers: readonly Reduction[], { quote }: Delivery): Receipt {
  const reduction = reductionOf(price, offers)
  const reduced = reduction ? subtract(price, reduction.off) : price
  const isDearer = was !== null && was.minor > price.minor
  return {
    was: isDearer ? was : null,
    cut: isDearer ? subtract(was, price) : null,
    price,
    reduction: reduction ? { name: reduction.name, off: reduction.off } : null,
    freight: quote?.fee ?? null,
    total: quote ? add(reduced, quote.fee) : reduced,
  }
}
