import { hours } from '#kernel/day'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { receiveReturn } from '#supply/warehouse'
import { notInCase, receivedDiffers } from './case.ts'
import { advanceCase } from './case-store.ts'
import { becomesOurs, type Case, type CaseId, type CaseLine } from './model.ts'
import { refundBy } from './refund-case.ts'
import { afterSalesSettings } from './settings.ts'
import { settleCase } from './settle-case.ts'
import { takeStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

export interface SignInReturn {
  readonly caseId: CaseId
  /** Pieces counted out of the box, by case line; lines that are not named did not come. */
  readonly received: readonly { readonly lineId: CaseLine['id']; readonly quantity: number }[]
}

/**
 * The return parcel is opened and counted against the case: the goods are in the house and not on sale, the clocks of check and refund
 * start, the buyer is told. What comes to be mended stays the buyer's and is none of our stock. Fewer pieces than applied for are noted as a difference and the desk is told; with nothing to
 * mend in the box a repair ends.
 *
 * @throws receivedDiffers naming the line when more came, notInCase, caseCannot
 */
export function signInReturn(ctx: Context, { caseId, received }: SignInReturn): Promise<Case> {
  return takeStep(ctx, caseId, 'arrive', async (tx, found) => {
    const counted = countedOf(found, received)
    const differs = found.lines.some((line) => counted.get(line.id) !== line.quantity)
    const { checkWithin } = await readSettings(tx, afterSalesSettings)
    const clocks = {
      check_by: tx.now.add(hours(checkWithin)),
      refund_by: found.kind === 'return' ? await refundBy(tx) : null,
    }
    await advanceCase(tx, caseId, 'arrive', { arrived_at: tx.now, differs, ...clocks })
    if (differs) await tellOfDifference(tx, found)
    const isEmpty = [...counted.values()].every((quantity) => quantity === 0)
    if (found.kind === 'repair' && isEmpty) return settleCase(tx, found, 'not_repaired')
    await tellBuyer(tx, found, 'arrived', { hours: checkWithin })
    for (const line of inStockOrder(found.lines)) await takeIn(tx, found, line, counted.get(line.id)!)
  })
}

/** How many of each line of the case came. */
function countedOf({ lines }: Case, received: SignInReturn['received']): Map<CaseLine['id'], number> {
  const counted = new Map(lines.map((line) => [line.id, 0]))
  for (const { lineId, quantity } of received) {
    const line = lines.find(({ id }) => id === lineId)
    const field = `received.${lineId}`
    if (!line) throw notInCase({ field, lineId })
    const isCount = Number.isInteger(quantity) && quantity >= 0 && quantity <= line.quantity
    if (!isCount) throw receivedDiffers({ field, name: line.name, most: line.quantity })
    counted.set(lineId, quantity)
  }
  return counted
}

/** Stock rows are locked last and everywhere in this order. */
export const inStockOrder = <Line extends Pick<CaseLine, 'variantId'>>(lines: readonly Line[]): Line[] =>
  lines.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))

async function takeIn(tx: Tx, found: Case, line: CaseLine, quantity: number): Promise<void> {
  if (quantity === 0) return
  await tx.db
    .updateTable('care.case_lines')
    .set({ received: quantity })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', line.id)
    .execute()
  if (becomesOurs(found)) await becomeStock(tx, line, quantity)
}

/** So many pieces of a line lie in the returns zone as ours from now on. */
export const becomeStock = (
  tx: Tx,
  { id, orderLineId, sentLineId, variantId }: CaseLine,
  quantity: number,
): Promise<void> => receiveReturn(tx, { sourceLineId: sentLineId ?? orderLineId, variantId, quantity, causeId: id })

/** The desk looks for the cause, once per case. */
export const tellOfDifference = (tx: Tx, { id, number }: Case): Promise<void> =>
  notify(tx, {
    permission: 'aftersales.decide',
    kind: 'case.differs',
    subject: 'case',
    subjectId: id,
    data: { number },
    dedupeKey: `case.differs:${id}`,
  })
