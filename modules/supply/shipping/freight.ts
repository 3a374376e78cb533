import { saleItemsOf } from '#goods/catalog'
import { refusal } from '#kernel/refusal'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import { placeName } from '#platform/regions'
import { carrierTables, listCarriers, listFreightRules } from './carrier-tables.ts'
import { type Chosen, chooseCarrier, collectsCashIn, ruleFor, type Shipment } from './choose-carrier.ts'
import type { FreightQuote } from './model.ts'
import { provinceOf } from './recipient.ts'

export const notReachable = refusal(
  'conflict',
  'shipping.not_reachable',
  (d: { field: string; district: string }) => `no carrier reaches ${d.district}`,
)
export const carrierTakesNoCash = refusal(
  'conflict',
  'shipping.carrier_takes_no_cash',
  (d: { field: string; carrier: string; district: string }) => `${d.carrier} collects no cash in ${d.district}`,
)
export const carrierDoesNotReach = refusal(
  'conflict',
  'shipping.carrier_does_not_reach',
  (d: { field: string; carrier: string; district: string }) => `${d.carrier} does not reach ${d.district}`,
)

export const carrierNotForGoods = refusal(
  'conflict',
  'shipping.carrier_not_for_goods',
  (d: { field: string; carrier: string }) => `${d.carrier} may not bring these goods`,
)

/** The carriers that may bring all of these together: undefined when every one may, none when they have none in common. */
export function carriersOfGoods(items: Iterable<Pick<SaleItem, 'selling' | 'requiresShipping'>>): string[] | undefined {
  const bound = [...items].filter((item) => item.requiresShipping && item.selling.carriers.length > 0)
  const [first, ...others] = bound.map((item) => item.selling.carriers)
  return (
    first && others.reduce<string[]>((left, carriers) => left.filter((code) => carriers.includes(code)), [...first])
  )
}

/** @throws carrierNotForGoods when a carrier may not bring goods such as these */
export function refuseBarred(shipment: Pick<Shipment, 'allowed'>, carrier: string): void {
  if (shipment.allowed && !shipment.allowed.includes(carrier)) throw carrierNotForGoods({ field: 'carrier', carrier })
}

/** The carriers that may bring these variants together, as their listings say now; undefined when every one may. */
export const carriersForVariants = async (
  reader: Reader,
  variantIds: readonly VariantId[],
): Promise<string[] | undefined> => carriersOfGoods((await saleItemsOf(reader, variantIds)).values())

/**
 * What it costs to send goods to an address, and with whom: the carrier that the shop's choices prefer among those that reach it.
 * @throws unknownDistrict, notReachable when no carrier reaches the district or none of those allowed does;
 * carrierDoesNotReach when somebody asked for one that does not, carrierNotForGoods for one that may not bring the goods
 */
export async function quoteFreight(reader: Reader, shipment: Shipment): Promise<FreightQuote> {
  const { quote, why } = await compareCarriers(reader, shipment)
  const { asked, districtCode } = shipment
  const district = districtName(districtCode, reader.locale)
  if (asked) refuseBarred(shipment, asked)
  if (asked && quote?.carrier !== asked) throw carrierDoesNotReach({ field: 'carrier', carrier: asked, district })
  if (!quote) throw notReachable({ field: 'districtCode', district })
  return { ...quote, why }
}

/** Every carrier with its freight and days to an address, or why it cannot; and which one would be chosen. @throws unknownDistrict */
export async function compareCarriers(reader: Reader, shipment: Shipment): Promise<Chosen> {
  provinceOf(shipment.districtCode)
  return chooseCarrier(await carrierTables(reader), shipment)
}

/**
 * Whether a carrier takes parcels to a district. One without any freight rule is not bound to places: it is never
 * chosen by itself, and a person who names it knows why.
 */
export async function carrierReaches(reader: Reader, carrier: string, districtCode: string): Promise<boolean> {
  const rules = (await listFreightRules(reader)).filter((rule) => rule.carrier === carrier)
  return rules.length === 0 || ruleFor(rules, carrier, districtCode)?.reachable === true
}

/** Whether a carrier's couriers take cash at the doors of a district. */
export async function takesCash(reader: Reader, carrier: string, districtCode: string): Promise<boolean> {
  const found = (await listCarriers(reader)).find(({ code }) => code === carrier)
  return found !== undefined && collectsCashIn(found, districtCode)
}

/** "浙江省 杭州市 西湖区", "美国 California"; the code where it is no place. */
export const districtName = (districtCode: string, locale: Reader['locale']): string => placeName(districtCode, locale)
