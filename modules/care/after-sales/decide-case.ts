import type { Context } from '#platform/context'
import { descriptionMissing } from './case.ts'
import { advanceCase } from './case-store.ts'
import type { Case, CaseId } from './model.ts'
import { refundBy, refundCase } from './refund-case.ts'
import { closeOrderSide } from './settle-case.ts'
import { takeStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

/** Asks the buyer for more; our clock stands still until the answer comes. @throws caseCannot, descriptionMissing */
export async function askBuyer(
  ctx: Context,
  { caseId, question }: { caseId: CaseId; question: string },
): Promise<Case> {
  const asked = question.trim()
  if (asked === '') throw descriptionMissing({ field: 'question' })
  return takeStep(ctx, caseId, 'ask', async (tx, found) => {
    await advanceCase(tx, caseId, 'ask', { question: asked, decided_by: tx.actor.name })
    await tellBuyer(tx, found, 'asked', { question: asked })
  })
}

/**
 * Says yes. Goods that come back are refunded when they have been checked; money without goods goes out now.
 * @throws caseCannot when it was decided before
 */
export function approveCase(ctx: Context, caseId: CaseId): Promise<Case> {
  return takeStep(ctx, caseId, 'approve', async (tx, found) => {
    const decision = { decided_by: tx.actor.name, decided_at: tx.now }
    if (found.kind === 'return') {
      await advanceCase(tx, caseId, 'approve', decision)
      return tellBuyer(tx, found, 'approved_return')
    }
    await advanceCase(tx, caseId, 'approveRefund', { ...decision, refund_by: await refundBy(tx) })
    await tellBuyer(tx, found, 'approved_refund')
    await refundCase(
      tx,
      found,
      found.lines.map(({ orderLineId: lineId, quantity }) => ({ lineId, quantity })),
    )
  })
}

/** Says no, with a reason the buyer reads; the units may be claimed again. @throws caseCannot, descriptionMissing */
export async function refuseCase(ctx: Context, { caseId, reason }: { caseId: CaseId; reason: string }): Promise<Case> {
  const given = reason.trim()
  if (given === '') throw descriptionMissing({ field: 'reason' })
  return takeStep(ctx, caseId, 'refuse', async (tx, found) => {
    await advanceCase(tx, caseId, 'refuse', {
      refusal_reason: given,
      decided_by: tx.actor.name,
      decided_at: tx.now,
    })
    await closeOrderSide(tx, found)
    await tellBuyer(tx, found, 'refused', { reason: given })
  })
}
