import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import type { BinId, LotId, WarehouseId } from '#model/supply/inventory'
import type { Reader, Tx } from '#platform/context'
import { type Allocated, allocatePicks } from '#supply/inventory'
import type { Outbound, OutboundId, OutboundLineId, Pick, PickId } from './model.ts'
import { openPieces } from './outbound.ts'

/** A pick with the ids that stock is moved by. */
export interface StoredPick extends Pick {
  readonly binId: BinId
  readonly lotId: LotId
}

/** The picks of an outbound that count, along the path through the hall; what expires first comes first in a bin. */
export async function picksOf(reader: Reader, outboundId: OutboundId): Promise<StoredPick[]> {
  const { rows } = await sql<StoredPick>`
    select p.id, p.line_id as "lineId", p.bin_id as "binId", b.code as bin, p.lot_id as "lotId", t.number as lot, t.expires_on as "expiresOn",
      p.variant_id as "variantId", l.sku, l.barcode, l.name, l.specification, p.quantity, p.picked, p.status
    from supply.picks p
    join supply.outbound_lines l on l.id = p.line_id
    join supply.bins b on b.id = p.bin_id
    join supply.lots t on t.shop_id = p.shop_id and t.id = p.lot_id
    where p.shop_id = ${reader.shopId} and p.outbound_id = ${outboundId} and p.status <> 'cancelled'
    order by b.path_order, b.code, t.expires_on nulls last, p.id`.execute(reader.db)
  return rows
}

/**
 * An outbound is made anew: its old picks count no more, and what they brought to the packing table lies there, in the books too, until somebody has put it back. The lines
 * are those by which it was picked.
 */
export async function leavePicks(tx: Tx, outboundId: OutboundId): Promise<void> {
  await sql`
    with ended as (
      update supply.picks set status = 'cancelled'
      where shop_id = ${tx.shopId} and outbound_id = ${outboundId} and status <> 'cancelled' returning *)
    insert into supply.left_goods (id, shop_id, outbound_id, line_id, bin_id, lot_id, variant_id, sku, barcode, name, specification, quantity)
    select p.id, p.shop_id, p.outbound_id, p.line_id, p.bin_id, p.lot_id, p.variant_id, l.sku, l.barcode, l.name, l.specification, p.picked
    from ended p join supply.outbound_lines l on l.shop_id = p.shop_id and l.id = p.line_id where p.picked > 0`.execute(
    tx.db,
  )
}

/** What earlier picks of an outbound left at the packing table, along the path back through the hall. */
export async function leftOf(reader: Reader, outboundId: OutboundId): Promise<StoredPick[]> {
  const { rows } = await sql<StoredPick>`
    select g.id, g.line_id as "lineId", g.bin_id as "binId", b.code as bin, g.lot_id as "lotId", t.number as lot, t.expires_on as "expiresOn",
      g.variant_id as "variantId", g.sku, g.barcode, g.name, g.specification, g.quantity, g.quantity as picked, 'done' as status
    from supply.left_goods g
    join supply.bins b on b.id = g.bin_id
    join supply.lots t on t.shop_id = g.shop_id and t.id = g.lot_id
    where g.shop_id = ${reader.shopId} and g.outbound_id = ${outboundId}
    order by b.path_order, b.code, t.expires_on nulls last, g.id`.execute(reader.db)
  return rows
}

/** Sets goods aside for what no pick covers yet. Answers how many pieces were found for each line. */
export async function addPicks(
  tx: Tx,
  {
    outboundId,
    warehouseId,
    lines,
    notFrom,
  }: {
    outboundId: OutboundId
    warehouseId: WarehouseId
    lines: readonly { lineId: OutboundLineId; variantId: VariantId; quantity: number }[]
    notFrom?: readonly BinId[]
  },
): Promise<Allocated[]> {
  if (lines.length === 0) return []
  const found = await allocatePicks(tx, { warehouseId, lines, notFrom })
  if (found.length === 0) return []
  await tx.db
    .insertInto('supply.picks')
    .values(
      found.map((slot) => ({
        id: newId(),
        shop_id: tx.shopId,
        outbound_id: outboundId,
        line_id: slot.lineId,
        bin_id: slot.binId,
        lot_id: slot.lotId,
        variant_id: slot.variantId,
        quantity: slot.quantity,
      })),
    )
    .execute()
  return found
}

/** Lines with pieces that no open pick leads to. */
export function uncovered(
  { lines }: { lines: Outbound['lines'] },
  picks: readonly Pick[],
): { lineId: OutboundLineId; variantId: VariantId; sku: string; quantity: number }[] {
  return lines.flatMap((line) => {
    const covered = picks
      .filter((pick) => pick.lineId === line.id && pick.status === 'open')
      .reduce((all, pick) => all + pick.quantity - pick.picked, 0)
    const quantity = openPieces(line) - covered
    return quantity > 0 ? [{ lineId: line.id, variantId: line.variantId, sku: line.sku, quantity }] : []
  })
}

/** Counts pieces taken and closes the pick when it is complete. */
export async function countPick(tx: Tx, pickId: PickId, quantity: number): Promise<void> {
  await sql`update supply.picks set picked = picked + ${quantity}::int, status = case when picked + ${quantity}::int = quantity then 'done' else 'open' end
    where shop_id = ${tx.shopId} and id = ${pickId} and status = 'open'`.execute(tx.db)
}

/** Closes an open pick with what was taken by it. */
export async function endPick(tx: Tx, { id, picked }: Pick): Promise<void> {
  await tx.db
    .updateTable('supply.picks')
    .set(picked > 0 ? { status: 'done', quantity: picked } : { status: 'cancelled' })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
}

/** Closes a pick that found less, or makes it smaller when the rest is still to be taken. */
export async function shortenPick(tx: Tx, { id, quantity, picked }: Pick, missing: number): Promise<void> {
  const ends = picked + missing === quantity
  await tx.db
    .updateTable('supply.picks')
    .set(
      ends
        ? { status: picked > 0 ? 'done' : 'short', quantity: picked > 0 ? picked : quantity }
        : { quantity: quantity - missing },
    )
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
}
