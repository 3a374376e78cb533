import { pieces } from '#kernel/quantity'
import type { BinId } from '#model/supply/inventory'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { lotIsSellableNow, packingBinOf, takePicked } from '#supply/inventory'
import type { Outbound, PickTask, ScanAnswer } from './model.ts'
import { means } from './outbound.ts'
import { countLine, lockOutbound, mustBeAt, mustPick } from './outbound-store.ts'
import { countPick, picksOf, type StoredPick } from './pick-store.ts'
import { loadPickTask, toTask } from './pick-task.ts'
import { earlierAnswer, keepScan, no, type Scan, scannedBins, yes } from './scan-store.ts'
import { settlePicking } from './settle-picking.ts'

export interface ScanPick extends Scan {
  /** From the keypad; one unless told. */
  readonly quantity?: number
}

/**
 * A scan while picking: first the bin, then its goods (barcode or SKU code), piece by piece or by keypad. A wrong one is answered with
 * what was expected and changes nothing. The same scan id twice counts once and gets the same answer (OUT-06).
 *
 * @throws outboundCannot, heldBy, scanIdReused
 */
export function scanPick(ctx: Context, input: ScanPick): Promise<ScanAnswer<PickTask>> {
  const scan: ScanPick = { ...input, code: input.code.trim(), quantity: pieces(input.quantity ?? 1) }
  return transaction(ctx, async (tx) => {
    const outbound = await lockOutbound(tx, scan.outboundId)
    const earlier = await earlierAnswer<PickTask>(tx, scan)
    if (earlier) return earlier
    mustBeAt(outbound, 'finish')
    mustPick(tx, outbound)
    return judge(tx, outbound, scan)
  })
}

async function judge(tx: Tx, outbound: Outbound, scan: ScanPick): Promise<ScanAnswer<PickTask>> {
  const picks = await picksOf(tx, outbound.id)
  const bins = await scannedBins(tx, outbound.id)
  const task = toTask(outbound, picks, bins)
  const refuse = (kind: 'bin' | 'item', reason: string, details: Record<string, unknown>) =>
    keepScan(tx, scan, kind, no(task, reason, details))
  const current = picks.find(({ id }) => id === task.current)
  if (!current) return refuse('item', 'nothing_open', {})
  if (scan.code === current.bin) return keepScan(tx, scan, 'bin', yes({ ...task, atBin: true }))
  if (!task.atBin)
    return refuse('bin', means(current, scan.code) ? 'scan_bin_first' : 'wrong_bin', { expected: current.bin })

  const open = picks.filter(({ status, bin }) => status === 'open' && bin === current.bin)
  const pick = open.find((one) => means(one, scan.code))
  if (!pick) return refuse('item', 'wrong_item', { expected: current.sku, name: current.name, bin: current.bin })
  const most = pick.quantity - pick.picked
  if (scan.quantity! > most) return refuse('item', 'too_many', { most })
  if (!(await lotIsSellableNow(tx, pick.lotId))) return refuse('item', 'lot_not_sellable', { lot: pick.lot })
  return take(tx, outbound, scan, pick)
}

async function take(tx: Tx, outbound: Outbound, scan: ScanPick, pick: StoredPick): Promise<ScanAnswer<PickTask>> {
  const quantity = scan.quantity!
  const packingBinId: BinId = (await packingBinOf(tx, outbound.warehouseId)).id
  await takePicked(tx, {
    binId: pick.binId,
    lotId: pick.lotId,
    variantId: pick.variantId,
    packingBinId,
    quantity,
    scanId: scan.scanId,
    reason: outbound.number,
  })
  await countPick(tx, pick.id, quantity)
  await countLine(tx, pick.lineId, { picked: quantity })
  await settlePicking(tx, outbound.id)
  const task = await loadPickTask(tx, outbound.id)
  return keepScan(tx, scan, 'item', yes(task, { sku: pick.sku, quantity }))
}
