import { saleItemsOf } from '#goods/catalog'
import { say } from '#kernel/text'
import type { Tx } from '#platform/context'
import { holdForCase, sendForCase } from '#sales/orders'
import { releaseLines } from '#supply/inventory'
import type { ReleasedLine } from '#supply/warehouse'
import type { Case, CaseLine } from './model.ts'
import { afterSalesText } from './text.ts'

/** Sets aside what a case is to send. @throws outOfStock, recipientForgotten */
export const holdReplacement = (tx: Tx, { id, orderId, lines }: Case): Promise<void> =>
  holdForCase(tx, {
    orderId,
    caseId: id,
    lines: lines.flatMap(({ id: lineId, replacement, quantity }) =>
      replacement ? [{ lineId, variantId: replacement.variantId, quantity }] : [],
    ),
  })

/**
 * Asks the warehouse to send what was set aside, so many pieces of each line: what is not sent is on sale again. A line is sent once.
 * @throws nothingReserved
 */
export async function sendReplacement(
  tx: Tx,
  found: Case,
  piecesOf: (line: CaseLine) => number = ({ quantity }) => quantity,
): Promise<void> {
  const sending = found.lines.filter((line) => line.replacement && piecesOf(line) > 0)
  for (const line of found.lines) await letGo(tx, found, line, line.quantity - piecesOf(line))
  for (const line of sending) await noteResent(tx, line, piecesOf(line))
  const { id: caseId, number: caseNumber, orderId, orderNumber, kind } = found
  if (kind !== 'exchange' && kind !== 'reshipment') return
  await sendForCase(tx, {
    orderId,
    caseId,
    caseNumber,
    kind,
    requests: [say(afterSalesText, 'zh', `case.note.${kind}`, { order: orderNumber })],
    lines: await releasedLines(tx, sending, piecesOf),
  })
}

/** The buyer's own pieces go back: what came, as it is now. */
export async function sendMended(
  tx: Tx,
  { id: caseId, number: caseNumber, orderId, orderNumber, lines }: Case,
): Promise<void> {
  await sendForCase(tx, {
    orderId,
    caseId,
    caseNumber,
    kind: 'repair',
    requests: [say(afterSalesText, 'zh', 'case.note.repair', { order: orderNumber })],
    lines: await releasedLines(
      tx,
      lines.filter(({ received }) => received > 0),
      ({ received }) => received,
    ),
  })
}

async function letGo(tx: Tx, { id: holder }: Case, { id: lineId, replacement }: CaseLine, quantity: number) {
  if (replacement && quantity > 0) await releaseLines(tx, { holder, lineId, quantity })
}

const noteResent = (tx: Tx, { id }: CaseLine, resent: number) =>
  tx.db.updateTable('care.case_lines').set({ resent }).where('shop_id', '=', tx.shopId).where('id', '=', id).execute()

/** What lies in the box for a line. */
const goodsOf = (line: CaseLine): Pick<CaseLine, 'variantId' | 'sku' | 'specification'> => line.replacement ?? line

async function releasedLines(
  tx: Tx,
  lines: readonly CaseLine[],
  piecesOf: (line: CaseLine) => number,
): Promise<ReleasedLine[]> {
  const items = await saleItemsOf(
    tx,
    lines.map((line) => goodsOf(line).variantId),
  )
  return lines.map((line) => {
    const { variantId, sku, specification } = goodsOf(line)
    const item = items.get(variantId)
    return {
      sourceLineId: line.id,
      variantId,
      sku,
      name: line.name,
      specification,
      barcode: item?.barcode ?? null,
      weightGrams: item?.weightGrams ?? 0,
      quantity: piecesOf(line),
    }
  })
}
