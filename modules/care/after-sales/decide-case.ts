import type { Context, Tx } from '#platform/context'
import { descriptionMissing } from './case.ts'
import { advanceCase } from './case-store.ts'
import { grantCompensation } from './compensate.ts'
import { type Case, type CaseId, comesBack, goesOut } from './model.ts'
import { unitsOf } from './pay-instead.ts'
import { refundBy, refundCase } from './refund-case.ts'
import { holdReplacement, sendReplacement } from './send-replacement.ts'
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
 * Says yes. Goods that come back are refunded when they have been checked, or others set aside for them until then; what is missing is sent
 * now; money without goods goes out now. Of a compensation what was asked for is granted; `compensate` grants another amount.
 *
 * @throws caseCannot when it was decided before; outOfStock when what is to go out is not there, recipientForgotten
 * @throws badRefundAmount, exceedsCaptured for a compensation
 */
export function approveCase(ctx: Context, caseId: CaseId): Promise<Case> {
  return takeStep(ctx, caseId, 'approve', async (tx, found) => {
    if (found.kind === 'compensation') return grantCompensation(tx, found, found.amount)
    const decision = { decided_by: tx.actor.name, decided_at: tx.now }
    if (comesBack(found)) return expectBack(tx, found, decision)
    if (goesOut(found)) return sendNow(tx, found, decision)
    await advanceCase(tx, caseId, 'approveRefund', { ...decision, refund_by: await refundBy(tx) })
    await tellBuyer(tx, found, 'approved_refund')
    await refundCase(tx, found, unitsOf(found.lines))
  })
}

interface Decision {
  readonly decided_by: string
  readonly decided_at: Temporal.Instant
}

const goodsAwaited = {
  return: 'approved_return',
  exchange: 'approved_exchange',
  repair: 'approved_repair',
} as const satisfies Partial<Record<Case['kind'], string>>

async function expectBack(tx: Tx, found: Case, decision: Decision): Promise<void> {
  await advanceCase(tx, found.id, 'approve', decision)
  await tellBuyer(tx, found, goodsAwaited[found.kind as keyof typeof goodsAwaited])
  if (goesOut(found)) await holdReplacement(tx, found)
}

async function sendNow(tx: Tx, found: Case, decision: Decision): Promise<void> {
  await advanceCase(tx, found.id, 'resend', decision)
  await tellBuyer(tx, found, 'approved_reshipment')
  await holdReplacement(tx, found)
  await sendReplacement(tx, found)
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
