import { quantityOutOfRange } from '#kernel/quantity'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { parcelOfOutbound, recordWeight } from '#supply/shipping'
import type { OutboundId, PackCheck, ScanAnswer } from './model.ts'
import { outboundCannot } from './outbound.ts'
import { advanceOutbound, lockOutbound, mustBeAt } from './outbound-store.ts'
import { loadPackCheck } from './pack-check.ts'
import { earlierAnswer, keepScan, no, yes } from './scan-store.ts'
import { warehouseSettings } from './settings.ts'

export interface WeighParcel {
  readonly scanId: string
  readonly outboundId: OutboundId
  /** Goods and packaging together. */
  readonly weightGrams: number
  readonly postageMinor?: number
  /** The packer has looked and the weight is right although it differs from what was expected. */
  readonly despiteDeviation?: boolean
}

/**
 * Records weight and, if known, postage of a packed parcel. A weight far from the expected one (20 % unless set otherwise) is answered with
 * a warning and taken only when it is sent again as meant.
 *
 * @throws outboundCannot, scanIdReused
 */
export function weighParcel(ctx: Context, input: WeighParcel): Promise<ScanAnswer<PackCheck>> {
  const weightGrams = weight(input.weightGrams)
  const scan = { scanId: input.scanId, outboundId: input.outboundId, code: `${weightGrams}` }
  return transaction(ctx, async (tx) => {
    const outbound = await lockOutbound(tx, scan.outboundId)
    const earlier = await earlierAnswer<PackCheck>(tx, scan)
    if (earlier) return earlier
    mustBeAt(outbound, 'weigh')
    const view = await loadPackCheck(tx, outbound.id)
    const { weightDeviation } = await readSettings(tx, warehouseSettings)
    const percent = Math.round((Math.abs(weightGrams - view.expectedGrams) * 100) / Math.max(1, view.expectedGrams))
    const details = { weightGrams, expectedGrams: view.expectedGrams, percent }
    if (percent > weightDeviation && !input.despiteDeviation)
      return keepScan(tx, scan, 'weight', no(view, 'weight_deviates', details))

    const parcel = await parcelOfOutbound(tx, outbound.id)
    if (!parcel) throw outboundCannot({ outboundId: outbound.id, step: 'weigh', status: outbound.status })
    await recordWeight(tx, { parcelId: parcel.id, weightGrams, postageMinor: input.postageMinor })
    await advanceOutbound(tx, outbound.id, 'weigh')
    await publish(tx, {
      type: 'outbound.weighed',
      aggregate: 'outbound',
      id: outbound.id,
      data: { outboundId: outbound.id, ...details },
    })
    return keepScan(tx, scan, 'weight', yes(await loadPackCheck(tx, outbound.id), details))
  })
}

const mostGrams = 1_000_000

function weight(grams: number): number {
  if (!Number.isInteger(grams) || grams < 1 || grams > mostGrams)
    throw quantityOutOfRange({ field: 'weightGrams', quantity: grams, most: mostGrams })
  return grams
}
