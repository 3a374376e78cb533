import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Steps } from '#kernel/steps'

export { shippingText } from './text.ts'

export type ParcelId = Id<'Parcel'>

/** Who gets a parcel and where: opened only for the label, the carrier and those who may see it. */
export interface Recipient {
  readonly name: string
  readonly phone: string
  /** Six-digit district (GB/T 2260). */
  readonly districtCode: string
  readonly street: string
}

export interface Carrier {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly phone: string
  /** Page where a person looks a waybill up; `{waybill}` stands for the number. */
  readonly inquiryUrl: string
  readonly service: string
  readonly enabled: boolean
  readonly daysMin: number
  readonly daysMax: number
}

/** A line of the freight table: the first one that knows the province decides. No provinces means everywhere. */
export interface FreightRule {
  readonly id: Id<'FreightRule'>
  readonly carrier: string
  readonly name: string
  readonly provinces: readonly string[]
  readonly reachable: boolean
  readonly firstGrams: number
  readonly firstFee: Money
  readonly stepGrams: number
  readonly stepFee: Money
  /** Goods worth this much travel free; absent: never free. */
  readonly freeFrom: Money | null
  readonly priority: number
}

/** What sending goods to an address costs, by whom, and how many days it takes. */
export interface FreightQuote {
  readonly carrier: string
  readonly carrierName: { readonly zh: string; readonly en: string }
  readonly service: string
  readonly fee: Money
  /** The fee before the free-shipping rule, to show what was saved. */
  readonly fullFee: Money
  readonly freeFrom: Money | null
  readonly rule: string
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
  readonly status: ParcelStatus
  readonly handedOverAt: Temporal.Instant | null
  /** Last word from the carrier. */
  readonly trackedAt: Temporal.Instant | null
  readonly signedAt: Temporal.Instant | null
  readonly stalledAt: Temporal.Instant | null
}
