import type { Id } from '#kernel/id'
import type { ProductId, VariantId } from '#model/goods/catalog'
import type { BatchField, Cell, CellValue } from './fields.ts'

export { type CellFault, cellFault, factFault, kindOf, rowFaults } from './cell-faults.ts'
export {
  type BatchField,
  batchFields,
  type Cell,
  type CellValue,
  type FactField,
  factCode,
  factField,
  fieldNeeds,
  isPriceField,
  isProductField,
  type OwnField,
  sameValue,
  tidy,
} from './fields.ts'
export { batchesText } from './text.ts'

export type BatchId = Id<'Batch'>

export interface GoodsRow {
  readonly productId: ProductId
  /** Null for what the product has once. */
  readonly variantId: VariantId | null
  readonly cells: readonly Cell[]
}

/** `held`: good, but others were refused and it was to be all or nothing. `kept`: nothing was taken back, for all was changed since. */
export const rowStatuses = ['saved', 'unchanged', 'refused', 'held', 'kept'] as const
export type RowStatus = (typeof rowStatuses)[number]

/** A later edit that taking back left alone. */
export interface LaterEdit {
  readonly field: BatchField
  readonly now: CellValue
  readonly by: string | null
  /** ISO 8601. */
  readonly at: string | null
}

/** What became of a row. */
export interface RowResult extends GoodsRow {
  /** SKU code, or the product's name. */
  readonly label: string
  readonly status: RowStatus
  readonly kept: readonly LaterEdit[]
  /** Why it was refused: the cell, the code of the refusal and what it names. */
  readonly field: BatchField | null
  readonly code: string | null
  readonly details: Readonly<Record<string, unknown>> | null
}

/** Many changes that were handed in together. Counts are rows. */
export interface Batch {
  readonly id: BatchId
  readonly madeByName: string
  readonly madeAt: Temporal.Instant
  readonly saved: number
  readonly unchanged: number
  readonly refused: number
  /** Rows of an undoing in which a later edit stayed. */
  readonly kept: number
  readonly undoes: BatchId | null
  readonly undoneBy: BatchId | null
}
