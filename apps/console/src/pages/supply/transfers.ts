import type { AnswerOf } from '#client'
import type { TransferStatus } from '#model/supply/transfers'

export type SentTransfer = AnswerOf<'GET /api/v1/admin/transfers/{id}'>
export type TransferRow = AnswerOf<'GET /api/v1/admin/orders/{id}/transfers'>[number]

export const transferColours: Readonly<Record<TransferStatus, string>> = {
  requested: 'gold',
  accepted: 'processing',
  refused: 'error',
  withdrawn: 'default',
  sent: 'processing',
  received: 'success',
  closed: 'default',
}
