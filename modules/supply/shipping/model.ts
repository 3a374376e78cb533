import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Steps } from '#kernel/steps'

export { shippingText } from './text.ts'

export type ParcelId = Id<'Parcel'>

/** Who gets a parcel and where: opened only for the label, the carrier and those who may see it. */
export interface Recipient {
  readonly name: string
  readonly phone: string
  /** Six-digit district (GB/T 2260); abroad the country's two letters and its area, as in US-CA. */
  readonly districtCode: string
  readonly street: string
  /** Abroad. */
  readonly city?: string
  readonly postcode?: string
}

export interface Carrier {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly phone: string
  /** Page where a person looks a waybill up; `{waybill}` stands for the number. */
  readonly inquiryUrl: string
  /** Its own name for the product, as its interface wants it. */
  readonly service: string
  readonly serviceType: ServiceType
  /** Whether it takes valuables against their worth. */
  readonly insures: boolean
  /** The heaviest parcel it takes; null: any. */
  readonly maxGrams: number | null
  /** "17:00" in the shop's zone: what is ready by then is picked up the same day; null when nothing was agreed. */
  readonly cutoff: string | null
  /** Whether its couriers take cash at the door (货到付款). */
  readonly collectsCash: boolean
  /** Codes of the provinces, cities and districts where they do; none means wherever it goes in mainland China. */
  readonly cashRegions: readonly string[]
  readonly enabled: boolean
  readonly daysMin: number
  readonly daysMax: number
}

/** To the door, to the door and set up there (送装一体), or by lorry from depot to depot. */
export const serviceTypes = ['express', 'deliver_install', 'freight'] as const
export type ServiceType = (typeof serviceTypes)[number]

/** What goods ask of whoever carries them. */
export interface ParcelNeeds {
  readonly oversize: boolean
  readonly valuable: boolean
  readonly perishable: boolean
  /** The courier has to collect the money. */
  readonly cash?: boolean
}

export const choiceConditions = ['always', 'oversize', 'valuable', 'perishable', 'light'] as const

/** Whom to prefer for which parcels: the first choice that applies and of whose carriers one reaches the address decides. */
export interface CarrierChoice {
  readonly id: Id<'CarrierChoice'>
  readonly name: string
  readonly applies: (typeof choiceConditions)[number]
  /** For `light`: parcels up to this weight. */
  readonly upToGrams: number | null
  /** Codes of provinces, cities and districts; none means everywhere. */
  readonly regions: readonly string[]
  /** Codes, the preferred one first. */
  readonly carriers: readonly string[]
  /** No other carrier may take such a parcel: better none than a wrong one. */
  readonly only: boolean
  readonly priority: number
}

export const rejections = [
  'off',
  'not_for_goods',
  'not_reached',
  'too_heavy',
  'no_cash',
  'not_allowed',
  'not_preferred',
] as const
export type Rejection = (typeof rejections)[number]

/** Why a parcel goes with its carrier: somebody asked, a choice of the shop, or the first freight rule; and why not with the others. */
export interface CarrierWhy {
  readonly code: 'asked' | 'choice' | 'first_rule'
  /** The name of the choice. */
  readonly choice: string | null
  readonly rejected: readonly {
    readonly carrier: string
    readonly name: Carrier['name']
    readonly reason: Rejection
    readonly fee: Money | null
  }[]
}

/** A carrier for a parcel: what it would cost, or why it is not the one. */
export interface CarrierOption {
  readonly carrier: string
  readonly name: Carrier['name']
  readonly quote: Omit<FreightQuote, 'why'> | null
  readonly rejected: Rejection | null
}

/** A line of a carrier's freight table: the first one by priority that knows the place decides. */
export interface FreightRule {
  readonly id: Id<'FreightRule'>
  readonly carrier: string
  readonly name: string
  /** Codes of provinces (two digits), cities (four), districts (six), countries abroad and their areas; none means everywhere in mainland China. */
  readonly provinces: readonly string[]
  /** Places in them that the rule does not speak of. */
  readonly excluded: readonly string[]
  readonly reachable: boolean
  readonly firstGrams: number
  readonly firstFee: Money
  readonly stepGrams: number
  readonly stepFee: Money
  /** For remote areas: added to the freight, also when that is free. */
  readonly surcharge: Money
  /** Goods worth this much travel free; absent: never free. */
  readonly freeFrom: Money | null
  readonly priority: number
}

/** What sending goods to an address costs, by whom, and how many days it takes. */
export interface FreightQuote {
  readonly carrier: string
  readonly carrierName: { readonly zh: string; readonly en: string }
  readonly service: string
  readonly serviceType: ServiceType
  readonly fee: Money
  /** The fee before the free-shipping rule, to show what was saved. */
  readonly fullFee: Money
  readonly freeFrom: Money | null
  readonly rule: string
  readonly ruleId: Id<'FreightRule'>
  readonly why: CarrierWhy
  readonly daysMin: number
  readonly daysMax: number
}

export type ParcelStatus =
  | 'announced'
  | 'labelled'
  | 'handed_over'
  | 'in_transit'
  | 'delivering'
  | 'delivered'
  | 'signed'
  | 'problem'
  | 'returning'
  | 'returned'
  | 'cancelled'

export type ParcelStep =
  | 'label'
  | 'unlabel'
  | 'handOver'
  | 'move'
  | 'deliver'
  | 'leaveAtPickupPoint'
  | 'sign'
  | 'reportProblem'
  | 'turnBack'
  | 'comeBack'
  | 'cancel'

const travelling: ParcelStatus[] = ['handed_over', 'in_transit', 'delivering', 'delivered', 'problem']

/** Pushes arrive late and out of order: a step that does not lead onward from where the parcel is leaves it there. */
export const parcelSteps: Steps<ParcelStep, ParcelStatus> = {
  label: { from: ['announced'], to: 'labelled' },
  unlabel: { from: ['labelled'], to: 'announced' },
  handOver: { from: ['labelled'], to: 'handed_over' },
  move: { from: ['handed_over', 'problem'], to: 'in_transit' },
  deliver: { from: ['handed_over', 'in_transit', 'problem'], to: 'delivering' },
  leaveAtPickupPoint: { from: ['handed_over', 'in_transit', 'delivering', 'problem'], to: 'delivered' },
  sign: { from: travelling, to: 'signed' },
  reportProblem: { from: ['handed_over', 'in_transit', 'delivering', 'delivered'], to: 'problem' },
  turnBack: { from: travelling, to: 'returning' },
  comeBack: { from: [...travelling, 'returning'], to: 'returned' },
  cancel: { from: ['announced', 'labelled'], to: 'cancelled' },
}

export interface TrackedStep {
  readonly at: Temporal.Instant
  readonly state: string
  readonly text: string
  readonly location: string | null
}

export interface Parcel {
  readonly id: ParcelId
  readonly number: string
  readonly outboundId: string
  /** The order or case the goods belong to. */
  readonly sourceId: string
  readonly carrier: string
  readonly waybillNumber: string | null
  readonly sortingCode: string | null
  readonly weightGrams: number | null
  readonly postageMinor: number | null
  /** What the courier collects at the door, in minor units of the shop's currency; 0: nothing. */
  readonly collectMinor: number
  readonly status: ParcelStatus
  readonly handedOverAt: Temporal.Instant | null
  /** Last word from the carrier. */
  readonly trackedAt: Temporal.Instant | null
  readonly signedAt: Temporal.Instant | null
  readonly stalledAt: Temporal.Instant | null
}
