import type { Selectable } from 'kysely'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Reader, Tx } from '#platform/context'
import type { SalesDisputes } from '#platform/database'
import { type Dispute, type DisputeId, type DisputeStep, disputeSteps } from './model.ts'

const toDispute = (row: Selectable<SalesDisputes>): Dispute => ({
  id: row.id as DisputeId,
  orderId: row.order_id as Dispute['orderId'],
  paymentId: row.payment_id as Dispute['paymentId'],
  provider: row.provider,
  providerRef: row.provider_ref,
  status: row.status as Dispute['status'],
  amount: money(row.amount_minor, row.currency),
  reason: row.reason,
  answerBy: row.answer_by,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
})

/** The disputes about an order's money, oldest first. */
export async function disputesOf(reader: Reader, orderId: string): Promise<Dispute[]> {
  const rows = await reader.db
    .selectFrom('sales.disputes')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  return rows.map(toDispute)
}

type NewDispute = Pick<Dispute, 'orderId' | 'paymentId' | 'provider' | 'providerRef' | 'amount' | 'reason' | 'answerBy'>

/** Keeps a dispute when it is heard of first, as an inquiry; undefined when it is known. */
export async function insertDispute(tx: Tx, { amount, ...dispute }: NewDispute): Promise<Dispute | undefined> {
  const row = await tx.db
    .insertInto('sales.disputes')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      order_id: dispute.orderId,
      payment_id: dispute.paymentId,
      provider: dispute.provider,
      provider_ref: dispute.providerRef,
      status: 'inquiry',
      amount_minor: amount.minor,
      currency: amount.currency,
      reason: dispute.reason,
      answer_by: dispute.answerBy,
      opened_at: tx.now,
    })
    .onConflict((conflict) => conflict.constraint('disputes_once').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && toDispute(row)
}

export async function loadDispute(
  tx: Tx,
  { provider, providerRef }: Pick<Dispute, 'provider' | 'providerRef'>,
): Promise<Dispute> {
  const row = await tx.db
    .selectFrom('sales.disputes')
    .selectAll()
    .where('shop_id', '=', tx.shopId)
    .where('provider', '=', provider)
    .where('provider_ref', '=', providerRef)
    .executeTakeFirstOrThrow()
  return toDispute(row)
}

/** Moves a dispute one step, or says undefined when it is past it. */
export async function tryAdvanceDispute(tx: Tx, id: DisputeId, step: DisputeStep): Promise<Dispute | undefined> {
  const { from, to } = disputeSteps[step]
  const row = await tx.db
    .updateTable('sales.disputes')
    .set({ status: to, closed_at: to === 'open' ? null : tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .returningAll()
    .executeTakeFirst()
  return row && toDispute(row)
}
