import { randomInt } from 'node:crypto'
import { refusal } from '#kernel/refusal'
import type { OrderId, OrderLineId, Voucher, VoucherId, VoucherStatus } from './model.ts'

export const voucherNotFound = refusal(
  'not_found',
  'vouchers.not_found',
  (d: { field?: string; voucher: string }) => `there is no voucher ${d.voucher}`,
)
export const voucherCannot = refusal(
  'conflict',
  'vouchers.cannot',
  (d: { voucherId: VoucherId; status: VoucherStatus }) => `voucher ${d.voucherId} is ${d.status}`,
)
export const appointmentInPast = refusal(
  'invalid',
  'vouchers.in_past',
  (_: { field: 'at' }) => 'an appointment lies in the future',
)

/** Twelve digits nobody guesses: whoever shows them gets the service. A unique key decides, a rare collision repeats the transaction. */
export const newCode = (): string =>
  String(randomInt(10 ** 6)).padStart(6, '0') + String(randomInt(10 ** 6)).padStart(6, '0')

/** A code as people type it: "1234 5678 9012". */
export const cleanCode = (text: string): string => text.replaceAll(/[\s-]/g, '')

export const voucherColumns = [
  'id',
  'order_id',
  'order_line_id',
  'unit',
  'code',
  'status',
  'appointment_at',
  'created_at',
  'redeemed_at',
  'redeemed_by',
] as const

interface VoucherRow {
  readonly id: string
  readonly order_id: string
  readonly order_line_id: string
  readonly unit: number
  readonly code: string
  readonly status: string
  readonly appointment_at: Temporal.Instant | null
  readonly created_at: Temporal.Instant
  readonly redeemed_at: Temporal.Instant | null
  readonly redeemed_by: string | null
}

export const toVoucher = (row: VoucherRow): Voucher => ({
  id: row.id as VoucherId,
  orderId: row.order_id as OrderId,
  orderLineId: row.order_line_id as OrderLineId,
  unit: row.unit,
  code: row.code,
  status: row.status as VoucherStatus,
  appointmentAt: row.appointment_at,
  createdAt: row.created_at,
  redeemedAt: row.redeemed_at,
  redeemedBy: row.redeemed_by,
})
