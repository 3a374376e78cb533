import type { Money } from '#kernel/money'

export { carrierAnswerUnreadable, carrierDeclined, carrierUnreachable, type PushFault, pushForged } from './errors.ts'
export { type CarrierAccount, type KdniaoOptions, kdniao } from './kdniao.ts'
export { carrierTexts } from './text.ts'

/** Where a parcel is. The order of the words is the order of the journey; exceptions may come at any time. */
export type TrackingState =
  | 'accepted'
  | 'in_transit'
  | 'delivering'
  | 'at_pickup_point'
  | 'signed'
  | 'problem'
  | 'returning'
  | 'returned'

export interface Place {
  readonly name: string
  readonly phone: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly street: string
  /** Abroad. */
  readonly postcode?: string
}

export interface WaybillRequest {
  /** Our parcel number: repeating the request returns the same waybill. */
  readonly parcelNumber: string
  /** The carrier's code as Kdniao writes it: SF, ZTO, YTO, STO, YD, JD, EMS, YZPY, JTSD, DBL. */
  readonly carrier: string
  /** `standard`, or the carrier's own number of a service. */
  readonly service: string
  readonly sender: Place
  readonly recipient: Place
  readonly weightGrams: number
  readonly goods: readonly { readonly name: string; readonly quantity: number }[]
  readonly remark?: string
  /** What the courier collects at the door (代收货款), in yuan and fen: carriers collect nothing else. */
  readonly collect?: Money
}

export interface Waybill {
  readonly waybillNumber: string
  /** Sorting code printed large on the label (大头笔 / 三段码). */
  readonly sortingCode: string
}

export interface TrackingEvent {
  readonly carrier: string
  readonly waybillNumber: string
  readonly at: Temporal.Instant
  readonly state: TrackingState
  readonly text: string
  readonly location?: string
  /** What was collected at the door, where the step says so. */
  readonly collected?: Money
}

export interface TrackedWaybill {
  readonly carrier: string
  readonly waybillNumber: string
  /** Last four digits of the sender's or recipient's phone: SF and some others tell nothing without them. */
  readonly phoneTail?: string
}

/** Carriers behind one interface: electronic waybills and pushed tracking. */
export interface Carriers {
  /** Orders an electronic waybill number. */
  requestWaybill(request: WaybillRequest): Promise<Waybill>
  /** Gives a number back that will not be used, as when the address changed. Repeating it changes nothing. */
  cancelWaybill(request: {
    readonly carrier: string
    readonly waybillNumber: string
    readonly parcelNumber: string
  }): Promise<void>
  /** Asks for tracking pushes of a waybill. Repeating it changes nothing. */
  subscribe(request: TrackedWaybill & { readonly callbackUrl: string }): Promise<void>
  /** The trace so far, oldest first, for when no push arrives; empty while the carrier knows nothing. */
  track(request: TrackedWaybill): Promise<readonly TrackingEvent[]>
  /**
   * Reads a push. Each repeats the whole trace so far: the caller keeps what is new.
   * @throws pushForged when its signature is wrong, it is addressed to another merchant or its form is unknown
   */
  parsePush(body: Buffer): Promise<readonly TrackingEvent[]>
  /** What the carrier expects as the answer to a push, as JSON; without it the push comes again. */
  pushAnswer(now: Temporal.Instant): unknown
}
