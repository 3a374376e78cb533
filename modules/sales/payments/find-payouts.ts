import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { Payout, Refund, RefundId } from './model.ts'
import { toRefund } from './refund.ts'

/** A refund to be paid out by hand, or one that was. */
export interface PayoutRow {
  readonly refund: Refund
  readonly method: string
  /** How it was paid; null while it waits. */
  readonly payout: Payout | null
}

export interface PayoutFilter {
  /** Those that wait; true unless said. */
  readonly open?: boolean
  readonly cursor?: string
  readonly limit?: number
}

/** Refunds of cash that couriers took, and those that their provider has refused: what waits to be paid out by hand, or was, newest first. */
export async function findPayouts(
  reader: Reader,
  { open = true, cursor, limit = 50 }: PayoutFilter = {},
): Promise<Page<PayoutRow>> {
  let query = reader.db
    .selectFrom('sales.refunds as refund')
    .innerJoin('sales.payments as payment', 'payment.id', 'refund.payment_id')
    .leftJoin('sales.payouts as payout', 'payout.refund_id', 'refund.id')
    .selectAll('refund')
    .select([
      'payment.method',
      'payout.way',
      'payout.reference',
      'payout.note',
      'payout.paid_on',
      'payout.recorded_at',
      'payout.recorded_by',
    ])
    .where('refund.shop_id', '=', reader.shopId)
  if (open)
    query = query.where((row) =>
      row.or([
        row('refund.status', '=', 'failed'),
        row.and([row('payment.method', '=', 'cod'), row('refund.status', '=', 'approved')]),
      ]),
    )
  else query = query.where('payout.refund_id', 'is not', null)
  if (cursor) query = query.where(beyond(cursor, ['refund.id']))
  const rows = await query
    .orderBy('refund.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.id])
  return {
    ...page,
    rows: page.rows.map(({ method, way, reference, note, paid_on, recorded_at, recorded_by, ...refund }) => ({
      refund: toRefund(refund),
      method,
      payout: way
        ? {
            refundId: refund.id as RefundId,
            way: way as Payout['way'],
            reference: reference!,
            note: note!,
            paidOn: paid_on!,
            recordedAt: recorded_at!,
            recordedBy: recorded_by!,
          }
        : null,
    })),
  }
}
