import { add, type Money, money, times, zero } from '#kernel/money'
import { isAbroad } from '#platform/regions'
import type {
  Carrier,
  CarrierChoice,
  CarrierOption,
  CarrierWhy,
  FreightQuote,
  FreightRule,
  ParcelNeeds,
  Rejection,
} from './model.ts'

/** What is to be sent, and where to. */
export interface Shipment {
  readonly districtCode: string
  readonly weightGrams: number
  /** What the goods cost after reductions: decides on free shipping. */
  readonly goods: Money
  /** What the goods ask of whoever carries them; nothing unless said. */
  readonly needs?: ParcelNeeds
  /** Codes of the carriers that may bring all of these goods; every one unless said, none when the goods have none in common. */
  readonly allowed?: readonly string[]
  /** The code of the carrier that somebody asked for. */
  readonly asked?: string
}

export interface CarrierTables {
  readonly carriers: readonly Carrier[]
  /** By priority. */
  readonly rules: readonly FreightRule[]
  readonly choices: readonly CarrierChoice[]
}

export interface Chosen {
  readonly quote: Offer | undefined
  readonly why: CarrierWhy
  /** Every carrier with what it would cost, or why it cannot. */
  readonly options: readonly CarrierOption[]
}

type Offer = Omit<FreightQuote, 'why'>

/**
 * Chooses the carrier of a parcel among those that reach its address: the one asked for, else the first of the first choice
 * that applies, else the one whose freight rule comes first. Every other one gets its reason.
 */
export function chooseCarrier(tables: CarrierTables, shipment: Shipment): Chosen {
  const options = tables.carriers.map((carrier) => optionOf(tables, carrier, shipment))
  const able = options.filter((option) => option.quote)
  const { chosen, code, choice } = decide(able, tables, shipment)
  const judged = options.map((option) => judge(option, chosen, choice))
  return {
    quote: chosen?.quote ?? undefined,
    options: judged,
    why: { code, choice: choice?.name ?? null, rejected: judged.filter((option) => option.rejected).map(toRejected) },
  }
}

interface Decision {
  readonly chosen?: CarrierOption
  readonly code: CarrierWhy['code']
  readonly choice?: CarrierChoice
}

function decide(able: readonly CarrierOption[], { rules, choices }: CarrierTables, shipment: Shipment): Decision {
  const byCode = (code: string | undefined) => able.find((option) => option.carrier === code)
  const asked = byCode(shipment.asked)
  if (asked) return { chosen: asked, code: 'asked' }
  for (const choice of choices.filter((each) => applies(each, shipment))) {
    const chosen = choice.carriers.map(byCode).find((option) => option !== undefined)
    if (chosen || choice.only) return { chosen, code: 'choice', choice }
  }
  const first = rules.find((rule) => byCode(rule.carrier)?.quote?.ruleId === rule.id)
  return { chosen: byCode(first?.carrier), code: 'first_rule' }
}

function applies(
  { applies, upToGrams, regions }: CarrierChoice,
  { needs, weightGrams, districtCode }: Shipment,
): boolean {
  if (!isIn(districtCode, regions)) return false
  if (applies === 'always') return true
  if (applies === 'light') return weightGrams <= (upToGrams ?? 0) && !needs?.oversize
  return needs?.[applies] ?? false
}

/** Whether a district lies in one of these provinces, cities and districts; no region means everywhere. */
const isIn = (districtCode: string, regions: readonly string[]): boolean =>
  regions.length === 0 || regions.some((region) => districtCode.startsWith(region))

/** The same for what holds in mainland China unless it names a place abroad. */
const isServed = (districtCode: string, regions: readonly string[]): boolean =>
  isIn(districtCode, regions) && (regions.length > 0 || !isAbroad(districtCode))

/** The rule of a carrier that knows a place: the first by priority, unless the place is excluded from it. */
export const ruleFor = (
  rules: readonly FreightRule[],
  carrier: string,
  districtCode: string,
): FreightRule | undefined =>
  rules.find(
    (rule) =>
      rule.carrier === carrier &&
      isServed(districtCode, rule.provinces) &&
      !rule.excluded.some((region) => districtCode.startsWith(region)),
  )

function optionOf({ rules }: CarrierTables, carrier: Carrier, shipment: Shipment): CarrierOption {
  const rule = ruleFor(rules, carrier.code, shipment.districtCode)
  const rejected = whyNot(carrier, rule, shipment)
  const quote = rule && !rejected ? quoteOf(rule, carrier, shipment) : null
  return { carrier: carrier.code, name: carrier.name, quote, rejected }
}

function whyNot(carrier: Carrier, rule: FreightRule | undefined, shipment: Shipment): Rejection | null {
  if (!carrier.enabled) return 'off'
  if (shipment.allowed && !shipment.allowed.includes(carrier.code)) return 'not_for_goods'
  if (!rule?.reachable) return 'not_reached'
  if (carrier.maxGrams !== null && shipment.weightGrams > carrier.maxGrams) return 'too_heavy'
  return shipment.needs?.cash && !collectsCashIn(carrier, shipment.districtCode) ? 'no_cash' : null
}

/** Whether a carrier's couriers take cash at the doors of a district. */
export const collectsCashIn = (
  { collectsCash, cashRegions }: Pick<Carrier, 'collectsCash' | 'cashRegions'>,
  districtCode: string,
): boolean => collectsCash && isServed(districtCode, cashRegions)

function judge(
  option: CarrierOption,
  chosen: CarrierOption | undefined,
  choice: CarrierChoice | undefined,
): CarrierOption {
  if (option.rejected || option.carrier === chosen?.carrier) return option
  const isBarred = choice?.only && !choice.carriers.includes(option.carrier)
  return { ...option, rejected: isBarred ? 'not_allowed' : 'not_preferred' }
}

const toRejected = ({ carrier, name, quote, rejected }: CarrierOption): CarrierWhy['rejected'][number] => ({
  carrier,
  name,
  reason: rejected!,
  fee: quote?.fee ?? null,
})

function quoteOf(rule: FreightRule, carrier: Carrier, { weightGrams, goods }: Shipment): Offer {
  const carriage = feeFor(rule, weightGrams)
  const isFree = rule.freeFrom !== null && goods.minor >= rule.freeFrom.minor
  return {
    carrier: carrier.code,
    carrierName: carrier.name,
    service: carrier.service,
    serviceType: carrier.serviceType,
    fee: add(isFree ? zero(carriage.currency) : carriage, rule.surcharge),
    fullFee: add(carriage, rule.surcharge),
    freeFrom: rule.freeFrom,
    rule: rule.name,
    ruleId: rule.id,
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
