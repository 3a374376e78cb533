import { hours } from '#kernel/day'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { advanceCase, changeCase, loadCase } from './case-store.ts'
import type { Case, CaseId, RepairChoice } from './model.ts'
import { becomeReturn } from './pay-instead.ts'
import { refundBy } from './refund-case.ts'
import { repairStep } from './repair-case.ts'
import { holdReplacement, sendMended } from './send-replacement.ts'
import { afterSalesSettings } from './settings.ts'
import { becomeStock, inStockOrder } from './sign-in-return.ts'
import { tellBuyer } from './tell-buyer.ts'
import { afterSalesText } from './text.ts'

export interface ChooseAfterRepair {
  readonly caseId: CaseId
  readonly choice: RepairChoice
}

/**
 * The buyer chooses what becomes of a piece that cannot be mended: it is sent back as it is, or handed in for the money or for the same again. What is
 * handed in is ours from now on, and the case goes on as a return or an exchange whose goods have arrived.
 *
 * @throws notForKind, caseCannot once chosen; outOfStock when the same is not there, recipientForgotten
 */
export const chooseAfterRepair = (ctx: Context, { caseId, choice }: ChooseAfterRepair): Promise<Case> =>
  repairStep(ctx, caseId, choice === 'as_is' ? 'sendAsIs' : 'handIn', (tx, found) =>
    choice === 'as_is' ? sendAsIs(tx, found) : handIn(tx, found, choice),
  )

async function sendAsIs(tx: Tx, found: Case): Promise<void> {
  await advanceCase(tx, found.id, 'sendAsIs')
  await sendMended(tx, found)
}

async function handIn(tx: Tx, found: Case, choice: 'refund' | 'exchange'): Promise<void> {
  const { checkWithin } = await readSettings(tx, afterSalesSettings)
  await advanceCase(tx, found.id, 'handIn', {
    check_by: tx.now.add(hours(checkWithin)),
    refund_by: choice === 'refund' ? await refundBy(tx) : null,
  })
  await tellBench(tx, found, choice)
  await tellBuyer(tx, found, `handed_in_${choice}`)
  if (choice === 'refund') await becomeReturn(tx, found)
  else await becomeExchange(tx, found)
  for (const line of inStockOrder(found.lines)) if (line.received > 0) await becomeStock(tx, line, line.received)
}

/** For each piece the same again is kept. */
async function becomeExchange(tx: Tx, { id, lines }: Case): Promise<void> {
  await changeCase(tx, id, { kind: 'exchange' })
  for (const { id: lineId, variantId, sku, specification } of lines)
    await tx.db
      .updateTable('care.case_lines')
      .set({ replacement_variant_id: variantId, replacement_sku: sku, replacement_specification: specification })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', lineId)
      .execute()
  await holdReplacement(tx, await loadCase(tx, id))
}

const tellBench = (tx: Tx, { id, number }: Case, choice: 'refund' | 'exchange'): Promise<void> =>
  notify(tx, {
    permission: 'aftersales.grade',
    kind: 'case.chosen',
    subject: 'case',
    subjectId: id,
    data: { number, choiceName: afterSalesText[`case.choice.${choice}`] },
    dedupeKey: `case.chosen:${id}`,
  })
