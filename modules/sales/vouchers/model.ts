import type { Id } from '#kernel/id'
import type { Steps } from '#kernel/steps'

export { vouchersText } from './text.ts'

/** Orders lie above this room: their ids are all it knows of them. */
export type OrderId = Id<'Order'>
export type OrderLineId = Id<'OrderLine'>
export type VoucherId = Id<'Voucher'>
export type VoucherStatus = 'open' | 'redeemed' | 'void'
export type VoucherStep = 'redeem' | 'void'

/** A voucher is spent once or given back once. */
export const voucherSteps: Steps<VoucherStep, VoucherStatus> = {
  redeem: { from: ['open'], to: 'redeemed' },
  void: { from: ['open'], to: 'void' },
}

/** The right to one unit of something that is not shipped: a service, a course, a table. */
export interface Voucher {
  readonly id: VoucherId
  readonly orderId: OrderId
  readonly orderLineId: OrderLineId
  /** Which of the line's units it stands for, from 1. */
  readonly unit: number
  /** Twelve digits that the buyer shows. */
  readonly code: string
  readonly status: VoucherStatus
  readonly appointmentAt: Temporal.Instant | null
  readonly createdAt: Temporal.Instant
  readonly redeemedAt: Temporal.Instant | null
  readonly redeemedBy: string | null
}
