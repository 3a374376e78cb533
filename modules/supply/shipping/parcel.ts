import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import type { Reader, Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { Parcel, ParcelId } from './model.ts'
import { advanceParcel, parcelNotFound, parcelOfOutbound } from './parcel-store.ts'

export interface CreateParcel {
  readonly outboundId: string
  readonly sourceId: string
  readonly carrier: string
  /** What the courier collects, in minor units of the shop's currency; nothing unless said. */
  readonly collectMinor?: number
}

/** Announces a parcel for an outbound, so that its waybill is fetched while the goods are picked. A repeat returns the same parcel. */
export async function createParcel(
  tx: Tx,
  { outboundId, sourceId, carrier, collectMinor = 0 }: CreateParcel,
): Promise<Parcel> {
  const earlier = await parcelOfOutbound(tx, outboundId)
  if (earlier) return earlier
  const id = newId<'Parcel'>()
  await tx.db
    .insertInto('supply.parcels')
    .values({
      id,
      shop_id: tx.shopId,
      number: documentNumber('PK', dayIn(tx.now, 'Asia/Shanghai')),
      outbound_id: outboundId,
      source_id: sourceId,
      carrier,
      collect_minor: collectMinor,
      created_at: tx.now,
    })
    .execute()
  await publish(tx, { type: 'parcel.announced', aggregate: 'parcel', id, data: { parcelId: id, outboundId, sourceId } })
  return (await parcelOfOutbound(tx, outboundId))!
}

export interface ParcelLine {
  readonly lineId: string
  readonly sourceLineId: string
  readonly variantId: string
  readonly lotId: string
  readonly quantity: number
}

/** Records what lies in the box, lot by lot. */
export async function fillParcel(
  tx: Tx,
  { parcelId, lines }: { parcelId: ParcelId; lines: readonly ParcelLine[] },
): Promise<void> {
  if (lines.length === 0) return
  await tx.db
    .insertInto('supply.parcel_lines')
    .values(
      lines.map((line) => ({
        id: newId(),
        shop_id: tx.shopId,
        parcel_id: parcelId,
        line_id: line.lineId,
        source_line_id: line.sourceLineId,
        variant_id: line.variantId,
        lot_id: line.lotId,
        quantity: line.quantity,
      })),
    )
    .onConflict((conflict) => conflict.columns(['shop_id', 'parcel_id', 'line_id', 'lot_id']).doNothing())
    .execute()
}

/** What is in a parcel. */
export async function parcelLinesOf(reader: Reader, parcelId: ParcelId): Promise<ParcelLine[]> {
  const rows = await reader.db
    .selectFrom('supply.parcel_lines')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('parcel_id', '=', parcelId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    lineId: row.line_id,
    sourceLineId: row.source_line_id,
    variantId: row.variant_id,
    lotId: row.lot_id,
    quantity: row.quantity,
  }))
}

/** Records weight and postage as read with the courier. @throws parcelNotFound */
export async function recordWeight(
  tx: Tx,
  { parcelId, weightGrams, postageMinor }: { parcelId: ParcelId; weightGrams: number; postageMinor?: number },
): Promise<void> {
  const row = await tx.db
    .updateTable('supply.parcels')
    .set({ weight_grams: weightGrams, postage_minor: postageMinor ?? null })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', parcelId)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw parcelNotFound({ parcelId })
}

/** The courier has it: from now on tracking counts. @throws parcelCannot without a waybill number */
export async function parcelDispatched(tx: Tx, parcelId: ParcelId): Promise<Parcel> {
  const parcel = await advanceParcel(tx, parcelId, 'handOver', { handed_over_at: tx.now, tracked_at: tx.now })
  await publish(tx, {
    type: 'parcel.handed_over',
    aggregate: 'parcel',
    id: parcelId,
    data: { parcelId, sourceId: parcel.sourceId },
  })
  return parcel
}

/** Gives a parcel up before it is handed over: its waybill number is given back. @throws parcelCannot afterwards */
export async function cancelParcel(tx: Tx, parcelId: ParcelId): Promise<void> {
  const parcel = await advanceParcel(tx, parcelId, 'cancel')
  await publish(tx, {
    type: 'parcel.cancelled',
    aggregate: 'parcel',
    id: parcelId,
    data: {
      parcelId,
      sourceId: parcel.sourceId,
      carrier: parcel.carrier,
      waybillNumber: parcel.waybillNumber,
      parcelNumber: parcel.number,
    },
  })
}
