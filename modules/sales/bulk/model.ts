import type { Id } from '#kernel/id'
import type { OrderFlag, OrderId } from '#model/sales/orders'
import type { WarehouseId } from '#model/supply/inventory'

export { bulkText } from './text.ts'

export type BulkId = Id<'Bulk'>

/** What can be done to many orders, and the permission it takes. */
export const bulkVerbs = {
  approve: 'orders.review',
  unapprove: 'orders.review',
  hold: 'orders.review',
  resume: 'orders.review',
  release: 'orders.change',
  merge: 'orders.change',
  carrier: 'orders.change',
  warehouse: 'orders.change',
  flag: 'orders.change',
  note: 'orders.change',
  exception: 'orders.change',
  cancel: 'orders.cancel',
} as const
export type BulkVerb = keyof typeof bulkVerbs
export const bulkVerbNames = Object.keys(bulkVerbs) as BulkVerb[]

/** Those that can be taken back. */
export const undoable: readonly BulkVerb[] = ['flag', 'note', 'hold', 'unapprove', 'merge', 'carrier']
/** Those that must say why, or what. */
export const wordy: readonly BulkVerb[] = ['hold', 'unapprove', 'exception', 'cancel']

export interface BulkDetails {
  /** A reason, or the note itself. */
  readonly words?: string
  readonly flag?: OrderFlag | null
  /** A carrier's code. */
  readonly carrier?: string
  readonly warehouseId?: WarehouseId
}

/** A verb on its way through many orders. */
export interface BulkRun {
  readonly id: BulkId
  readonly verb: BulkVerb
  readonly details: BulkDetails
  readonly status: 'waiting' | 'finished'
  readonly total: number
  readonly done: number
  readonly refused: number
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
  /** The run that this one takes back. */
  readonly undoes: BulkId | null
  /** The run that takes this one back. */
  readonly undoneBy: BulkId | null
}

/** What became of one order of a run. */
export interface BulkResult {
  readonly orderId: OrderId
  readonly number: string
  readonly status: 'waiting' | 'done' | 'refused'
  /** Why it was refused: the code of the refusal and what it names. */
  readonly code: string | null
  readonly details: Readonly<Record<string, unknown>> | null
}
