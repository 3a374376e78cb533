import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { OrderBox, OrderFlag, OrderId, OrderLine, OrderTagId } from '#model/sales/orders'
import type { WarehouseId } from '#model/supply/inventory'

export { bulkText } from './text.ts'

export type BulkId = Id<'Bulk'>

/** What can be done to many orders, and the permission it takes. */
export const bulkVerbs = {
  approve: 'orders.review',
  unapprove: 'orders.review',
  intercept: 'orders.review',
  hold: 'orders.review',
  resume: 'orders.review',
  release: 'orders.change',
  merge: 'orders.change',
  carrier: 'orders.change',
  warehouse: 'orders.change',
  split: 'orders.change',
  flag: 'orders.change',
  note: 'orders.change',
  tag: 'orders.change',
  untag: 'orders.change',
  exception: 'orders.change',
  cancel: 'orders.cancel',
} as const
export type BulkVerb = keyof typeof bulkVerbs
export const bulkVerbNames = Object.keys(bulkVerbs) as BulkVerb[]

/** Those that can be taken back; what a buyer has been told to expect in parts is not. */
const undoable: readonly BulkVerb[] = ['flag', 'note', 'tag', 'untag', 'hold', 'unapprove', 'merge', 'split', 'carrier']
export const isUndoable = ({
  verb,
  details,
}: Pick<BulkRun, 'verb'> & { readonly details: Pick<BulkDetails, 'by'> }): boolean =>
  undoable.includes(verb) && details.by !== 'stock'

/** Those that must say why, or what. */
export const wordy: readonly BulkVerb[] = ['hold', 'unapprove', 'intercept', 'exception', 'cancel']

export interface BulkDetails {
  /** A reason, or the note itself. */
  readonly words?: string
  readonly flag?: OrderFlag | null
  /** A carrier's code. */
  readonly carrier?: string
  readonly warehouseId?: WarehouseId
  /** Of `split`: each line in a box of its own; as much as there is from the warehouse that is named; what is there now, and the rest when it is. */
  readonly by?: SplitRule
  /** Of `tag` and `untag`. */
  readonly tagIds?: readonly OrderTagId[]
}

export const splitRules = ['line', 'warehouse', 'stock'] as const
export type SplitRule = (typeof splitRules)[number]

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

/** The rule of a split, as its details say it. */
export const wayOf = ({ by, warehouseId }: BulkDetails) =>
  by === 'warehouse' ? ({ by, warehouseId: warehouseId! } as const) : ({ by: 'line' } as const)

/** What a split would make of one order: `after` is null where it would be refused. */
export interface SplitPreview {
  readonly orderId: OrderId
  readonly number: string
  readonly lines: readonly Pick<OrderLine, 'id' | 'sku' | 'name' | 'specification'>[]
  readonly before: readonly OrderBox[]
  readonly after: readonly OrderBox[] | null
  /** What follows when it is there, and what its carrier asks for that parcel, which the shop pays. */
  readonly waiting: OrderBox['lines']
  readonly freight: Money | null
  readonly code: string | null
  readonly details: Readonly<Record<string, unknown>> | null
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
