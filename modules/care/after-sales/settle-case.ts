import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { lockOrder, setAfterSales } from '#sales/orders'
import { advanceCase, loadCase, lockCase } from './case-store.ts'
import { type Case, type CaseId, finalStatuses } from './model.ts'
import { settleAsking, tellStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

/** Listener. The money has arrived where it came from: the case is settled and the buyer told. Told again changes nothing. */
export async function settleRefunded(ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> {
  if (data.cause !== 'case') return
  const caseId = String(data.causeId) as CaseId
  await transaction(ctx, async (tx) => {
    const found = await lockCase(tx, caseId)
    if (found.status !== 'refunding') return
    await settleAsking(tx, caseId)
    await settleCase(tx, found, 'settled')
    await tellStep(tx, 'settle', { before: found, after: await loadCase(tx, caseId) })
  })
}

/** Ends a case in the caller's transaction; the buyer is told what came of it. */
export async function settleCase(
  tx: Tx,
  found: Case,
  told: 'settled' | 'not_refunded' | 'not_replaced' | 'not_repaired',
): Promise<void> {
  await advanceCase(tx, found.id, 'settle', { settled_at: tx.now })
  await closeOrderSide(tx, found)
  await tellBuyer(tx, found, told)
}

/** Says on the order that nothing is open any more, once its last case is closed. */
export async function closeOrderSide(tx: Tx, { orderId }: Pick<Case, 'orderId'>): Promise<void> {
  await lockOrder(tx, orderId) // or two cases closed at once would each take the other for open
  const open = await tx.db
    .selectFrom('care.cases')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', orderId)
    .where('kind', '<>', 'parcel_inquiry')
    .where('status', 'not in', [...finalStatuses])
    .limit(1)
    .executeTakeFirst()
  if (!open) await setAfterSales(tx, { orderId, status: 'settled' })
}
