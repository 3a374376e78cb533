import { add, type Money, money, times, zero } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import type { Reader } from '#platform/context'
import { regionPath } from '#platform/regions'
import { listCarriers, listFreightRules } from './carriers.ts'
import type { Carrier, FreightQuote, FreightRule } from './model.ts'
import { provinceOf } from './recipient.ts'

export const notReachable = refusal(
  'conflict',
  'shipping.not_reachable',
  (d: { field: string; district: string }) => `no carrier reaches ${d.district}`,
)

export interface Shipment {
  readonly districtCode: string
  readonly weightGrams: number
  /** What the goods cost after reductions: decides on free shipping. */
  readonly goods: Money
}

/**
 * What it costs to send goods to an address: the first rule by priority that knows the province.
 * @throws unknownDistrict, notReachable when no rule reaches the district
 */
export async function quoteFreight(reader: Reader, shipment: Shipment): Promise<FreightQuote> {
  const province = provinceOf(shipment.districtCode)
  const [carriers, rules] = [await listCarriers(reader), await listFreightRules(reader)]
  const rule = rules.find(
    (each) => carriers.some((carrier) => carrier.enabled && carrier.code === each.carrier) && reaches(each, province),
  )
  const carrier = carriers.find((each) => each.code === rule?.carrier)
  if (!rule?.reachable || !carrier)
    throw notReachable({ field: 'districtCode', district: districtName(shipment.districtCode, reader.locale) })
  return quote(rule, carrier, shipment)
}

const reaches = (rule: FreightRule, province: string): boolean =>
  rule.provinces.length === 0 || rule.provinces.includes(province)

function quote(rule: FreightRule, carrier: Carrier, { weightGrams, goods }: Shipment): FreightQuote {
  const fullFee = feeFor(rule, weightGrams)
  const free = rule.freeFrom !== null && goods.minor >= rule.freeFrom.minor
  return {
    carrier: carrier.code,
    carrierName: carrier.name,
    service: carrier.service,
    fee: free ? zero(fullFee.currency) : fullFee,
    fullFee,
    freeFrom: rule.freeFrom,
    rule: rule.name,
    daysMin: carrier.daysMin,
    daysMax: carrier.daysMax,
  }
}

/** First weight, then whole steps: 1.2 kg at 1 kg first and 0.5 kg a step is one step more. */
export function feeFor(
  rule: Pick<FreightRule, 'firstGrams' | 'firstFee' | 'stepGrams' | 'stepFee'>,
  weightGrams: number,
): Money {
  const steps = Math.max(0, Math.ceil((weightGrams - rule.firstGrams) / rule.stepGrams))
  return add(rule.firstFee, steps === 0 ? money(0, rule.firstFee.currency) : times(rule.stepFee, steps))
}

function districtName(districtCode: string, locale: Reader['locale']): string {
  const path = regionPath(districtCode, locale)
  return path ? `${path.province} ${path.city} ${path.district}` : districtCode
}
