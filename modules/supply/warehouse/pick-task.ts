import type { Reader } from '#platform/context'
import type { Outbound, OutboundId, PickTask } from './model.ts'
import { total } from './outbound.ts'
import { loadOutbound } from './outbound-store.ts'
import { picksOf, type StoredPick, uncovered } from './pick-store.ts'
import { scannedBins } from './scan-store.ts'

/** A task as the scanner shows it. @throws outboundNotFound */
export async function loadPickTask(reader: Reader, outboundId: OutboundId): Promise<PickTask> {
  return viewTask(reader, await loadOutbound(reader, outboundId))
}

/** The same for an outbound that was read already. */
export async function viewTask(reader: Reader, outbound: Outbound): Promise<PickTask> {
  const picks = await picksOf(reader, outbound.id)
  const bins = await scannedBins(reader, outbound.id)
  return toTask(outbound, picks, bins)
}

export function toTask(outbound: Outbound, picks: readonly StoredPick[], bins: ReadonlySet<string>): PickTask {
  const current = picks.find(({ status }) => status === 'open')
  const { id: outboundId, number, sourceNumber, status, carrier, dispatchBy, requests, picker, lines } = outbound
  return {
    outboundId,
    number,
    sourceNumber,
    status,
    carrier,
    dispatchBy,
    requests,
    picker,
    picks: picks.map(({ binId: _, lotId: __, ...pick }) => pick),
    current: current?.id ?? null,
    atBin: current !== undefined && bins.has(current.bin),
    picked: total(lines, (line) => line.picked),
    total: total(lines, (line) => line.quantity - line.short),
    waiting:
      status === 'picking'
        ? uncovered(outbound, picks).map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }))
        : [],
  }
}
