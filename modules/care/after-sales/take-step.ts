import { settleNotices } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { ownOnly } from './case.ts'
import { loadCase, lockCase } from './case-store.ts'
import { type Case, type CaseDeed, type CaseId, caseClocks } from './model.ts'

/**
 * One step of a case in one transaction: the case is locked, what had asked for the step is dealt with, the step's work is done and
 * told. The work advances the case, so that it can say where to.
 *
 * @throws caseNotFound for another buyer's case
 */
export function takeStep(
  ctx: Context,
  caseId: CaseId,
  step: CaseDeed,
  work: (tx: Tx, found: Case) => Promise<void>,
): Promise<Case> {
  return transaction(ctx, async (tx) => {
    const found = ownOnly(tx, await lockCase(tx, caseId))
    await settleAsking(tx, caseId)
    await work(tx, found)
    const after = await loadCase(tx, caseId)
    await tellStep(tx, step, { before: found, after })
    return after
  })
}

/** Writes a step into the history of a case. */
export const tellStep = (tx: Tx, step: CaseDeed, { before, after }: { before: Case; after: Case }): Promise<void> =>
  publish(tx, {
    type: `case.${past[step]}`,
    aggregate: 'case',
    id: after.id,
    data: { caseId: after.id, orderId: after.orderId, step, before: before.status, after: after.status },
  })

/** Notices that ask for the next step. That a return differs is for a person to call done: no step answers it. */
const asking = [
  'case.applied',
  'case.answered',
  'case.to_confirm',
  'parcel.stalled',
  'case.chosen',
  ...caseClocks.flatMap((clock) => [`case.${clock}_soon`, `case.${clock}_broken`]),
]

export const settleAsking = (tx: Tx, caseId: CaseId): Promise<void> =>
  settleNotices(tx, { subject: 'case', subjectId: caseId, kinds: asking })

const past: Record<CaseDeed, string> = {
  ask: 'asked',
  answer: 'answered',
  approve: 'approved',
  approveRefund: 'approved',
  resend: 'approved',
  propose: 'proposed',
  confirm: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
  sendBack: 'sent_back',
  arrive: 'arrived',
  grade: 'graded',
  refund: 'refunding',
  replace: 'replacing',
  leave: 'sent',
  payInstead: 'paid_instead',
  returnInstead: 'returned_instead',
  judgeFault: 'fault_judged',
  takeUp: 'repair_begun',
  mend: 'repaired',
  giveUp: 'found_unrepairable',
  sendAsIs: 'sent_as_is',
  handIn: 'handed_in',
  settle: 'settled',
  close: 'closed',
  reopen: 'reopened',
}
