import { sql } from 'kysely'
import { pieces, piecesIn } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { BinId, Grade, LotId, WarehouseId } from '#model/supply/inventory'
import type { Tx } from '#platform/context'
import {
  carryStock,
  correctStock,
  firstBin,
  lotIsSellableNow,
  type MovedSlot,
  movedBy,
  receiveStock,
  usualBin,
} from '#supply/inventory'
import { nothingReturned, notShipped } from './outbound.ts'

export interface ReceiveReturn {
  /** The order line that was shipped: it tells warehouse and lots. */
  readonly sourceLineId: string
  readonly variantId: VariantId
  readonly quantity: number
  /** The case line: a return is received once per cause. */
  readonly causeId: string
  /** The box it left in, where that is known: the same line may have left in others, from elsewhere. */
  readonly outboundId?: string
  /** Where it came back to, if not where it was shipped from. */
  readonly warehouseId?: WarehouseId
  readonly reason?: string
}

/**
 * Takes returned goods into the returns bin, in the lots they were shipped in. They are in the house and not on sale until they are put away.
 * Repeating a cause changes nothing.
 *
 * @throws notShipped when the line has not shipped that many
 */
export async function receiveReturn(
  tx: Tx,
  { sourceLineId, outboundId, variantId, quantity, causeId, warehouseId, reason }: ReceiveReturn,
): Promise<void> {
  const shipped = await lotsShipped(tx, { sourceLineId, outboundId, warehouseId })
  if (piecesIn(shipped) < pieces(quantity)) throw notShipped({ sourceLineId })
  for (const { lotId, quantity: part, ...from } of firstOf(shipped, quantity)) {
    const to = warehouseId ?? from.warehouseId
    const { id: binId } = await firstBin(tx, to, 'returns')
    await receiveStock(tx, {
      warehouseId: to,
      binId,
      variantId,
      quantity: part,
      lot: { id: lotId },
      cause: 'return',
      causeId,
      kind: 'return',
      reason,
    })
  }
}

/** The first so many pieces, lot by lot. */
function firstOf<Lot extends { readonly quantity: number }>(lots: readonly Lot[], quantity: number): Lot[] {
  let left = quantity
  return lots.flatMap((lot) => {
    const part = Math.min(left, lot.quantity)
    left -= part
    return part > 0 ? [{ ...lot, quantity: part }] : []
  })
}

async function lotsShipped(
  tx: Tx,
  { sourceLineId, outboundId, warehouseId }: Pick<ReceiveReturn, 'sourceLineId' | 'outboundId' | 'warehouseId'>,
): Promise<{ warehouseId: WarehouseId; lotId: LotId; quantity: number }[]> {
  const { rows } = await sql<{ warehouseId: WarehouseId; lotId: LotId; quantity: number }>`
    select coalesce(${warehouseId ?? null}::uuid, o.warehouse_id) as "warehouseId", p.lot_id as "lotId", sum(p.picked)::int as quantity
    from supply.outbound_lines l
    join supply.outbounds o on o.id = l.outbound_id and o.status = 'handed_over'
    join supply.picks p on p.shop_id = l.shop_id and p.line_id = l.id and p.picked > 0
    where l.shop_id = ${tx.shopId} and l.source_line_id = ${sourceLineId} ${outboundId ? sql`and o.id = ${outboundId}` : sql``}
    group by 1, 2 order by 1, 2`.execute(tx.db)
  return rows
}

export interface PutReturnAway {
  /** The same case line as in `receiveReturn`. */
  readonly causeId: string
  readonly grade: Grade
  /** All that came back for the cause unless told. */
  readonly quantity?: number
  /** The shelf; otherwise the one where this variant usually lies. */
  readonly toBinId?: BinId
  readonly reason?: string
}

export interface PutAway {
  readonly restocked: number
  readonly quarantined: number
  readonly scrapped: number
}

/**
 * Puts returned goods away by grade (INV-07): as new back on sale, flawed or wrong goods into quarantine, unusable ones written off as a loss.
 * As-new goods of an expired or blocked lot go to quarantine. A cause puts away once per grade.
 *
 * @throws nothingReturned when nothing, or not so many, came back for the cause
 */
export async function putReturnAway(tx: Tx, input: PutReturnAway): Promise<PutAway> {
  const came = (await movedBy(tx, { cause: 'return', causeId: input.causeId })).filter(({ quantity }) => quantity > 0)
  const most = piecesIn(came)
  const wanted = input.quantity === undefined ? most : pieces(input.quantity)
  if (wanted === 0 || wanted > most) throw nothingReturned({ causeId: input.causeId })
  const done = { restocked: 0, quarantined: 0, scrapped: 0 }
  for (const slot of firstOf(came, wanted)) done[await putAway(tx, slot, input)] += slot.quantity
  return done
}

async function putAway(
  tx: Tx,
  { warehouseId, ...slot }: MovedSlot,
  { grade, causeId, toBinId, reason = '' }: PutReturnAway,
): Promise<keyof PutAway> {
  const shared = { ...slot, cause: `return_${grade}`, causeId, reason }
  if (grade === 'unusable') {
    await correctStock(tx, { ...shared, change: -slot.quantity })
    return 'scrapped'
  }
  const backOnSale = grade === 'as_new' && (await lotIsSellableNow(tx, slot.lotId))
  const target = backOnSale
    ? (toBinId ?? (await usualBin(tx, { warehouseId, variantId: slot.variantId })).id)
    : (await firstBin(tx, warehouseId, 'quarantine')).id
  await carryStock(tx, { ...shared, toBinId: target, kind: 'move' })
  return backOnSale ? 'restocked' : 'quarantined'
}
