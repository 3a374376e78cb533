import type { Id } from '#kernel/id'
import type { Steps } from '#kernel/steps'
import type { VariantId } from '#model/goods/catalog'
import type { WarehouseId } from '#model/supply/inventory'

export { warehouseText } from './text.ts'

export type OutboundId = Id<'Outbound'>
export type OutboundLineId = Id<'OutboundLine'>
export type PickId = Id<'Pick'>

export const outboundStatuses = [
  'released',
  'picking',
  'short',
  'picked',
  'packed',
  'weighed',
  'handed_over',
  'cancelled',
] as const
export type OutboundStatus = (typeof outboundStatuses)[number]
export type OutboundStep =
  | 'start'
  | 'finish'
  | 'reportShort'
  | 'shipRest'
  | 'pack'
  | 'weigh'
  | 'relabel'
  | 'handOver'
  | 'cancel'
  | 'intercept'

/** An outbound's way: released, picked, checked and packed, weighed, handed to the courier. Once picking has begun it can only be cancelled when it is short; staff intercept it at any moment before the courier has it. */
export const outboundSteps: Steps<OutboundStep, OutboundStatus> = {
  start: { from: ['released'], to: 'picking' },
  finish: { from: ['picking'], to: 'picked' },
  reportShort: { from: ['picking', 'picked', 'packed', 'weighed'], to: 'short' },
  shipRest: { from: ['short'], to: 'picked' },
  pack: { from: ['picked'], to: 'packed' },
  weigh: { from: ['packed'], to: 'weighed' },
  relabel: { from: ['picked', 'packed', 'weighed'], to: 'picked' },
  handOver: { from: ['weighed'], to: 'handed_over' },
  cancel: { from: ['released', 'short'], to: 'cancelled' },
  intercept: { from: ['picking', 'picked', 'packed', 'weighed'], to: 'cancelled' },
}

export const shortReasons = ['missing', 'damaged', 'expired'] as const
export type ShortReason = (typeof shortReasons)[number]

export interface OutboundLine {
  readonly id: OutboundLineId
  readonly sourceLineId: string
  readonly variantId: VariantId
  readonly sku: string
  readonly name: string
  readonly specification: string
  readonly barcode: string | null
  readonly weightGrams: number
  readonly quantity: number
  readonly picked: number
  readonly packed: number
  readonly short: number
}

/** What asks for goods: an order, several that leave together, or an after-sales case that exchanges goods, sends them again or gives mended ones back. */
export const outboundSources = ['order', 'shipment', 'exchange', 'reshipment', 'repair'] as const
export type OutboundSource = (typeof outboundSources)[number]

/** Goods that go out for an after-sales case. */
export const isForCase = ({ source }: { readonly source: OutboundSource }): boolean =>
  source === 'exchange' || source === 'reshipment' || isProperty({ source })

/** Goods that are the buyer's own and none of our stock. */
export const isProperty = ({ source }: { readonly source: OutboundSource }): boolean => source === 'repair'

export interface Outbound {
  readonly id: OutboundId
  readonly number: string
  readonly warehouseId: WarehouseId
  /** Which of the boxes of its source in this warehouse; 0 for the only one. */
  readonly box: number
  /** What asked for the goods, its id and its number for people. */
  readonly source: OutboundSource
  readonly sourceId: string
  readonly sourceNumber: string
  /** Where the goods of several orders leave together: the number of each; otherwise empty. */
  readonly sourceNumbers: readonly string[]
  readonly status: OutboundStatus
  readonly carrier: string
  readonly districtCode: string
  readonly requests: readonly string[]
  readonly dispatchBy: Temporal.Instant
  /** What the courier collects for the box, in minor units of the shop's currency; 0: nothing. */
  readonly collectMinor: number
  readonly picker: string | null
  readonly packer: string | null
  readonly printedAt: Temporal.Instant | null
  readonly releasedAt: Temporal.Instant
  readonly handedOverAt: Temporal.Instant | null
  readonly version: number
  readonly lines: readonly OutboundLine[]
}

/** Where a picker is sent: so many pieces of one lot in one bin. */
export interface Pick {
  readonly id: PickId
  readonly lineId: OutboundLineId
  readonly bin: string
  readonly variantId: VariantId
  readonly sku: string
  readonly barcode: string | null
  readonly name: string
  readonly specification: string
  readonly lot: string
  readonly expiresOn: Temporal.PlainDate | null
  readonly quantity: number
  readonly picked: number
  readonly status: 'open' | 'done' | 'short' | 'cancelled'
}

/** What the scanner shows while an outbound is picked: one instruction at a time. */
export interface PickTask {
  readonly outboundId: OutboundId
  readonly number: string
  readonly sourceNumber: string
  readonly status: OutboundStatus
  readonly carrier: string
  readonly dispatchBy: Temporal.Instant
  readonly requests: readonly string[]
  readonly picker: string | null
  readonly picks: readonly Pick[]
  /** The pick to do now; null when there is none left. */
  readonly current: PickId | null
  /** Whether the bin of the current pick has been scanned. */
  readonly atBin: boolean
  readonly picked: number
  readonly total: number
  /** Pieces that are not on any shelf at the moment: put back what lies at packing, or report them missing. */
  readonly waiting: readonly { readonly lineId: OutboundLineId; readonly sku: string; readonly quantity: number }[]
}

/** What the packer checks the box against. */
export interface PackCheck {
  readonly outboundId: OutboundId
  readonly number: string
  readonly sourceNumber: string
  readonly status: OutboundStatus
  readonly carrier: string
  readonly requests: readonly string[]
  readonly recipient: { readonly name: string; readonly phone: string; readonly address: string }
  readonly waybillNumber: string | null
  readonly lines: readonly OutboundLine[]
  readonly packed: number
  readonly total: number
  readonly goodsComplete: boolean
  readonly expectedGrams: number
}

/** The answer to a scan. A refused one says why (`code`, a text of this room) and what was expected (`details`). */
export interface ScanAnswer<View> {
  readonly accepted: boolean
  readonly code: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly view: View
}
