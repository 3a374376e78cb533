import { sql } from 'kysely'
import { piecesIn } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import { changeLevels } from './level-store.ts'
import { lotIsSellable } from './lot-store.ts'
import type { BinId, LotId, WarehouseId } from './model.ts'
import { writeMovements } from './movement-store.ts'
import { mustTake } from './pick-stock.ts'
import { lotNotSellable, notReserved } from './stock.ts'
import { shopToday } from './warehouse-store.ts'

export interface DispatchLine {
  readonly lineId: string
  readonly variantId: VariantId
  readonly lots: readonly { readonly lotId: LotId; readonly binId: BinId; readonly quantity: number }[]
}

export interface DispatchStock {
  readonly holder: string
  readonly warehouseId: WarehouseId
  /** The number of the box that leaves; 0 unless told. */
  readonly box?: number
  readonly lines: readonly DispatchLine[]
  /** The outbound: it leaves once, a repeat changes nothing. */
  readonly causeId: string
  readonly reason?: string
}

/**
 * Goods leave the house: the holder's reservations are used up, on hand and reserved go down together, the packing bins are emptied.
 * All lines or none.
 *
 * @throws notReserved when a line's reservation does not match what is shipped
 * @throws lotNotSellable for a lot that has expired or was blocked since it was picked
 */
export async function dispatchStock(
  tx: Tx,
  { holder, warehouseId, box = 0, lines, causeId, reason = '' }: DispatchStock,
): Promise<void> {
  const slots = sumSlots(lines)
  await mustAllBeSellable(
    tx,
    slots.map(({ lotId }) => lotId),
  )
  const written = await writeMovements(
    tx,
    slots.map((slot) => ({
      ...slot,
      warehouseId,
      quantity: -slot.quantity,
      sellable: true,
      kind: 'dispatch' as const,
      cause: 'outbound',
      causeId,
      reason,
    })),
  )
  if (written.length === 0) return
  const deltas = lines.map((line) => ({
    variantId: line.variantId,
    warehouseId,
    onHand: -piecesOf(line),
    reserved: -piecesOf(line),
  }))
  const changes = await changeLevels(tx, deltas)
  if (!changes) throw notReserved({ holder, lineId: lines[0]?.lineId ?? '', quantity: piecesOf(lines[0]!) })
  for (const line of lines)
    await consume(tx, { holder, warehouseId, box, lineId: line.lineId, quantity: piecesOf(line) })
  await mustTake(tx, slots)
}

const piecesOf = ({ lots }: DispatchLine): number => piecesIn(lots)

/** Two lines of one variant may come from the same lot and bin: they leave in one movement. */
function sumSlots(lines: readonly DispatchLine[]) {
  const slots = new Map<string, { binId: BinId; lotId: LotId; variantId: VariantId; quantity: number }>()
  for (const { variantId, lots } of lines)
    for (const { lotId, binId, quantity } of lots) {
      const key = `${binId} ${lotId} ${variantId}`
      slots.set(key, { binId, lotId, variantId, quantity: quantity + (slots.get(key)?.quantity ?? 0) })
    }
  return [...slots.values()]
}

async function consume(
  tx: Tx,
  {
    holder,
    warehouseId,
    box,
    lineId,
    quantity,
  }: { holder: string; warehouseId: WarehouseId; box: number; lineId: string; quantity: number },
): Promise<void> {
  const { rows } = await sql`
    update supply.reservations set status = 'consumed', ended_at = ${tx.now}, expires_at = null
    where shop_id = ${tx.shopId} and holder_id = ${holder} and line_id = ${lineId} and warehouse_id = ${warehouseId} and box = ${box}
      and status = 'held' and quantity = ${quantity}
    returning id`.execute(tx.db)
  if (rows.length !== 1) throw notReserved({ holder, lineId, quantity })
}

async function mustAllBeSellable(tx: Tx, lotIds: readonly LotId[]): Promise<void> {
  const today = await shopToday(tx)
  const rows = await tx.db
    .selectFrom('supply.lots')
    .select(['id', 'number', 'status', 'expires_on'])
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', [...new Set(lotIds)])
    .forShare()
    .execute()
  const bad = rows.find((row) => !lotIsSellable({ status: row.status as 'released', expiresOn: row.expires_on }, today))
  if (bad) throw lotNotSellable({ lotId: bad.id as LotId, number: bad.number })
}
