import type { Id } from '#kernel/id'

export { inventoryText } from './text.ts'

export type WarehouseId = Id<'Warehouse'>
export type BinId = Id<'Bin'>
export type LotId = Id<'Lot'>

/** What a part of the warehouse is for. Goods in pick, reserve and packing bins count towards what may be sold. */
export const zones = ['pick', 'reserve', 'staging', 'packing', 'returns', 'quarantine', 'gift', 'transit'] as const
export type Zone = (typeof zones)[number]

export const sellableZones: readonly Zone[] = ['pick', 'reserve', 'packing']
export const isSellable = (zone: Zone): boolean => sellableZones.includes(zone)

export const movementKinds = ['receive', 'adjust', 'pick', 'unpick', 'dispatch', 'return', 'move'] as const
export type MovementKind = (typeof movementKinds)[number]

/** How a returned piece is found: only `as_new` may be sold again. */
export const grades = ['as_new', 'flawed', 'unusable', 'wrong_goods'] as const
export type Grade = (typeof grades)[number]

export type LotStatus = 'released' | 'blocked'

export interface Warehouse {
  readonly id: WarehouseId
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly contactName: string
  readonly contactPhone: string
  readonly districtCode: string
  readonly street: string
  /** The smaller number is asked first. */
  readonly priority: number
  /** Two-digit codes of the provinces it serves first; none means everywhere. */
  readonly provinces: readonly string[]
  readonly status: 'open' | 'closed'
}

export interface Bin {
  readonly id: BinId
  readonly warehouseId: WarehouseId
  readonly code: string
  readonly zone: Zone
  /** Place on the picker's way through the hall. */
  readonly pathOrder: number
}

export interface Lot {
  readonly id: LotId
  readonly variantId: Id<'Variant'>
  readonly number: string
  readonly producedOn: Temporal.PlainDate | null
  /** The last day on which it may be sold. */
  readonly expiresOn: Temporal.PlainDate | null
  readonly status: LotStatus
  readonly firstInAt: Temporal.Instant
}

/** A warehouse that was asked for goods, in the order of asking: 0 serves the province, 1 serves every one, 2 serves others. */
export interface Considered {
  readonly warehouseId: WarehouseId
  readonly rank: number
  /** It had every piece of the order. */
  readonly hasAll: boolean
}

/** Said to be available of what is not shipped and therefore not counted (services, codes): more than any stock. */
export const uncounted = 999_999_999
