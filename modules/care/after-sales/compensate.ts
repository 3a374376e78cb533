import { decimalText, type Money } from '#kernel/money'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { lockOrder, refundOrder } from '#sales/orders'
import { badRefundAmount } from '#sales/payments'
import { confirmsOwn, refuseKind } from './case.ts'
import { advanceCase } from './case-store.ts'
import type { Case, CaseId } from './model.ts'
import { refundBy } from './refund-case.ts'
import { afterSalesSettings } from './settings.ts'
import { takeStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

/**
 * Grants another amount than was asked for as a compensation, or the same.
 * @throws notForKind, caseCannot when it was decided before, badRefundAmount, exceedsCaptured for more than is left of what was paid
 */
export const compensate = (ctx: Context, { caseId, amount }: { caseId: CaseId; amount: Money }): Promise<Case> =>
  takeStep(ctx, caseId, 'approve', async (tx, found) => {
    mustCompensate(tx, found)
    await grantCompensation(tx, found, amount)
  })

/**
 * Grants money for the trouble. What one person grants of an order without a second is added up: above
 * the shop's limit the case waits for somebody else.
 *
 * @throws badRefundAmount, exceedsCaptured for more than is left of what was paid
 */
export async function grantCompensation(tx: Tx, found: Case, granted: Money): Promise<void> {
  if (granted.minor <= 0 || granted.currency !== found.amount.currency)
    throw badRefundAmount({ field: 'amount', amount: granted })
  await lockOrder(tx, found.orderId) // or two small ones at once would each be within the limit
  const decision = { decided_by: tx.actor.name, decided_at: tx.now, amount_minor: granted.minor }
  if (await isForOne(tx, found, granted)) {
    await advanceCase(tx, found.id, 'approveRefund', { ...decision, refund_by: await refundBy(tx) })
    return pay(tx, found, granted)
  }
  await advanceCase(tx, found.id, 'propose', { ...decision, proposed_by: tx.actor.id })
  await askForSecond(tx, found)
}

async function isForOne(tx: Tx, { orderId }: Case, granted: Money): Promise<boolean> {
  const { compensationLimit } = await readSettings(tx, afterSalesSettings)
  const { alone } = await tx.db
    .selectFrom('care.cases')
    .select((eb) => eb.cast<number>(eb.fn.coalesce(eb.fn.sum('amount_minor'), eb.lit(0)), 'int8').as('alone'))
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', orderId)
    .where('kind', '=', 'compensation')
    .where('status', 'in', ['refunding', 'settled'])
    .where('proposed_by', 'is', null)
    .executeTakeFirstOrThrow()
  return alone + granted.minor <= compensationLimit
}

/**
 * A second person agrees to a compensation above the limit: the money goes out.
 * @throws confirmsOwn for whoever granted it and for keys, notForKind, caseCannot, exceedsCaptured
 */
export function confirmCompensation(ctx: Context, caseId: CaseId): Promise<Case> {
  return takeStep(ctx, caseId, 'confirm', async (tx, found) => {
    mustCompensate(tx, found)
    if (tx.actor.kind !== 'staff' || tx.actor.id === found.proposedBy) throw confirmsOwn({ caseId })
    await advanceCase(tx, caseId, 'confirm', { decided_by: tx.actor.name, refund_by: await refundBy(tx) })
    await pay(tx, found, found.amount)
  })
}

function mustCompensate(tx: Tx, found: Case): void {
  if (found.kind !== 'compensation') throw refuseKind(tx, found)
}

/** Never more than is left of what was paid, all refunds of the order counted: the order says so under its lock. */
async function pay(tx: Tx, found: Case, amount: Money): Promise<void> {
  await tellBuyer(tx, found, 'approved_compensation', { amount: `${amount.currency} ${decimalText(amount)}` })
  await refundOrder(tx, { orderId: found.orderId, cause: 'case', causeId: found.id, reason: found.number, amount })
}

const askForSecond = (tx: Tx, { id, number }: Case): Promise<void> =>
  notify(tx, {
    permission: 'aftersales.decide',
    kind: 'case.to_confirm',
    subject: 'case',
    subjectId: id,
    data: { number, by: tx.actor.name },
    dedupeKey: `case.to_confirm:${id}`,
  })
