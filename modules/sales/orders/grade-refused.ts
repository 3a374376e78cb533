import { piecesIn } from '#kernel/quantity'
import type { CashParcel } from '#model/sales/collections'
import type { Grade } from '#model/supply/inventory'
import type { ParcelId } from '#model/supply/shipping'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { isCashParcel, lockCash, markGraded } from '#sales/collections'
import { loadParcel, parcelLinesOf, parcelNotFound } from '#supply/shipping'
import { putReturnAway, receiveReturn } from '#supply/warehouse'
import { recordReturn } from './after-sales.ts'
import type { Order, OrderLineId } from './model.ts'
import { gradeOfLineMissing, notRefused } from './order.ts'
import { linesOf } from './order-store.ts'
import { ordersUnder } from './shipment-store.ts'

export interface GradeRefused {
  readonly parcelId: ParcelId
  /** How the pieces of each order line in the box were found. */
  readonly grades: readonly { readonly lineId: OrderLineId; readonly grade: Grade }[]
}

interface InBox {
  readonly boxLineId: string
  readonly lineId: OrderLineId
  readonly variantId: Parameters<typeof receiveReturn>[1]['variantId']
  readonly quantity: number
}

/**
 * A box that was refused at the door is opened: what is in it comes back into stock by its grade, as new on sale again, flawed into quarantine, unusable
 * written off. Its order owes nothing already. Doing it again changes nothing.
 *
 * @throws parcelNotFound when it carried no cash, notRefused unless it is one that came back, gradeOfLineMissing naming the line
 */
export function gradeRefused(ctx: Context, { parcelId, grades }: GradeRefused): Promise<void> {
  return transaction(ctx, async (tx) => {
    const parcel = await lockCash(tx, parcelId)
    if (!parcel) throw parcelNotFound({ parcelId })
    if (parcel.status !== 'returned') throw notRefused({ parcelId })
    if (!(await markGraded(tx, parcelId))) return
    const inside = await insideOf(tx, parcelId)
    const gradeOf = new Map(grades.map(({ lineId, grade }) => [lineId, grade]))
    const missing = inside.find(({ lineId }) => !gradeOf.has(lineId))
    if (missing) throw gradeOfLineMissing({ field: `grades.${missing.lineId}` })
    for (const order of await ordersUnder(tx, parcel.sourceId)) await countBack(tx, order, inside)
    const { outboundId } = parcel
    for (const each of inside) await takeIn(tx, { ...each, outboundId, grade: gradeOf.get(each.lineId)! })
  })
}

/** The lines of a box, those of several lots as one, in the order in which stock rows are locked. */
async function insideOf(reader: Reader, parcelId: ParcelId): Promise<InBox[]> {
  const byLine = Map.groupBy(await parcelLinesOf(reader, parcelId), ({ lineId }) => lineId)
  return [...byLine]
    .map(([boxLineId, lots]) => ({
      boxLineId,
      lineId: lots[0]!.sourceLineId as OrderLineId,
      variantId: lots[0]!.variantId as InBox['variantId'],
      quantity: piecesIn(lots),
    }))
    .toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))
}

/** What lies in a box that carries cash, for whoever opens it. @throws parcelNotFound */
export async function insideRefused(reader: Reader, parcelId: ParcelId) {
  if (!(await isCashParcel(reader, parcelId))) throw parcelNotFound({ parcelId })
  const { sourceId } = await loadParcel(reader, parcelId)
  const lines = (await Promise.all((await ordersUnder(reader, sourceId)).map((order) => linesOf(reader, order)))).flat()
  return (await insideOf(reader, parcelId)).flatMap(({ lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId)
    return line ? [{ lineId, sku: line.sku, name: line.name, quantity }] : []
  })
}

async function countBack(tx: Tx, order: Order, inside: readonly InBox[]): Promise<void> {
  const own = new Set((await linesOf(tx, order)).map(({ id }) => id))
  const lines = inside.filter(({ lineId }) => own.has(lineId)).map(({ lineId, quantity }) => ({ lineId, quantity }))
  if (lines.length > 0) await recordReturn(tx, { orderId: order.id, lines })
}

interface Graded extends InBox, Pick<CashParcel, 'outboundId'> {
  readonly grade: Grade
}

async function takeIn(tx: Tx, { boxLineId, lineId, outboundId, variantId, quantity, grade }: Graded): Promise<void> {
  await receiveReturn(tx, { sourceLineId: lineId, outboundId, variantId, quantity, causeId: boxLineId })
  await putReturnAway(tx, { causeId: boxLineId, grade })
}
