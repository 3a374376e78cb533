import { pieces } from '#kernel/quantity'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { parcelOfOutbound } from '#supply/shipping'
import type { Outbound, PackCheck, ScanAnswer } from './model.ts'
import { means, total } from './outbound.ts'
import { advanceOutbound, countLine, lockOutbound, mustBeAt } from './outbound-store.ts'
import { loadPackCheck } from './pack-check.ts'
import { earlierAnswer, keepScan, no, type Scan, type ScanKind, yes } from './scan-store.ts'

export interface ScanPack extends Scan {
  readonly quantity?: number
}

/**
 * The pack check: every piece is scanned against the shipping note (OUT-09). What is not on the note, or is there already, is answered as
 * such. Whoever scans is the packer of this box.
 *
 * @throws outboundCannot, scanIdReused
 */
export function scanPack(ctx: Context, input: ScanPack): Promise<ScanAnswer<PackCheck>> {
  const quantity = pieces(input.quantity ?? 1)
  return packingScan(ctx, input, 'pack', async (tx, outbound, { code }) => {
    const matching = outbound.lines.filter((line) => means(line, code))
    const line = matching.find(({ packed, picked }) => packed < picked)
    if (matching.length === 0) return { reason: 'not_on_note', details: { code } }
    if (!line) return { reason: 'already_checked', details: { expected: matching[0]!.sku } }
    const most = line.picked - line.packed
    if (quantity > most) return { reason: 'too_many', details: { most } }
    await countLine(tx, line.id, { packed: quantity })
    return { details: { sku: line.sku, quantity } }
  })
}

/**
 * The last part of the pack check: the label's number is scanned and must be this parcel's, so that recipient, address and phone on the
 * box are those of the order (OUT-09). With it the box is packed.
 *
 * @throws outboundCannot, scanIdReused
 */
export function confirmRecipient(ctx: Context, input: Scan): Promise<ScanAnswer<PackCheck>> {
  return packingScan(ctx, input, 'waybill', async (tx, outbound, { code }) => {
    const missing = total(outbound.lines, (line) => line.picked - line.packed)
    if (missing > 0) return { reason: 'goods_first', details: { missing } }
    const waybillNumber = (await parcelOfOutbound(tx, outbound.id))?.waybillNumber
    if (!waybillNumber) return { reason: 'no_waybill_yet', details: {} }
    if (code !== waybillNumber) return { reason: 'wrong_waybill', details: { expected: waybillNumber } }
    await advanceOutbound(tx, outbound.id, 'pack')
    await publish(tx, {
      type: 'outbound.packed',
      aggregate: 'outbound',
      id: outbound.id,
      data: { outboundId: outbound.id, sourceId: outbound.sourceId },
    })
    return { details: { waybillNumber } }
  })
}

type Judge = (
  tx: Tx,
  outbound: Outbound,
  scan: Scan,
) => Promise<{ reason?: string; details: Readonly<Record<string, unknown>> }>

function packingScan(ctx: Context, input: Scan, kind: ScanKind, judge: Judge): Promise<ScanAnswer<PackCheck>> {
  const scan: Scan = { scanId: input.scanId, outboundId: input.outboundId, code: input.code.trim() }
  return transaction(ctx, async (tx) => {
    const outbound = await lockOutbound(tx, scan.outboundId)
    const earlier = await earlierAnswer<PackCheck>(tx, scan)
    if (earlier) return earlier
    mustBeAt(outbound, 'pack')
    await becomePacker(tx, outbound)
    const { reason, details } = await judge(tx, outbound, scan)
    const view = await loadPackCheck(tx, outbound.id)
    return keepScan(tx, scan, kind, reason ? no(view, reason, details) : yes(view, details))
  })
}

async function becomePacker(tx: Tx, { id: outboundId, packer }: Outbound): Promise<void> {
  if (packer === tx.actor.name) return
  await tx.db
    .updateTable('supply.outbounds')
    .set({ packer: tx.actor.name })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', outboundId)
    .execute()
}
