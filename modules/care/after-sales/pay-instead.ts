import type { Context, Tx } from '#platform/context'
import { type LineUnits, refundableLines, refundWorth } from '#sales/orders'
import { releaseStock } from '#supply/inventory'
import { withdrawOutbounds } from '#supply/warehouse'
import { cannotStep, refuseKind } from './case.ts'
import { advanceCase, changeCase } from './case-store.ts'
import { worthBack } from './expected-back.ts'
import { becomesReturnFrom, type Case, type CaseId, type CaseStatus, goesOut } from './model.ts'
import { refundBy, refundCase } from './refund-case.ts'
import { takeStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

/**
 * What was to go out cannot be sent, or the buyer would rather have the money: nothing is sent, and the money of the units goes back. Of an
 * exchange that is only possible once its goods are here; before that it is made a return.
 *
 * @throws caseCannot; outboundUnderWay while it is being picked; notForKind for a case that sends nothing, or still waits for goods
 */
export function payInstead(ctx: Context, caseId: CaseId): Promise<Case> {
  return takeStep(ctx, caseId, 'payInstead', async (tx, found) => {
    if (!goesOut(found) || (found.kind === 'exchange' && found.gradedAt === null)) throw refuseKind(tx, found)
    const decision = { decided_by: tx.actor.name, decided_at: tx.now }
    await advanceCase(tx, caseId, 'payInstead', { ...decision, refund_by: await refundBy(tx) })
    await withdrawOutbounds(tx, { sourceId: caseId })
    await forgetResent(tx, caseId)
    await tellBuyer(tx, found, 'paid_instead')
    await refundCase(tx, found, owedFor(found))
    await releaseStock(tx, { holder: caseId })
  })
}

/** Of an exchange that is checked, only what came and was ours is owed. */
const owedFor = ({ kind, lines }: Case) =>
  lines.flatMap(({ orderLineId: lineId, quantity, resent }) => {
    const owed = kind === 'exchange' ? resent : quantity
    return owed > 0 ? [{ lineId, quantity: owed }] : []
  })

const forgetResent = (tx: Tx, caseId: CaseId) =>
  tx.db
    .updateTable('care.case_lines')
    .set({ resent: 0 })
    .where('shop_id', '=', tx.shopId)
    .where('case_id', '=', caseId)
    .execute()

/**
 * Makes an exchange a return: nothing is sent, what was set aside is on sale again, and what comes back will be refunded. For goods that cannot
 * be replaced any more.
 *
 * @throws notForKind for anything but an exchange, caseCannot once its goods are checked
 */
export function returnInstead(ctx: Context, caseId: CaseId): Promise<Case> {
  return takeStep(ctx, caseId, 'returnInstead', async (tx, found) => {
    if (found.kind !== 'exchange') throw refuseKind(tx, found)
    if (!(becomesReturnFrom as readonly CaseStatus[]).includes(found.status))
      throw cannotStep(caseId, 'returnInstead', found.status, tx.locale)
    await becomeReturn(tx, found)
    await tellBuyer(tx, found, 'returned_instead')
    await releaseStock(tx, { holder: caseId })
  })
}

/** The units of the order that lines of a case are about. */
export const unitsOf = (lines: Case['lines']): LineUnits[] =>
  lines.map(({ orderLineId: lineId, quantity }) => ({ lineId, quantity }))

/** From now on its money is owed once its goods are checked. */
export async function becomeReturn(tx: Tx, found: Case): Promise<void> {
  const { id, lines, arrivedAt } = found
  const refundable = await refundableLines(tx, found.orderId)
  const { amount, freight } = worthBack(refundable, { kind: 'return', fault: found.fault }, unitsOf(lines))
  const refund_by = arrivedAt ? await refundBy(tx) : null
  await changeCase(tx, id, { kind: 'return', amount_minor: amount.minor, freight_minor: freight.minor, refund_by })
  const none = { replacement_variant_id: null, replacement_sku: null, replacement_specification: null }
  for (const line of lines)
    await tx.db
      .updateTable('care.case_lines')
      .set({ ...none, refund_minor: refundWorth(refundable, unitsOf([line])).minor })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', line.id)
      .execute()
}
