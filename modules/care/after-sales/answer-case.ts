import { hours } from '#kernel/day'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import { releaseStock } from '#supply/inventory'
import { descriptionMissing } from './case.ts'
import { advanceCase, loadCase, lockCase } from './case-store.ts'
import type { Case, CaseId } from './model.ts'
import { afterSalesSettings } from './settings.ts'
import { closeOrderSide } from './settle-case.ts'
import { takeStep, tellStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

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

/**
 * The buyer thinks better of it, before anything was sent back: the units may be claimed again, and what was set aside is on sale again.
 * @throws caseCannot, caseNotFound
 */
export const withdrawCase = (ctx: Context, caseId: CaseId): Promise<Case> =>
  takeStep(ctx, caseId, 'withdraw', (tx, found) => withdraw(tx, found))

async function withdraw(tx: Tx, found: Case): Promise<void> {
  await advanceCase(tx, found.id, 'withdraw')
  await closeOrderSide(tx, found)
  await releaseStock(tx, { holder: found.id })
}

/**
 * Job. Ends exchanges whose goods were not sent back for so many days after they were approved: what was set aside for them is on sale again,
 * and the buyer is told and may apply anew.
 */
export async function endForgottenExchanges(ctx: Context): Promise<void> {
  const { sendBackWithin } = await readSettings(ctx, afterSalesSettings)
  const rows = await ctx.db
    .selectFrom('care.cases')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('kind', '=', 'exchange')
    .where('status', '=', 'approved')
    .where('decided_at', '<', ctx.now.subtract({ hours: 24 * sendBackWithin }))
    .orderBy('id')
    .execute()
  await eachOf(rows, ({ id }) => transaction(ctx, (tx) => endForgotten(tx, id as CaseId)))
}

/** The buyer may have sent the goods a moment ago. */
async function endForgotten(tx: Tx, caseId: CaseId): Promise<void> {
  const before = await lockCase(tx, caseId)
  if (before.status !== 'approved') return
  await withdraw(tx, before)
  await tellBuyer(tx, before, 'lapsed')
  await tellStep(tx, 'withdraw', { before, after: await loadCase(tx, caseId) })
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
