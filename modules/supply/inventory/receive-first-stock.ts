import { sql } from 'kysely'
import { saleItemsOf } from '#goods/catalog'
import { newId } from '#kernel/id'
import { times } from '#kernel/money'
import { pieces } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import { postAll } from '#office/ledger'
import type { Tx } from '#platform/context'
import { changeBins } from './bin-store.ts'
import { changeLevels, ensureLevels } from './level-store.ts'
import { lotColumns, mustBeSellable, toLot } from './lot-store.ts'
import { type BinId, isSellable, type Lot, type WarehouseId } from './model.ts'
import { type NewMovement, writeMovements } from './movement-store.ts'
import { binNotFound } from './stock.ts'
import { tellListing } from './tell-listing.ts'
import { loadBin, shopToday } from './warehouse-store.ts'

export interface ReceiveFirstStock {
  readonly warehouseId: WarehouseId
  readonly binId: BinId
  /** One lot number for all: what was there when the system took over has no other. */
  readonly lotNumber: string
  readonly lines: readonly { readonly variantId: VariantId; readonly quantity: number }[]
  readonly reason: string
}

/**
 * Takes over the stock of new variants, as many as an import brings, in a handful of statements; the same books, movements
 * and notices as `receiveStock`. Each variant is taken over once: repeating changes nothing.
 *
 * @throws binNotFound, lotNotSellable
 */
export async function receiveFirstStock(tx: Tx, input: ReceiveFirstStock): Promise<void> {
  const { warehouseId, binId, lotNumber, reason } = input
  const lines = input.lines.filter(({ quantity }) => quantity > 0).sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
  if (lines.length === 0) return
  const bin = await loadBin(tx, binId)
  if (bin.warehouseId !== warehouseId) throw binNotFound({ bin: bin.code, field: 'binId' })
  const lots = await ensureLots(
    tx,
    lines.map(({ variantId }) => variantId),
    lotNumber,
  )
  const sellable = isSellable(bin.zone)
  const today = await shopToday(tx)
  const movements = lines.map(({ variantId, quantity }): NewMovement => {
    const lot = lots.get(variantId)!
    if (sellable) mustBeSellable(lot, today)
    const slot = { binId, lotId: lot.id, variantId, warehouseId }
    return {
      ...slot,
      quantity: pieces(quantity),
      sellable,
      kind: 'receive',
      cause: 'import',
      causeId: variantId,
      reason,
    }
  })
  await takeIn(tx, await written(tx, await writeMovements(tx, movements), movements))
}

async function ensureLots(tx: Tx, variantIds: readonly VariantId[], number: string): Promise<Map<VariantId, Lot>> {
  await tx.db
    .insertInto('supply.lots')
    .values(
      variantIds.map((variantId) => ({
        id: newId(),
        shop_id: tx.shopId,
        variant_id: variantId,
        number,
        first_in_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.constraint('lots_variant_number').doNothing())
    .execute()
  const rows = await tx.db
    .selectFrom('supply.lots')
    .select(lotColumns)
    .where('shop_id', '=', tx.shopId)
    .where('variant_id', '=', sql<string>`any(${variantIds}::uuid[])`)
    .where('number', '=', number)
    .execute()
  return new Map(rows.map((row) => [row.variant_id as VariantId, toLot(row)]))
}

/** The movements that were not there before, with the ids of their rows. */
async function written(
  tx: Tx,
  ids: readonly string[],
  movements: readonly NewMovement[],
): Promise<(NewMovement & { id: string })[]> {
  const rows = await tx.db
    .selectFrom('supply.stock_movements')
    .select(['id', 'variant_id'])
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const byVariant = new Map(rows.map((row) => [row.variant_id, row.id]))
  return movements.flatMap((movement) => {
    const id = byVariant.get(movement.variantId)
    return id ? [{ ...movement, id }] : []
  })
}

async function takeIn(tx: Tx, movements: readonly (NewMovement & { id: string })[]): Promise<void> {
  if (movements.length === 0) return
  const deltas = movements
    .filter(({ sellable }) => sellable)
    .map(({ variantId, warehouseId, quantity }) => ({ variantId, warehouseId, onHand: quantity }))
  await ensureLevels(tx, movements)
  const changes = deltas.length > 0 ? await changeLevels(tx, deltas) : []
  await changeBins(tx, movements)
  const items = await saleItemsOf(
    tx,
    movements.map(({ variantId }) => variantId),
  )
  const booked = movements.flatMap(({ id, variantId, quantity }) => {
    const cost = items.get(variantId)?.cost
    return cost
      ? [
          {
            debit: 'goods_in_stock',
            credit: 'supplier_payables',
            amount: times(cost, quantity),
            cause: 'stock_movement',
            causeId: id,
          } as const,
        ]
      : []
  })
  await postAll(tx, booked)
  await tellListing(tx, changes ?? [])
}
