import type { Selectable } from 'kysely'
import { type Money, money } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import type { SalesRefunds } from '#platform/database'
import type { Refund, RefundId, RefundStatus, RefundStep } from './model.ts'

export const refundNotFound = refusal(
  'not_found',
  'payments.refund_not_found',
  (d: { refund: string }) => `there is no refund ${d.refund}`,
)
export const refundCannot = refusal(
  'conflict',
  'payments.refund_cannot',
  (d: { refundId: RefundId; step: RefundStep; status: RefundStatus }) =>
    `refund ${d.refundId} is ${d.status} and cannot ${d.step}`,
)
export const exceedsCaptured = refusal(
  'conflict',
  'payments.exceeds_captured',
  (d: { field: 'amount'; asked: Money; left: Money }) => `${d.asked.minor} is more than the ${d.left.minor} left`,
)
export const agreesToOwnRefund = refusal(
  'forbidden',
  'payments.own_refund',
  (d: { refundId: RefundId }) => `refund ${d.refundId} needs another person than the one who asked for it`,
)
export const refundIsOwed = refusal(
  'conflict',
  'payments.refund_is_owed',
  (d: { refundId: RefundId; cause: string }) =>
    `refund ${d.refundId} follows from ${d.cause} and cannot be turned down`,
)
export const declinedWithoutRemark = refusal(
  'invalid',
  'payments.declined_without_remark',
  (_: { field: 'remark' }) => 'who turns a refund down says why',
)
export const badRefundAmount = refusal(
  'invalid',
  'payments.bad_refund_amount',
  (d: { field: 'amount'; amount: Money }) => `${d.amount.minor} ${d.amount.currency} cannot be refunded`,
)
export const nothingCaptured = refusal(
  'conflict',
  'payments.nothing_captured',
  (d: { orderId: string }) => `no money was captured for order ${d.orderId}`,
)

export const toRefund = (row: Selectable<SalesRefunds>): Refund => ({
  id: row.id as RefundId,
  orderId: row.order_id as Refund['orderId'],
  paymentId: row.payment_id as Refund['paymentId'],
  number: row.number,
  cause: row.cause,
  causeId: row.cause_id,
  amount: money(row.amount_minor, row.currency),
  reason: row.reason,
  status: row.status as RefundStatus,
  attempts: row.attempts,
  failure: row.failure,
  requestedBy: row.requested_by,
  requesterId: row.requester_id,
  needsSecond: row.needs_second,
  decidedBy: row.decided_by,
  remark: row.remark,
  createdAt: row.created_at,
  succeededAt: row.succeeded_at,
})
