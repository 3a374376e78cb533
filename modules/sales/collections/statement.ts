import { refusal } from '#kernel/refusal'
import type { CashResolution, DifferenceKind } from './model.ts'

export const statementEmpty = refusal(
  'invalid',
  'collections.statement_empty',
  (_: { field: 'lines' }) => 'the statement has no line',
)
export const statementLineInvalid = refusal(
  'invalid',
  'collections.statement_line_invalid',
  (d: { field: string; row: number }) => `line ${d.row} is no waybill number with an amount and a fee within it`,
)
export const statementColumnsMissing = refusal(
  'invalid',
  'collections.statement_columns_missing',
  (_: { field: 'file' }) => 'the sheet has no columns of waybill numbers and amounts',
)
export const statementHeadMissing = refusal(
  'invalid',
  'collections.statement_head_missing',
  (d: { field: 'reference' | 'receivedOn' }) => `a statement needs its ${d.field}`,
)
export const statementDiffers = refusal(
  'conflict',
  'collections.statement_differs',
  (d: { field: 'reference'; reference: string }) => `another statement ${d.reference} was taken in before`,
)
export const differenceNotFound = refusal(
  'not_found',
  'collections.difference_not_found',
  (d: { difference: string }) => `there is no difference ${d.difference}`,
)
export const differenceSettled = refusal(
  'conflict',
  'collections.difference_settled',
  (d: { difference: string; resolution: string }) => `${d.difference} is settled: ${d.resolution}`,
)
export const differenceUnfit = refusal(
  'conflict',
  'collections.resolution_unfit',
  (d: { field: 'resolution'; resolution: CashResolution; kind: DifferenceKind }) =>
    `${d.resolution} does not settle ${d.kind}`,
)
