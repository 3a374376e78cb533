import { newId } from '#kernel/id'
import { pieces, piecesIn } from '#kernel/quantity'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { carryStock, correctStock, firstBin, lockReservations, releaseLines } from '#supply/inventory'
import {
  isForCase,
  type Outbound,
  type OutboundId,
  type OutboundLine,
  type OutboundLineId,
  type PickId,
  type PickTask,
  type ScanAnswer,
  type ShortReason,
} from './model.ts'
import { pickNotFound, tooManyShort } from './outbound.ts'
import { countLine, lockOutbound, mustBeAt, mustPick } from './outbound-store.ts'
import { addPicks, picksOf, type StoredPick, shortenPick, uncovered } from './pick-store.ts'
import { loadPickTask } from './pick-task.ts'
import { earlierAnswer, keepScan, type Scan, yes } from './scan-store.ts'
import { settlePicking } from './settle-picking.ts'

export interface ReportShort {
  readonly scanId: string
  readonly outboundId: OutboundId
  /** The pick that found less; or a line whose goods lie on no shelf. */
  readonly pickId?: PickId
  readonly lineId?: OutboundLineId
  /** All that is left of it unless told. */
  readonly quantity?: number
  readonly reason: ShortReason
}

/**
 * A picker does not find the goods, or finds them unfit. The bin is corrected (unfit goods go to quarantine); another bin is offered when
 * there is one, otherwise the reservation of the missing pieces ends and the desk is told before anything is packed (OUT-15).
 *
 * @throws pickNotFound, tooManyShort, outboundCannot, heldBy
 */
export function reportShort(ctx: Context, input: ReportShort): Promise<ScanAnswer<PickTask>> {
  const scan: Scan = {
    scanId: input.scanId,
    outboundId: input.outboundId,
    code: `${input.pickId ?? input.lineId}:${input.reason}`,
  }
  return transaction(ctx, async (tx) => {
    const outbound = await lockOutbound(tx, input.outboundId)
    const earlier = await earlierAnswer<PickTask>(tx, scan)
    if (earlier) return earlier
    mustBeAt(outbound, 'finish')
    mustPick(tx, outbound)
    const picks = await picksOf(tx, outbound.id)
    const details = input.pickId
      ? await shortOfPick(tx, outbound, picks, input)
      : await shortOfLine(tx, outbound, picks, input)
    await settlePicking(tx, outbound.id)
    return keepScan(tx, scan, 'short', yes(await loadPickTask(tx, outbound.id), details))
  })
}

type Outcome = Readonly<Record<'missing' | 'foundElsewhere', number>>

async function shortOfPick(
  tx: Tx,
  outbound: Outbound,
  picks: readonly StoredPick[],
  input: ReportShort,
): Promise<Outcome> {
  const pick = picks.find(({ id, status }) => id === input.pickId && status === 'open')
  if (!pick) throw pickNotFound({ pickId: input.pickId ?? '' })
  const missing = howMany(input.quantity, pick.quantity - pick.picked)
  const { id: outboundId, warehouseId, box } = outbound
  await lockReservations(tx, { holder: outbound.sourceId, warehouseId, box }) // levels come before bins
  await shortenPick(tx, pick, missing)
  const found = await addPicks(tx, {
    outboundId,
    warehouseId,
    lines: [{ lineId: pick.lineId, variantId: pick.variantId, quantity: missing }],
    notFrom: input.reason === 'missing' ? [pick.binId] : [],
  })
  const foundElsewhere = piecesIn(found)
  if (foundElsewhere < missing) await giveUp(tx, outbound, lineOf(outbound, pick.lineId), missing - foundElsewhere)
  await correctBin(tx, outbound, pick, { ...input, missing })
  return { missing, foundElsewhere }
}

async function shortOfLine(
  tx: Tx,
  outbound: Outbound,
  picks: readonly StoredPick[],
  { lineId, quantity }: ReportShort,
): Promise<Outcome> {
  const waiting = uncovered(outbound, picks).find((one) => one.lineId === lineId)
  if (!waiting) throw pickNotFound({ pickId: lineId ?? '' })
  const missing = howMany(quantity, waiting.quantity)
  await giveUp(tx, outbound, lineOf(outbound, waiting.lineId), missing)
  return { missing, foundElsewhere: 0 }
}

function howMany(quantity: number | undefined, most: number): number {
  if (quantity === undefined) return most
  if (pieces(quantity) > most) throw tooManyShort({ field: 'quantity', most })
  return quantity
}

const lineOf = ({ lines }: Outbound, lineId: OutboundLineId): OutboundLine => lines.find(({ id }) => id === lineId)!

/** These pieces will not be shipped: their reservation ends and the desk is told. */
export async function giveUp(tx: Tx, outbound: Outbound, line: OutboundLine, quantity: number): Promise<void> {
  await countLine(tx, line.id, { short: quantity })
  await releaseLines(tx, {
    holder: outbound.sourceId,
    lineId: line.sourceLineId,
    quantity,
    warehouseId: outbound.warehouseId,
    box: outbound.box,
  })
  await notify(tx, {
    ...deskOf(outbound),
    kind: 'outbound.short',
    subjectId: outbound.sourceId,
    data: { number: outbound.number, sku: line.sku, quantity },
    dedupeKey: `outbound.short:${newId()}`,
  })
}

/** Who settles with the buyer what cannot be sent: the desk of orders, or that of cases. */
const deskOf = (outbound: Outbound) =>
  isForCase(outbound)
    ? ({ permission: 'aftersales.decide', subject: 'case' } as const)
    : ({ permission: 'orders.review', subject: 'order' } as const)

/** What was set aside in the bin is not there (a loss), or is there and unfit (quarantine). Other orders are touched before this one. */
async function correctBin(
  tx: Tx,
  outbound: Outbound,
  pick: StoredPick,
  { missing, reason, scanId }: ReportShort & { missing: number },
): Promise<void> {
  const { binId, lotId, variantId } = pick
  const shared = {
    binId,
    lotId,
    variantId,
    cause: 'short_pick',
    causeId: scanId,
    reason: `${outbound.number} ${reason}`,
    spare: outbound.sourceId,
    wasAllocated: true,
  }
  if (reason === 'missing') return correctStock(tx, { ...shared, change: -missing })
  const quarantine = await firstBin(tx, outbound.warehouseId, 'quarantine')
  await carryStock(tx, { ...shared, toBinId: quarantine.id, quantity: missing, kind: 'move' })
}
