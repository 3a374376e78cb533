import { refusal } from '#kernel/refusal'
import type { BulkId } from './model.ts'

export const bulkNotFound = refusal(
  'not_found',
  'bulk.not_found',
  (d: { bulkId: BulkId }) => `there is no run ${d.bulkId}`,
)
export const bulkNotPermitted = refusal(
  'forbidden',
  'bulk.not_permitted',
  (d: { permission: string }) => `it takes ${d.permission}`,
)
export const nothingFound = refusal('conflict', 'bulk.nothing_found', (_: object) => 'no order answers to the filter')
export const tooMany = refusal('conflict', 'bulk.too_many', (d: { most: number }) => `more than ${d.most} orders`)
export const wordsMissing = refusal('invalid', 'bulk.words_missing', (_: { field: 'words' }) => 'a reason is missing')
export const choiceMissing = refusal(
  'invalid',
  'bulk.choice_missing',
  (d: { field: 'carrier' | 'warehouseId' | 'tagIds' | 'by' }) => `${d.field} is missing`,
)
export const stillRunning = refusal(
  'conflict',
  'bulk.still_running',
  (d: { bulkId: BulkId }) => `${d.bulkId} is not over`,
)
export const notUndoable = refusal(
  'conflict',
  'bulk.not_undoable',
  (d: { verb: string }) => `${d.verb} cannot be undone`,
)
export const undoneAlready = refusal(
  'conflict',
  'bulk.undone_already',
  (d: { bulkId: BulkId }) => `${d.bulkId} was undone`,
)
export const changedSince = refusal(
  'conflict',
  'bulk.changed_since',
  (d: { number: string }) => `${d.number} was changed since`,
)
