import type { Context, Tx } from '#platform/context'
import { type LineUnits, recordReturn } from '#sales/orders'
import { releaseStock } from '#supply/inventory'
import { putReturnAway } from '#supply/warehouse'
import { gradeMissing, notInCase, refuseKind } from './case.ts'
import { advanceCase } from './case-store.ts'
import { becomesOurs, type Case, type CaseId, type CaseLine, type Grade } from './model.ts'
import { refundCase } from './refund-case.ts'
import { sendReplacement } from './send-replacement.ts'
import { settleCase } from './settle-case.ts'
import { inStockOrder, tellOfDifference } from './sign-in-return.ts'
import { takeStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

export interface GradeReturn {
  readonly caseId: CaseId
  /** How each line that came was found. */
  readonly grades: readonly { readonly lineId: CaseLine['id']; readonly grade: Grade }[]
}

interface GradedLine extends CaseLine {
  readonly grade: Grade
}

/**
 * The quality check: each line that came is graded and put away by its grade (INV-07), and the refund of what is ours is promised, or what
 * was set aside for it goes to the warehouse. Goods that are not ours are neither refunded nor replaced; a case in which nothing is ours is
 * settled and the buyer told so. What the order itself had shipped counts as returned; a piece that was got in exchange counted before.
 *
 * @throws gradeMissing naming the line, notInCase, caseCannot; notForKind for what came to be mended
 */
export function gradeReturn(ctx: Context, { caseId, grades }: GradeReturn): Promise<Case> {
  return takeStep(ctx, caseId, 'grade', async (tx, found) => {
    if (!becomesOurs(found)) throw refuseKind(tx, found)
    const came = gradedLines(found, grades)
    const ours = came.filter(({ grade }) => grade !== 'wrong_goods')
    const units = unitsCame(ours)
    const differs = found.differs || ours.length < found.lines.length
    await advanceCase(tx, caseId, 'grade', { graded_at: tx.now, differs })
    if (differs) await tellOfDifference(tx, found)
    const shipped = unitsCame(ours.filter(({ sentLineId }) => sentLineId === null))
    if (shipped.length > 0) await recordReturn(tx, { orderId: found.orderId, lines: shipped })
    if (found.kind === 'exchange') await replace(tx, found, ours)
    else await refund(tx, found, units)
    for (const line of inStockOrder(came)) await putAway(tx, line)
  })
}

const unitsCame = (lines: readonly GradedLine[]): LineUnits[] =>
  lines.map(({ orderLineId: lineId, received: quantity }) => ({ lineId, quantity }))

async function refund(tx: Tx, found: Case, units: readonly LineUnits[]): Promise<void> {
  if (units.length > 0) await advanceCase(tx, found.id, 'refund')
  await refundCase(tx, found, units)
}

/** For each piece that came and is ours another goes out; for the rest nothing is kept aside any longer. */
async function replace(tx: Tx, found: Case, ours: readonly GradedLine[]): Promise<void> {
  if (ours.length === 0) {
    await settleCase(tx, found, 'not_replaced')
    return releaseStock(tx, { holder: found.id })
  }
  await advanceCase(tx, found.id, 'replace')
  await tellBuyer(tx, found, 'replacing')
  const came = new Map(ours.map(({ id, received }) => [id, received]))
  await sendReplacement(tx, found, ({ id }) => came.get(id) ?? 0)
}

function gradedLines({ lines }: Case, grades: GradeReturn['grades']): GradedLine[] {
  const stranger = grades.find(({ lineId }) => !lines.some(({ id }) => id === lineId))
  if (stranger) throw notInCase({ field: `grades.${stranger.lineId}`, lineId: stranger.lineId })
  const gradeOf = new Map(grades.map(({ lineId, grade }) => [lineId, grade]))
  return lines
    .filter(({ received }) => received > 0)
    .map((line) => {
      const grade = gradeOf.get(line.id)
      if (!grade) throw gradeMissing({ field: `grades.${line.id}`, name: line.name })
      return { ...line, grade }
    })
}

async function putAway(tx: Tx, { id, grade }: GradedLine): Promise<void> {
  const { restocked, scrapped } = await putReturnAway(tx, { causeId: id, grade })
  await tx.db
    .updateTable('care.case_lines')
    .set({ grade, restocked, scrapped })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
}
