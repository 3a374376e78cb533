import { notify, settleNotices } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { holdStock, releaseStock, sendAway, takeIn } from '#supply/inventory'
import type { Transfer, TransferId, TransferLine } from './model.ts'
import { moreThanSent, mustSay } from './transfer.ts'
import { advanceTransfer, countLines, loadTransfer } from './transfer-store.ts'

/** The warehouse will send the goods. @throws transferCannot */
export const acceptTransfer = (ctx: Context, transferId: TransferId): Promise<Transfer> =>
  transaction(ctx, async (tx) => told(tx, await advanceTransfer(tx, transferId, 'accept')))

/** The warehouse cannot send the goods, and says why; what was set aside stays with whoever needs it, else it is free. @throws transferCannot, textMissing */
export async function refuseTransfer(ctx: Context, transferId: TransferId, reason: string): Promise<Transfer> {
  const why = mustSay(reason, 'reason')
  return transaction(ctx, async (tx) => told(tx, await advanceTransfer(tx, transferId, 'refuse', { reason: why }), why))
}

/** The goods are not needed any more; possible until they have left. @throws transferCannot, textMissing */
export async function withdrawTransfer(ctx: Context, transferId: TransferId, reason: string): Promise<Transfer> {
  const why = mustSay(reason, 'reason')
  return transaction(ctx, async (tx) => {
    const transfer = await advanceTransfer(tx, transferId, 'withdraw', { reason: why })
    await settle(tx, transfer)
    return transfer
  })
}

/** The goods leave their shelves and are on the way. @throws transferCannot; outOfStock when a count has taken some of them */
export function sendTransfer(ctx: Context, transferId: TransferId): Promise<Transfer> {
  return transaction(ctx, async (tx) => {
    const sent = await advanceTransfer(tx, transferId, 'send')
    const { fromWarehouseId: from, toWarehouseId: to, lines } = sent
    await sendAway(tx, { holder: transferId, reason: sent.number, lines, from, to })
    await countLines(
      tx,
      transferId,
      lines.map((line) => ({ ...line, sent: line.quantity })),
    )
    return told(tx, await loadTransfer(tx, transferId))
  })
}

export interface Counted {
  readonly lineId: string
  /** Pieces that arrived whole; the others are lost and written off. */
  readonly received: number
}

/**
 * The goods have arrived: what was counted goes on sale at its new place and stays set aside for whoever needs it, the rest is written off with its cost. A
 * line that is not named arrived whole.
 * @throws transferCannot, moreThanSent naming the line
 */
export function receiveTransfer(ctx: Context, transferId: TransferId, counted: readonly Counted[]): Promise<Transfer> {
  return transaction(ctx, async (tx) => {
    const found = await advanceTransfer(tx, transferId, 'receive', { counted })
    const lines = found.lines.map((line) => countedLine(line, counted))
    await takeIn(tx, { holder: transferId, to: found.toWarehouseId, reason: found.number, arrived: byVariant(lines) })
    await countLines(tx, transferId, lines)
    const held = lines.filter(({ received }) => received > 0)
    for (const { lineId, variantId, received: quantity } of held.toSorted(inOrder))
      await holdStock(tx, { holder: transferId, lineId, variantId, warehouseId: found.toWarehouseId, quantity })
    return told(tx, await loadTransfer(tx, transferId))
  })
}

const inOrder = (a: TransferLine, b: TransferLine) => (a.variantId < b.variantId ? -1 : 1)

function countedLine(line: TransferLine, counted: readonly Counted[]): TransferLine {
  const received = counted.find(({ lineId }) => lineId === line.lineId)?.received ?? line.sent
  if (received < 0 || received > line.sent) throw moreThanSent({ field: `lines.${line.lineId}`, sent: line.sent })
  return { ...line, received, lost: line.sent - received }
}

function byVariant(lines: readonly TransferLine[]) {
  const sums = new Map<TransferLine['variantId'], { received: number; lost: number }>()
  for (const { variantId, received, lost } of lines) {
    const before = sums.get(variantId) ?? { received: 0, lost: 0 }
    sums.set(variantId, { received: before.received + received, lost: before.lost + lost })
  }
  return [...sums]
    .map(([variantId, sum]) => ({ variantId, ...sum }))
    .toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))
}

/** The need is met: what nobody took of the goods is free. @throws transferCannot */
export function closeTransfer(ctx: Context, transferId: TransferId): Promise<Transfer> {
  return transaction(ctx, async (tx) => {
    const transfer = await advanceTransfer(tx, transferId, 'close')
    await releaseStock(tx, { holder: transferId })
    await settle(tx, transfer)
    return transfer
  })
}

const settle = (tx: Tx, { id }: Transfer): Promise<void> => settleNotices(tx, { subject: 'transfer', subjectId: id })

/** Who must act next hears of it: the warehouse while goods are on the way, else whoever follows the order. */
async function told(tx: Tx, transfer: Transfer, reason = ''): Promise<Transfer> {
  const { id, number, status, sourceNumber } = transfer
  await settle(tx, transfer)
  await notify(tx, {
    permission: status === 'sent' ? 'outbound.pick' : 'orders.change',
    kind: `transfer.${status}`,
    subject: 'transfer',
    subjectId: id,
    data: { number, order: sourceNumber, reason },
    dedupeKey: `transfer.${status}:${id}`,
  })
  return transfer
}
