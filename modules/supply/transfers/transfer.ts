import { refusal } from '#kernel/refusal'
import type { TransferId, TransferStatus, TransferStep } from './model.ts'

export const transferNotFound = refusal(
  'not_found',
  'transfers.not_found',
  (d: { transferId: string }) => `there is no transfer ${d.transferId}`,
)
export const transferCannot = refusal(
  'conflict',
  'transfers.cannot',
  (d: { transferId: TransferId; step: TransferStep; status: TransferStatus }) =>
    `a transfer that is ${d.status} cannot ${d.step}`,
)
export const sameWarehouse = refusal(
  'invalid',
  'transfers.same_warehouse',
  (_: { field: 'toWarehouseId' }) => 'goods are asked from another warehouse',
)
export const noLines = refusal('invalid', 'transfers.no_lines', (_: { field: 'lines' }) => 'nothing is asked for')
export const textMissing = refusal('invalid', 'transfers.text_missing', (d: { field: string }) => `${d.field} is empty`)
export const neededInPast = refusal(
  'invalid',
  'transfers.needed_in_past',
  (_: { field: 'neededBy' }) => 'it would be needed in the past',
)
export const moreThanSent = refusal(
  'invalid',
  'transfers.more_than_sent',
  (d: { field: string; sent: number }) => `${d.sent} were sent`,
)

/** @throws textMissing */
export function mustSay(text: string, field: string): string {
  const said = text.trim()
  if (said === '') throw textMissing({ field })
  return said
}
