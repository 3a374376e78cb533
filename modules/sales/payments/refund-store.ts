import type { Updateable } from 'kysely'
import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Reader, Tx } from '#platform/context'
import type { SalesRefunds } from '#platform/database'
import { publish } from '#platform/events'
import { type Refund, type RefundId, type RefundStep, refundSteps } from './model.ts'
import { numberZone } from './payment-store.ts'
import { refundCannot, refundNotFound, toRefund } from './refund.ts'

export interface NewRefund {
  readonly orderId: string
  readonly paymentId: string
  readonly amount: Money
  /** What gave rise to it (`cancel`, `case`, `surplus`) and its id: one cause is refunded once. */
  readonly cause: string
  readonly causeId: string
  readonly reason: string
  /** It waits until another person agrees. */
  readonly needsSecond?: boolean
}

export const newRefundNumber = (tx: Pick<Tx, 'now'>): string => documentNumber('RF', dayIn(tx.now, numberZone))

/** Writes a refund and says so: the job sendRefund sends the money of an approved one. */
export async function insertRefund(
  tx: Tx,
  { orderId, paymentId, amount, cause, causeId, reason, needsSecond = false }: NewRefund,
): Promise<Refund> {
  const row = await tx.db
    .insertInto('sales.refunds')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      order_id: orderId,
      payment_id: paymentId,
      number: newRefundNumber(tx),
      cause,
      cause_id: causeId,
      amount_minor: amount.minor,
      currency: amount.currency,
      reason,
      status: needsSecond ? 'waiting' : 'approved',
      requested_by: tx.actor.name,
      requester_id: tx.actor.id,
      needs_second: needsSecond,
      created_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const refund = toRefund(row)
  await tellRefund(tx, needsSecond ? 'refund.waiting' : 'refund.approved', refund)
  return refund
}

export const tellRefund = (
  tx: Tx,
  type: string,
  { id, orderId, paymentId, amount, cause, causeId, number, failure }: Refund,
): Promise<void> =>
  publish(tx, {
    type,
    aggregate: 'refund',
    id,
    data: { orderId, paymentId, refundId: id, amount, cause, causeId, number, failure },
  })

export async function findRefund(
  reader: Reader,
  { paymentId, cause, causeId }: Pick<NewRefund, 'paymentId' | 'cause' | 'causeId'>,
): Promise<Refund | undefined> {
  const row = await reader.db
    .selectFrom('sales.refunds')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('cause', '=', cause)
    .where('cause_id', '=', causeId)
    .where('payment_id', '=', paymentId)
    .executeTakeFirst()
  return row && toRefund(row)
}

/** The refunds of an order, oldest first, overpayments sent back included. */
export async function refundsOf(reader: Reader, orderId: string): Promise<Refund[]> {
  const rows = await reader.db
    .selectFrom('sales.refunds')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  return rows.map(toRefund)
}

/** @throws refundNotFound */
export async function loadRefund(
  reader: Reader,
  by: { readonly id: RefundId } | { readonly number: string },
): Promise<Refund> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['number', by.number] as const)
  const row = await reader.db
    .selectFrom('sales.refunds')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where(column, '=', value)
    .executeTakeFirst()
  if (!row) throw refundNotFound({ refund: value })
  return toRefund(row)
}

type Change = Omit<Updateable<SalesRefunds>, 'status' | 'id' | 'shop_id'>

/** Moves a refund one step, or says undefined when it is past it. */
export async function tryAdvanceRefund(
  tx: Tx,
  refundId: RefundId,
  step: RefundStep,
  change: Change = {},
): Promise<Refund | undefined> {
  const { from, to } = refundSteps[step]
  const row = await tx.db
    .updateTable('sales.refunds')
    .set({ ...change, status: to })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', refundId)
    .where('status', 'in', [...from])
    .returningAll()
    .executeTakeFirst()
  return row && toRefund(row)
}

/** The same, refused when it is past it. @throws refundCannot, refundNotFound */
export async function advanceRefund(
  tx: Tx,
  refundId: RefundId,
  step: RefundStep,
  change: Change = {},
): Promise<Refund> {
  const advanced = await tryAdvanceRefund(tx, refundId, step, change)
  if (!advanced) throw refundCannot({ refundId, step, status: (await loadRefund(tx, { id: refundId })).status })
  return advanced
}
