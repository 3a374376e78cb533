import { decimalText } from '#kernel/money'
import type { Context, Tx } from '#platform/context'
import { refundableLines } from '#sales/orders'
import { cannotStep, refuseKind } from './case.ts'
import { changeCase } from './case-store.ts'
import { worthBack } from './expected-back.ts'
import { type Case, type CaseId, type CaseStatus, type Fault, judgedIn } from './model.ts'
import { unitsOf } from './pay-instead.ts'
import { takeStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

/**
 * Staff judge whose fault a case is, where the reason given does not say so truly: it decides who pays the way back, and whether the freight of what
 * is refunded goes back. The buyer is told what is expected back when that changes. Judging the same again changes nothing.
 *
 * @throws caseCannot once the money is promised or the case has ended; notForKind for a compensation or a parcel inquiry
 */
export function judgeFault(ctx: Context, { caseId, fault }: { caseId: CaseId; fault: Fault }): Promise<Case> {
  return takeStep(ctx, caseId, 'judgeFault', async (tx, found) => {
    if (found.kind === 'compensation' || found.kind === 'parcel_inquiry') throw refuseKind(tx, found)
    if (!(judgedIn as readonly CaseStatus[]).includes(found.status))
      throw cannotStep(caseId, 'judgeFault', found.status, tx.locale)
    if (found.fault !== fault) await change(tx, found, fault)
  })
}

async function change(tx: Tx, found: Case, fault: Fault): Promise<void> {
  const refundable = await refundableLines(tx, found.orderId)
  const { amount, freight } = worthBack(refundable, { kind: found.kind, fault }, unitsOf(found.lines))
  await changeCase(tx, found.id, { fault, amount_minor: amount.minor, freight_minor: freight.minor })
  if (amount.minor !== found.amount.minor)
    await tellBuyer(tx, found, 'fault_judged', { amount: `${amount.currency} ${decimalText(amount)}` })
}
