import { daysLater } from '#kernel/day'
import { loadShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { descriptionMissing, refuseKind } from './case.ts'
import { advanceCase } from './case-store.ts'
import type { Case, CaseId, CaseStep } from './model.ts'
import { sendMended } from './send-replacement.ts'
import { afterSalesSettings } from './settings.ts'
import { takeStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

export interface Finding {
  readonly caseId: CaseId
  /** What was found or done, in words for the buyer; at most 500 characters are kept. */
  readonly finding: string
}

/** The piece can be mended and somebody has begun: the buyer is told by when it is done. @throws notForKind, caseCannot */
export const beginRepair = (ctx: Context, caseId: CaseId): Promise<Case> =>
  repairStep(ctx, caseId, 'takeUp', async (tx, found) => {
    const { repairWithin } = await readSettings(tx, afterSalesSettings)
    await advanceCase(tx, caseId, 'takeUp', {
      repair_by: daysLater(tx.now, repairWithin, (await loadShop(tx)).timeZone),
    })
    await tellBuyer(tx, found, 'repairing', { days: repairWithin })
  })

/** Mended: the buyer reads what was done, and the piece waits at the packing table. @throws descriptionMissing, notForKind, caseCannot */
export async function finishRepair(ctx: Context, { caseId, finding }: Finding): Promise<Case> {
  const said = words(finding)
  return repairStep(ctx, caseId, 'mend', async (tx, found) => {
    await advanceCase(tx, caseId, 'mend', { finding: said })
    await tellBuyer(tx, found, 'mended', { finding: said })
    await sendMended(tx, found)
  })
}

/** It cannot be mended: the buyer reads why, and chooses what becomes of it (`chooseAfterRepair`). @throws descriptionMissing, notForKind, caseCannot */
export async function giveUpRepair(ctx: Context, { caseId, finding }: Finding): Promise<Case> {
  const said = words(finding)
  return repairStep(ctx, caseId, 'giveUp', async (tx, found) => {
    await advanceCase(tx, caseId, 'giveUp', { finding: said })
    await tellBuyer(tx, found, 'unrepairable', { finding: said })
  })
}

const longest = 500

function words(finding: string): string {
  const said = finding.trim().slice(0, longest)
  if (said === '') throw descriptionMissing({ field: 'finding' })
  return said
}

/** @throws notForKind for anything but a repair */
export const repairStep = (
  ctx: Context,
  caseId: CaseId,
  step: CaseStep,
  work: (tx: Tx, found: Case) => Promise<void>,
): Promise<Case> =>
  takeStep(ctx, caseId, step, (tx, found) => {
    if (found.kind !== 'repair') throw refuseKind(tx, found)
    return work(tx, found)
  })
