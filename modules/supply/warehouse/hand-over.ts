import { sql } from 'kysely'
import { saleItemsOf } from '#goods/catalog'
import { sum, times } from '#kernel/money'
import type { WarehouseId } from '#model/supply/inventory'
import type { Parcel, ParcelId } from '#model/supply/shipping'
import { post } from '#office/ledger'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type DispatchLine, dispatchStock, packingBinOf } from '#supply/inventory'
import { fillParcel, parcelDispatched, parcelOfOutbound } from '#supply/shipping'
import { isProperty, type Outbound, type OutboundId, type ScanAnswer } from './model.ts'
import { advanceOutbound, lockOutbound } from './outbound-store.ts'
import { picksOf, type StoredPick } from './pick-store.ts'
import { earlierAnswer, keepScan, no, yes } from './scan-store.ts'

/** A weighed parcel that waits for its courier. */
export interface WaitingParcel {
  readonly outboundId: OutboundId
  readonly number: string
  readonly sourceNumber: string
  readonly carrier: string
  readonly waybillNumber: string | null
  readonly weightGrams: number | null
  readonly dispatchBy: Temporal.Instant
}

export interface HandOverView {
  readonly carrier: string
  /** Parcels of this carrier that are still here, most urgent first, at most 500. */
  readonly waiting: readonly WaitingParcel[]
}

/** The hand-over list: weighed parcels by carrier. */
export async function handOverList(
  reader: Reader,
  { warehouseId, carrier }: { warehouseId: WarehouseId; carrier?: string },
): Promise<WaitingParcel[]> {
  const { rows } = await sql<WaitingParcel>`
    select o.id as "outboundId", o.number, o.source_number as "sourceNumber", o.carrier, p.waybill_number as "waybillNumber",
      p.weight_grams as "weightGrams", o.dispatch_by as "dispatchBy"
    from supply.outbounds o
    left join supply.parcels p on p.shop_id = o.shop_id and p.outbound_id = o.id and p.status <> 'cancelled'
    where o.shop_id = ${reader.shopId} and o.warehouse_id = ${warehouseId} and o.status = 'weighed' ${carrier ? sql`and o.carrier = ${carrier}` : sql``}
    order by o.carrier, o.dispatch_by, o.id limit 500`.execute(reader.db)
  return rows
}

export interface HandOver {
  readonly scanId: string
  readonly warehouseId: WarehouseId
  readonly carrier: string
  /** The waybill number on the parcel. */
  readonly code: string
}

/**
 * The courier takes a parcel: its waybill number is scanned from the carrier's list. The goods leave stock and reservation in one step, their
 * cost is posted (the buyer's own goods were never stock), the parcel counts as handed over, and the order hears of it (`shipment.dispatched`, OUT-13). A second scan changes nothing.
 *
 * @throws lotNotSellable when a lot has expired or was blocked since it was packed; scanIdReused
 */
export function handOver(ctx: Context, input: HandOver): Promise<ScanAnswer<HandOverView>> {
  const code = input.code.trim()
  return transaction(ctx, async (tx) => {
    const view = async (): Promise<HandOverView> => ({ carrier: input.carrier, waiting: await handOverList(tx, input) })
    const labelled = await outboundByWaybill(tx, { code, warehouseId: input.warehouseId })
    if (!labelled) return no(await view(), 'unknown_waybill', { code })
    if (labelled.isVoid) return no(await view(), 'label_void', { number: labelled.number })
    const outboundId = labelled.id
    const outbound = await lockOutbound(tx, outboundId)
    const scan = { scanId: input.scanId, outboundId, code }
    const earlier = await earlierAnswer<HandOverView>(tx, scan)
    if (earlier) return earlier
    const refused = whyNot(outbound, input.carrier)
    if (refused) return keepScan(tx, scan, 'hand_over', no(await view(), refused.reason, refused.details))
    await dispatch(tx, outbound)
    return keepScan(
      tx,
      scan,
      'hand_over',
      yes(await view(), { number: outbound.number, sourceNumber: outbound.sourceNumber }),
    )
  })
}

