import { refusal } from '#kernel/refusal'
import type { Reader } from '#platform/context'
import { regionPath } from '#platform/regions'
import { listCarriers, listFreightRules } from './carriers.ts'
import { listCarrierChoices } from './choices.ts'
import { type CarrierTables, type Chosen, chooseCarrier, ruleFor, type Shipment } from './choose-carrier.ts'
import type { FreightQuote } from './model.ts'
import { provinceOf } from './recipient.ts'

export const notReachable = refusal(
  'conflict',
  'shipping.not_reachable',
  (d: { field: string; district: string }) => `no carrier reaches ${d.district}`,
)
export const carrierDoesNotReach = refusal(
  'conflict',
  'shipping.carrier_does_not_reach',
  (d: { field: string; carrier: string; district: string }) => `${d.carrier} does not reach ${d.district}`,
)

/**
 * What it costs to send goods to an address, and with whom: the carrier that the shop's choices prefer among those that reach it.
 * @throws unknownDistrict, notReachable when no carrier reaches the district or none of those allowed does;
 * carrierDoesNotReach when somebody asked for one that does not
 */
export async function quoteFreight(reader: Reader, shipment: Shipment): Promise<FreightQuote> {
  const { quote, why } = await compareCarriers(reader, shipment)
  const { asked, districtCode } = shipment
  const district = districtName(districtCode, reader.locale)
  if (asked && quote?.carrier !== asked) throw carrierDoesNotReach({ field: 'carrier', carrier: asked, district })
  if (!quote) throw notReachable({ field: 'districtCode', district })
  return { ...quote, why }
}

/** Every carrier with its freight and days to an address, or why it cannot; and which one would be chosen. @throws unknownDistrict */
export async function compareCarriers(reader: Reader, shipment: Shipment): Promise<Chosen> {
  provinceOf(shipment.districtCode)
  return chooseCarrier(await carrierTables(reader), shipment)
}

async function carrierTables(reader: Reader): Promise<CarrierTables> {
  const carriers = await listCarriers(reader)
  const rules = await listFreightRules(reader)
  return { carriers, rules, choices: await listCarrierChoices(reader) }
}

/**
 * Whether a carrier takes parcels to a district. One without any freight rule is not bound to places: it is never
 * chosen by itself, and a person who names it knows why.
 */
export async function carrierReaches(reader: Reader, carrier: string, districtCode: string): Promise<boolean> {
  const rules = (await listFreightRules(reader)).filter((rule) => rule.carrier === carrier)
  return rules.length === 0 || ruleFor(rules, carrier, districtCode)?.reachable === true
}

/** "浙江省 杭州市 西湖区"; the code where it is none. */
export function districtName(districtCode: string, locale: Reader['locale']): string {
  const path = regionPath(districtCode, locale)
  return path ? `${path.province} ${path.city} ${path.district}` : districtCode
}
