import { dayIn, hours } from '#kernel/day'
import { add, allocate, type Money, subtract, sum, times, zero } from '#kernel/money'
import type { SaleItem } from '#model/goods/catalog'
import type { CartLineId } from '#model/sales/carts'
import type { Reduction } from '#model/sales/promotions'
import type { FreightQuote, ParcelNeeds } from '#model/supply/shipping'
import type { Amounts, Promised } from './model.ts'

export interface LineToPrice {
  readonly id: CartLineId
  readonly item: SaleItem
  readonly quantity: number
}

export interface PricedLine extends LineToPrice {
  readonly subtotal: Money
  readonly discount: Money
  readonly freight: Money
  readonly total: Money
}

export interface Quote extends Amounts {
  readonly lines: readonly PricedLine[]
}

type Line = Pick<LineToPrice, 'quantity'> & {
  readonly item: Pick<SaleItem, 'price' | 'weightGrams' | 'requiresShipping'>
}

/** What counts towards a reduction on the whole order: goods that are sold without it stay outside. */
export const reducible = <Item extends { readonly item: Pick<SaleItem, 'selling'> }>(lines: readonly Item[]): Item[] =>
  lines.filter((line) => line.item.selling.joinsReductions)

export const goodsOf = (lines: readonly Line[], currency: string): Money =>
  sum(
    lines.map((line) => times(line.item.price, line.quantity)),
    currency,
  )

/** What has to be carried: goods without a parcel (services, codes) weigh nothing here. */
export const weightOf = (lines: readonly Line[]): number =>
  lines.reduce((all, { item, quantity }) => all + (item.requiresShipping ? item.weightGrams * quantity : 0), 0)

/** What the goods ask of whoever carries them. */
export function needsOf(items: Iterable<Pick<SaleItem, 'flags'>>): ParcelNeeds {
  const flags = [...items].map((item) => item.flags)
  return {
    oversize: flags.some((each) => each.oversize),
    valuable: flags.some((each) => each.valuableSmall),
    perishable: flags.some((each) => each.perishable),
  }
}

export const needsParcel = (lines: readonly Line[]): boolean => lines.some((line) => line.item.requiresShipping)

/**
 * Prices the lines of an order. Freight is split over the lines by their subtotals with the largest remainder, the reduction
 * over those that join it, so that the parts of the lines sum to the parts of the order to the minor unit.
 */
export function priceUp(
  lines: readonly LineToPrice[],
  { currency, off, fee }: { currency: string; off: Money; fee: Money },
): Quote {
  const subtotals = lines.map((line) => times(line.item.price, line.quantity))
  const weights = subtotals.map((subtotal) => subtotal.minor)
  const items = sum(subtotals, currency)
  const reduced = weights.map((weight, index) => (lines[index]!.item.selling.joinsReductions ? weight : 0))
  const [discounts, freights] = [allocate(off, reduced), allocate(fee, weights)]
  return {
    items,
    discount: off,
    freight: fee,
    total: add(subtract(items, off), fee),
    lines: lines.map((line, index) => {
      const [subtotal, discount, freight] = [subtotals[index]!, discounts[index]!, freights[index]!]
      return { ...line, subtotal, discount, freight, total: add(subtract(subtotal, discount), freight) }
    }),
  }
}

export const offOf = (reduction: Reduction | undefined, currency: string): Money => reduction?.off ?? zero(currency)

/** The days that making the goods takes before they can leave: the slowest line decides; 0 for goods from the shelf. */
export const makeDaysIn = (lines: readonly { readonly item: Pick<SaleItem, 'selling'> }[]): number =>
  Math.max(0, ...lines.map((line) => line.item.selling.makeDays ?? 0))

/** Paid now, the goods are made and leave within the promise, and arrive the carrier's days after that at the latest. */
export function promise(
  now: Temporal.Instant,
  {
    dispatchHours: afterMaking,
    makeDays,
    zone,
    freight,
  }: { dispatchHours: number; makeDays: number; zone: string; freight: Pick<FreightQuote, 'daysMin' | 'daysMax'> },
): Promised {
  const dispatchHours = afterMaking + makeDays * 24
  const dispatchBy = now.add(hours(dispatchHours))
  return {
    dispatchHours,
    dispatchBy,
    arrivesFrom: dayIn(now, zone).add({ days: makeDays + freight.daysMin }),
    arrivesTo: dayIn(dispatchBy, zone).add({ days: freight.daysMax }),
  }
}
