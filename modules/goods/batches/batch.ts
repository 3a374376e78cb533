import { refusal } from '#kernel/refusal'
import type { BatchField, BatchId } from './model.ts'

export const batchNotFound = refusal(
  'not_found',
  'batches.not_found',
  (d: { batchId: string }) => `there is no batch ${d.batchId}`,
)
export const tooManyRows = refusal('invalid', 'batches.too_many', (d: { most: number }) => `more than ${d.most} rows`)
export const rowTwice = refusal(
  'invalid',
  'batches.row_twice',
  (d: { id: string }) => `${d.id} stands in two rows of one batch`,
)
export const fieldNotYours = refusal(
  'forbidden',
  'batches.field_not_yours',
  (d: { field: BatchField; permission: string }) => `changing ${d.field} takes ${d.permission}`,
)
export const fieldMisplaced = refusal(
  'invalid',
  'batches.field_misplaced',
  (d: { field: BatchField }) => `${d.field} does not belong to this sort of row`,
)
export const cellChangedMeanwhile = refusal(
  'conflict',
  'batches.changed_meanwhile',
  (d: { field: BatchField; now: unknown; by: string | null; at: string | null }) =>
    `${d.field} was changed by ${d.by ?? 'somebody'} meanwhile`,
)
export const notUndoable = refusal(
  'conflict',
  'batches.not_undoable',
  (d: { batchId: BatchId }) => `there is nothing in ${d.batchId} to take back`,
)
