import { pieces } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { LotId } from '#model/supply/inventory'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { carryStock, correctStock, firstBin, packingBinOf } from '#supply/inventory'
import {
  isProperty,
  type Outbound,
  type OutboundId,
  type OutboundLineId,
  type PackCheck,
  type ScanAnswer,
  type ShortReason,
} from './model.ts'
import { outboundCannot, pickNotFound, tooManyShort } from './outbound.ts'
import { countLine, lockOutbound, mustBeAt } from './outbound-store.ts'
import { loadPackCheck } from './pack-check.ts'
import { picksOf, type StoredPick } from './pick-store.ts'
import { giveUp } from './report-short.ts'
import { earlierAnswer, keepScan, type Scan, yes } from './scan-store.ts'
import { becomeShort } from './settle-picking.ts'

export interface RejectPicked {
  readonly scanId: string
  readonly outboundId: OutboundId
  readonly lineId: OutboundLineId
  readonly quantity: number
  readonly reason: ShortReason
}

/**
 * The quality check of picked goods (OUT-06): pieces that are unfit or missing at the packing table are taken out of the box, which becomes
 * short and waits for the desk. The pack check starts again.
 *
 * @throws pickNotFound, tooManyShort; outboundCannot, also for the buyer's own goods, which cannot be replaced from stock
 */
export function rejectPicked(ctx: Context, input: RejectPicked): Promise<ScanAnswer<PackCheck>> {
  const quantity = pieces(input.quantity)
  const scan: Scan = {
    scanId: input.scanId,
    outboundId: input.outboundId,
    code: `${input.lineId}:${quantity}:${input.reason}`,
  }
  return transaction(ctx, async (tx) => {
    const outbound = await lockOutbound(tx, input.outboundId)
    const earlier = await earlierAnswer<PackCheck>(tx, scan)
    if (earlier) return earlier
    mustBeAt(outbound, 'reportShort')
    if (isProperty(outbound))
      throw outboundCannot({ outboundId: outbound.id, step: 'reportShort', status: outbound.status })
    const line = outbound.lines.find(({ id }) => id === input.lineId)
    if (!line) throw pickNotFound({ pickId: input.lineId })
    if (quantity > line.picked) throw tooManyShort({ field: 'quantity', most: line.picked })
    await reopen(tx, outbound)
    await countLine(tx, line.id, { picked: -quantity })
    await giveUp(tx, outbound, line, quantity)
    await takeOut(tx, outbound, input)
    await becomeShort(tx, outbound, [{ sourceLineId: line.sourceLineId, short: quantity }])
    return keepScan(tx, scan, 'reject', yes(await loadPackCheck(tx, outbound.id), { sku: line.sku, quantity }))
  })
}

/** An opened box is checked from the beginning. */
async function reopen(tx: Tx, { id }: Outbound): Promise<void> {
  await tx.db
    .updateTable('supply.outbound_lines')
    .set({ packed: 0 })
    .where('shop_id', '=', tx.shopId)
    .where('outbound_id', '=', id)
    .execute()
}

async function takeOut(tx: Tx, outbound: Outbound, input: RejectPicked): Promise<void> {
  const picks = (await picksOf(tx, outbound.id)).filter(({ lineId, picked }) => lineId === input.lineId && picked > 0)
  const byLot = new Map<LotId, number>()
  let left = input.quantity
  for (const pick of picks) {
    const part = Math.min(left, pick.picked)
    left -= part
    if (part === 0) continue
    await uncountPick(tx, pick, part)
    byLot.set(pick.lotId, part + (byLot.get(pick.lotId) ?? 0))
  }
  for (const [lotId, quantity] of byLot)
    await clearTable(tx, outbound, { ...input, lotId, quantity, variantId: picks[0]!.variantId })
}

async function uncountPick(tx: Tx, { id, picked }: StoredPick, part: number): Promise<void> {
  await tx.db
    .updateTable('supply.picks')
    .set({ picked: picked - part, status: picked === part ? 'short' : 'done' })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
}

async function clearTable(
  tx: Tx,
  { warehouseId, number, sourceId }: Outbound,
  { lotId, variantId, quantity, reason, scanId }: RejectPicked & { lotId: LotId; variantId: VariantId },
): Promise<void> {
  const { id: binId } = await packingBinOf(tx, warehouseId)
  const shared = {
    binId,
    lotId,
    variantId,
    cause: 'short_pick',
    causeId: scanId,
    reason: `${number} ${reason}`,
    spare: sourceId,
    wasAllocated: true,
  }
  if (reason === 'missing') return correctStock(tx, { ...shared, change: -quantity })
  const quarantine = await firstBin(tx, warehouseId, 'quarantine')
  await carryStock(tx, { ...shared, toBinId: quarantine.id, quantity, kind: 'move' })
}
