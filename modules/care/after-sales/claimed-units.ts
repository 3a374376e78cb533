import type { OrderId } from '#model/sales/orders'
import type { Reader } from '#platform/context'
import type { RefundableLine } from '#sales/orders'
import { finalStatuses } from './model.ts'
import type { SentPiece } from './sent-pieces.ts'

/** Units of an order line that open cases claim, and of them those that were shipped with the order. */
export interface ClaimedUnits {
  readonly all: number
  readonly shipped: number
}

const noClaims: ClaimedUnits = { all: 0, shipped: 0 }

/**
 * Units of each order line that open cases claim. Once their refund is promised, or their goods are back and others on the way, the order itself
 * counts them. Money for the trouble claims none.
 */
export async function claimedUnits(
  reader: Pick<Reader, 'db' | 'shopId'>,
  orderId: OrderId,
): Promise<Map<string, ClaimedUnits>> {
  const rows = await reader.db
    .selectFrom('care.case_lines as line')
    .innerJoin('care.cases as case', 'case.id', 'line.case_id')
    .select((eb) => [
      'line.order_line_id',
      eb.cast<number>(eb.fn.sum('line.quantity'), 'integer').as('all'),
      eb
        .cast<number>(
          eb.fn.coalesce(eb.fn.sum('line.quantity').filterWhere('line.sent_line_id', 'is', null), eb.lit(0)),
          'integer',
        )
        .as('shipped'),
    ])
    .where('case.shop_id', '=', reader.shopId)
    .where('case.order_id', '=', orderId)
    .where('case.kind', '<>', 'compensation')
    .where('case.status', 'not in', [...finalStatuses, 'refunding'])
    .where((eb) => eb.or([eb('case.kind', '<>', 'exchange'), eb('case.status', 'not in', ['replacing', 'on_the_way'])]))
    .groupBy('line.order_line_id')
    .execute()
  return new Map(rows.map((row) => [row.order_line_id, row]))
}

/** Units that may still be claimed: shipped, not back, not paid back and not in another open case. */
export const claimable = (
  { left, returnable }: Pick<RefundableLine, 'left' | 'returnable'>,
  claimed: ClaimedUnits = noClaims,
): number => Math.max(0, Math.min(left - claimed.all, returnable - claimed.shipped))

/** Pieces that were got in exchange and may be claimed: no more than what has not been paid back of their order line. */
export const claimableSent = (
  { left }: Pick<RefundableLine, 'left'>,
  piece: Pick<SentPiece, 'left'>,
  claimed: ClaimedUnits = noClaims,
): number => Math.max(0, Math.min(left - claimed.all, piece.left))
