import type { Money } from '#kernel/money'
import { isRefusal } from '#kernel/refusal'
import type { Selling, Variant } from '#model/goods/catalog'
import type { FreightQuote } from '#model/supply/shipping'
import type { Context } from '#platform/context'
import { isAbroad, isPlace, placeName, regionPath } from '#platform/regions'
import { addressesOf } from '#sales/customers'
import { carriersOfGoods, notReachable, quoteFreight } from '#supply/shipping'
import type { PageRequest } from '../page.ts'

/** Where the visitor wants things sent: chosen on the page before, else their default address. */
export interface DeliveryPlace {
  readonly districtCode: string
  readonly name: string
}

/** What sending one piece costs and when it arrives; only the place where nobody brings it there. */
export interface Delivery {
  readonly place?: string
  readonly quote?: FreightQuote
  readonly freeFrom?: Money | null
  readonly arrivesFrom?: Temporal.Instant
  readonly arrivesTo?: Temporal.Instant
}

export async function placeOfVisitor({ ctx, districtCode }: PageRequest): Promise<DeliveryPlace | undefined> {
  if (districtCode && isPlace(districtCode)) return placeAt(ctx, districtCode)
  const [address] = ctx.actor.kind === 'shopper' ? await addressesOf(ctx) : []
  return address && placeAt(ctx, address.recipient.districtCode)
}

export function placeAt({ locale }: Pick<Context, 'locale'>, districtCode: string): DeliveryPlace {
  if (isAbroad(districtCode)) return { districtCode, name: placeName(districtCode, locale) }
  const { province, city, district } = regionPath(districtCode, locale)!
  const parts = [...new Set([province, city, district])]
  return { districtCode, name: (locale === 'en' ? parts.reverse() : parts).join(locale === 'en' ? ', ' : ' ') }
}

interface ToSend {
  readonly variant: Pick<Variant, 'weightGrams' | 'requiresShipping'> & { readonly price: Money }
  readonly selling: Selling
  /** What the goods cost after reductions: decides on free shipping. */
  readonly goods: Money
  readonly dispatchHours: number
  readonly freeFrom: Money | null | undefined
}

/** One piece on its way to a place; without a place only from which amount on the way is free. */
export async function deliveryTo(
  ctx: Context,
  place: DeliveryPlace | undefined,
  { variant, selling, goods, dispatchHours, freeFrom }: ToSend,
): Promise<Delivery> {
  if (!place || !variant.requiresShipping) return { freeFrom }
  try {
    const quote = await quoteFreight(ctx, {
      districtCode: place.districtCode,
      weightGrams: variant.weightGrams,
      goods,
      allowed: carriersOfGoods([{ ...variant, selling }]),
    })
    const leaves = ctx.now.add({ hours: dispatchHours })
    return {
      place: place.name,
      quote,
      freeFrom: quote.freeFrom,
      arrivesFrom: ctx.now.add({ hours: (quote.daysMin + (selling.makeDays ?? 0)) * 24 }),
      arrivesTo: leaves.add({ hours: quote.daysMax * 24 }),
    }
  } catch (error) {
    if (isRefusal(error, notReachable)) return { place: place.name }
    throw error
  }
}
