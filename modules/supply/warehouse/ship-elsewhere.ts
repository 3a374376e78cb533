import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { packingBinOf, takePicked } from '#supply/inventory'
import {
  carriersForVariants,
  carrierTakesNoCash,
  carrierUnknown,
  districtName,
  labelByHand,
  listCarriers,
  parcelOfOutbound,
  recordWeight,
  refuseBarred,
  takesCash,
} from '#supply/shipping'
import { dispatch } from './hand-over.ts'
import type { Outbound, OutboundId } from './model.ts'
import { outboundCannot } from './outbound.ts'
import { advanceOutbound, countLine, loadOutbound, lockOutbound } from './outbound-store.ts'
import { loadPackCheck } from './pack-check.ts'
import { countPick, picksOf } from './pick-store.ts'
import { settlePicking } from './settle-picking.ts'
import { beginPicking } from './start-picking.ts'

export const goodsMissing = refusal(
  'conflict',
  'warehouse.goods_missing',
  (d: { outboundId: string }) => `not all goods of ${d.outboundId} lie on a shelf`,
)

export interface ShipElsewhere {
  readonly outboundId: OutboundId
  /** One of the shop's carriers; absent: the one the order was promised. */
  readonly carrier?: string
  readonly waybillNumber: string
  /** Goods and packaging together; absent: what the goods should weigh. */
  readonly weightGrams?: number
}

/**
 * Records that a whole outbound was packed and handed to its carrier by somebody else, such as an outside warehouse: goods are taken first
 * expired first, and leave stock, reservation and books as by our own scanners. All or nothing. The same waybill number again changes nothing.
 *
 * @throws outboundCannot once our own people have begun to pick it
 * @throws goodsMissing when our shelves do not hold all of it; carrierTakesNoCash for a box with cash to collect
 * @throws carrierUnknown, carrierNotForGoods for another carrier than the promised one
 */
export async function shipElsewhere(tx: Tx, shipped: ShipElsewhere): Promise<Outbound> {
  const outbound = await lockOutbound(tx, shipped.outboundId)
  if (await isRepeat(tx, outbound, shipped)) return outbound
  if (outbound.status !== 'released')
    throw outboundCannot({ outboundId: outbound.id, step: 'handOver', status: outbound.status })
  const carried = await withCarrier(tx, outbound, shipped.carrier)
  await pickAll(tx, carried)
  await packAll(tx, carried.id)
  await labelAndWeigh(tx, carried.id, shipped)
  await dispatch(tx, await loadOutbound(tx, carried.id))
  return loadOutbound(tx, carried.id)
}

async function isRepeat(tx: Tx, { id, status }: Outbound, { waybillNumber }: ShipElsewhere): Promise<boolean> {
  return status === 'handed_over' && (await parcelOfOutbound(tx, id))?.waybillNumber === waybillNumber
}

async function withCarrier(tx: Tx, outbound: Outbound, carrier = outbound.carrier): Promise<Outbound> {
  if (carrier === outbound.carrier) return outbound
  const known = (await listCarriers(tx)).some(({ code }) => code === carrier)
  if (!known) throw carrierUnknown({ field: 'carrier', carrier })
  const variantIds = outbound.lines.map((line) => line.variantId)
  refuseBarred({ allowed: await carriersForVariants(tx, variantIds) }, carrier)
  const { collectMinor, districtCode } = outbound
  if (collectMinor > 0 && !(await takesCash(tx, carrier, districtCode)))
    throw carrierTakesNoCash({ field: 'carrier', carrier, district: districtName(districtCode, tx.locale) })
  await tx.db
    .updateTable('supply.outbounds')
    .set({ carrier })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', outbound.id)
    .execute()
  return { ...outbound, carrier }
}

async function pickAll(tx: Tx, outbound: Outbound): Promise<void> {
  await beginPicking(tx, outbound)
  const { id: packingBinId } = await packingBinOf(tx, outbound.warehouseId)
  for (const pick of await picksOf(tx, outbound.id)) {
    const { binId, lotId, variantId, quantity } = pick
    const reason = outbound.number
    await takePicked(tx, { binId, lotId, variantId, packingBinId, quantity, scanId: newId(), reason })
    await countPick(tx, pick.id, quantity)
    await countLine(tx, pick.lineId, { picked: quantity })
  }
  await settlePicking(tx, outbound.id)
  const { status } = await loadOutbound(tx, outbound.id)
  if (status !== 'picked') throw goodsMissing({ outboundId: outbound.id })
}

async function packAll(tx: Tx, outboundId: OutboundId): Promise<void> {
  const { lines, sourceId } = await loadOutbound(tx, outboundId)
  for (const line of lines) await countLine(tx, line.id, { packed: line.picked })
  await advanceOutbound(tx, outboundId, 'pack', { packer: tx.actor.name })
  const data = { outboundId, sourceId }
  await publish(tx, { type: 'outbound.packed', aggregate: 'outbound', id: outboundId, data })
}

async function labelAndWeigh(
  tx: Tx,
  outboundId: OutboundId,
  { waybillNumber, weightGrams }: ShipElsewhere,
): Promise<void> {
  const { id: parcelId } = (await parcelOfOutbound(tx, outboundId))!
  await labelByHand(tx, { parcelId, waybillNumber })
  await recordWeight(tx, { parcelId, weightGrams: weightGrams ?? (await loadPackCheck(tx, outboundId)).expectedGrams })
  await advanceOutbound(tx, outboundId, 'weigh')
}
