import type { Money } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import type { FreightQuote } from '#model/supply/shipping'
import type { Reader } from '#platform/context'
import { carriersOfGoods, compareCarriers, quoteFreight, type Shipment } from '#supply/shipping'
import type { FreightWay } from './model.ts'
import { type LineToPrice, needsOf, weightOf } from './quote.ts'

export const noSharedCarrier = refusal(
  'conflict',
  'orders.no_shared_carrier',
  (d: { field: string; name: string }) => `no carrier may bring ${d.field} together with the others`,
)
export const lineNotCarried = refusal(
  'conflict',
  'orders.line_not_carried',
  (d: { field: string; name: string }) => `none of the carriers of ${d.field} reaches the address`,
)

export const carrierNotOffered = refusal(
  'conflict',
  'orders.carrier_not_offered',
  (d: { field: 'carrier'; carrier: string }) => `${d.carrier} is not among the ways this may be sent`,
)

/** Where lines go, and what of theirs counts for free shipping. */
export interface WayTo {
  readonly districtCode: string
  readonly goods: Money
  /** The code of the carrier that the buyer wants. */
  readonly carrier?: string
}

/**
 * What it costs to send these lines to a district, and with whom: a carrier that may bring every one of them, the buyer's where the
 * buyer chose one.
 *
 * @throws noSharedCarrier naming the first line that has no carrier in common with those before it
 * @throws lineNotCarried naming the first line that is kept from an address others are brought to; notReachable, unknownDistrict
 * @throws carrierNotOffered when the buyer's carrier is not among `waysFor`
 */
export async function freightFor(reader: Reader, lines: readonly LineToPrice[], to: WayTo): Promise<FreightQuote> {
  const shipment = await shipmentFor(reader, lines, to)
  const { carrier } = to
  if (carrier && !(await offered(reader, shipment)).some((way) => way.carrier === carrier))
    throw carrierNotOffered({ field: 'carrier', carrier })
  return quoteFreight(reader, { ...shipment, asked: carrier })
}

/** The carriers a buyer may choose from for these lines, the one that would be chosen first. @throws what `freightFor` throws */
export async function waysFor(reader: Reader, lines: readonly LineToPrice[], to: WayTo): Promise<FreightWay[]> {
  return offered(reader, await shipmentFor(reader, lines, to))
}

/** Where a choice of the shop decides, nothing else is offered: it knows why these goods or places go with that carrier. */
async function offered(reader: Reader, shipment: Shipment): Promise<FreightWay[]> {
  const { quote, why, options } = await compareCarriers(reader, shipment)
  if (!quote) return []
  const others = why.code === 'choice' ? [] : options.filter(({ rejected }) => rejected === 'not_preferred')
  return [quote, ...others.flatMap((option) => option.quote ?? [])]
}

async function shipmentFor(
  reader: Reader,
  lines: readonly LineToPrice[],
  { districtCode, goods }: WayTo,
): Promise<Shipment> {
  const items = lines.map((line) => line.item)
  const odd = lines.find((_, index) => carriersOfGoods(items.slice(0, index + 1))?.length === 0)
  if (odd) throw noSharedCarrier(about(reader, odd))
  const shipment = {
    districtCode,
    weightGrams: weightOf(lines),
    goods,
    needs: needsOf(items),
    allowed: carriersOfGoods(items),
  }
  const isKeptBack = shipment.allowed && !(await compareCarriers(reader, shipment)).quote
  if (isKeptBack && (await compareCarriers(reader, { ...shipment, allowed: undefined })).quote)
    throw lineNotCarried(about(reader, lines.find(({ item }) => carriersOfGoods([item]))!))
  return shipment
}

const about = ({ locale }: Reader, { id, item }: LineToPrice) => ({ field: `lines.${id}`, name: item.name[locale] })
