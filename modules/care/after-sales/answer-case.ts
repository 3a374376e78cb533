import { hours } from '#kernel/day'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { descriptionMissing } from './case.ts'
import { advanceCase } from './case-store.ts'
import type { Case, CaseId } from './model.ts'
import { afterSalesSettings } from './settings.ts'
import { closeOrderSide } from './settle-case.ts'
import { takeStep } from './take-step.ts'

const longestDescription = 2_000

/** The buyer answers what was asked: the desk is told and its clock begins anew. @throws caseCannot, descriptionMissing, caseNotFound */
export async function answerQuestion(
  ctx: Context,
  { caseId, answer }: { caseId: CaseId; answer: string },
): Promise<Case> {
  const given = answer.trim()
  if (given === '') throw descriptionMissing({ field: 'answer' })
  return takeStep(ctx, caseId, 'answer', async (tx, found) => {
    const { solveWithin } = await readSettings(tx, afterSalesSettings)
    await advanceCase(tx, caseId, 'answer', {
      description: `${found.description}\n${given}`.trim().slice(0, longestDescription),
      solve_by: tx.now.add(hours(solveWithin)),
    })
    await tellDesk(tx, found)
  })
}

const tellDesk = (tx: Tx, { id, number }: Case): Promise<void> =>
  notify(tx, {
    permission: 'aftersales.decide',
    kind: 'case.answered',
    subject: 'case',
    subjectId: id,
    data: { number },
    dedupeKey: `case.answered:${id}:${tx.now}`,
  })

/** The buyer thinks better of it, before anything was sent back: the units may be claimed again. @throws caseCannot, caseNotFound */
export function withdrawCase(ctx: Context, caseId: CaseId): Promise<Case> {
  return takeStep(ctx, caseId, 'withdraw', async (tx, found) => {
    await advanceCase(tx, caseId, 'withdraw')
    await closeOrderSide(tx, found)
  })
}

export interface SendBack {
  readonly caseId: CaseId
  readonly carrier: string
  readonly waybillNumber: string
}

/** The buyer says by which parcel the goods come back. @throws caseCannot, caseNotFound for anybody else's case */
export function sendBack(ctx: Context, { caseId, carrier, waybillNumber }: SendBack): Promise<Case> {
  return takeStep(ctx, caseId, 'sendBack', (tx) =>
    advanceCase(tx, caseId, 'sendBack', {
      return_carrier: carrier.trim(),
      return_waybill: waybillNumber.trim().toUpperCase(),
    }),
  )
}