/** Whose label it is; void when its parcel was given up since. */
async function outboundByWaybill(tx: Tx, { code, warehouseId }: { code: string; warehouseId: WarehouseId }) {
  const { rows } = await sql<{ id: OutboundId; number: string; isVoid: boolean }>`
    select o.id, o.number, p.status = 'cancelled' as "isVoid"
    from supply.parcels p join supply.outbounds o on o.id = p.outbound_id and o.shop_id = p.shop_id
    where p.shop_id = ${tx.shopId} and p.waybill_number = ${code} and o.warehouse_id = ${warehouseId}
    order by p.status = 'cancelled' limit 1`.execute(tx.db)
  return rows[0]
}

function whyNot(
  { status, carrier, number }: Outbound,
  expected: string,
): { reason: string; details: Record<string, unknown> } | undefined {
  if (status === 'handed_over') return { reason: 'already_handed_over', details: { number } }
  if (carrier !== expected) return { reason: 'other_carrier', details: { expected: carrier } }
  return status === 'weighed' ? undefined : { reason: 'not_weighed', details: { number } }
}

/** The goods of a weighed outbound leave the house, with all that follows from it. */
export async function dispatch(tx: Tx, outbound: Outbound): Promise<void> {
  const { id, sourceId, warehouseId, box, number } = outbound
  const taken = (await picksOf(tx, id)).filter(({ picked }) => picked > 0)
  await advanceOutbound(tx, id, 'handOver', { handed_over_at: tx.now })
  const parcel = await closeParcel(tx, outbound, taken)
  await publish(tx, { type: 'shipment.dispatched', aggregate: 'outbound', id, data: dispatchedData(outbound, parcel) })
  if (isProperty(outbound)) return
  await postCost(tx, outbound)
  const { id: binId } = await packingBinOf(tx, warehouseId)
  const lines: DispatchLine[] = outbound.lines
    .filter(({ picked }) => picked > 0)
    .map((line) => ({
      lineId: line.sourceLineId,
      variantId: line.variantId,
      lots: taken
        .filter(({ lineId }) => lineId === line.id)
        .map(({ lotId, picked }) => ({ lotId, binId, quantity: picked })),
    }))
  await dispatchStock(tx, { holder: sourceId, warehouseId, box, lines, causeId: id, reason: number })
}

async function closeParcel(tx: Tx, { id, lines }: Outbound, taken: readonly StoredPick[]): Promise<Parcel> {
  const parcelId: ParcelId = (await parcelOfOutbound(tx, id))!.id
  const byLot = new Map<
    string,
    { lineId: string; sourceLineId: string; variantId: string; lotId: string; quantity: number }
  >()
  for (const { lineId, variantId, lotId, picked } of taken) {
    const key = `${lineId} ${lotId}`
    const { sourceLineId } = lines.find((line) => line.id === lineId)!
    byLot.set(key, { lineId, sourceLineId, variantId, lotId, quantity: picked + (byLot.get(key)?.quantity ?? 0) })
  }
  await fillParcel(tx, { parcelId, lines: [...byLot.values()] })
  return parcelDispatched(tx, parcelId)
}

const dispatchedData = ({ id, sourceId, carrier, lines }: Outbound, { id: parcelId, waybillNumber }: Parcel) => ({
  sourceId,
  outboundId: id,
  parcelId,
  carrier,
  waybillNumber,
  lines: lines
    .filter(({ picked }) => picked > 0)
    .map(({ id: lineId, sourceLineId, picked }) => ({ lineId, sourceLineId, quantity: picked })),
})

/** Cost of goods sold, at what each variant costs now; what is sent a second time for nothing is a loss. */
async function postCost(tx: Tx, { id, source, lines }: Outbound): Promise<void> {
  const items = await saleItemsOf(
    tx,
    lines.map(({ variantId }) => variantId),
  )
  const costs = lines.flatMap(({ variantId, picked }) => {
    const cost = items.get(variantId)?.cost
    return cost ? [times(cost, picked)] : []
  })
  if (costs.length > 0)
    await post(tx, {
      debit: source === 'reshipment' ? 'stock_losses' : 'cost_of_goods',
      credit: 'goods_in_stock',
      amount: sum(costs),
      cause: 'dispatch',
      causeId: id,
    })
}
