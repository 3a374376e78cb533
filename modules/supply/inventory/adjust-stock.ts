import { saleItemsOf } from '#goods/catalog'
import { times } from '#kernel/money'
import type { VariantId } from '#model/goods/catalog'
import { post } from '#office/ledger'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { changeBins, type Slot } from './bin-store.ts'
import { mustNotBeOnTheWay } from './carry-stock.ts'
import { leavePromise } from './leave-promise.ts'
import { changeLevels, ensureLevels } from './level-store.ts'
import { loadLot, mustBeSellable } from './lot-store.ts'
import { type Bin, type BinId, isSellable, type LotId } from './model.ts'
import { writeMovements } from './movement-store.ts'
import { lotNotFound, noChange, notSoMany, reasonMissing, stockMoved } from './stock.ts'
import { tellListing } from './tell-listing.ts'
import { loadBin, shopToday } from './warehouse-store.ts'

export interface AdjustStock {
  readonly binId: BinId
  readonly lotId: LotId
  readonly variantId: VariantId
  /** Pieces more (positive) or fewer (negative) than the books say. */
  readonly change: number
  readonly reason: string
  /** A new id per correction, made by the caller: the same one counts once. */
  readonly causeId: string
  /** What the bin was thought to hold when somebody counted; the correction is refused when it has moved since. */
  readonly seen?: number
}

/**
 * Corrects what lies in a bin, with its reason. A shortage that hits promised goods releases the newest reservations.
 * @throws reasonMissing, noChange, stockMoved, notSoMany when fewer lie there (or are free), binNotFound, lotNotFound
 */
export function adjustStock(ctx: Context, input: AdjustStock): Promise<void> {
  if (input.reason.trim() === '') throw reasonMissing({ field: 'reason' })
  return transaction(ctx, async (tx) => {
    const { binId, lotId, variantId, change, reason, causeId } = input
    await mustNotBeOnTheWay(tx, binId, 'binId')
    await correctStock(tx, { binId, lotId, variantId, change, reason, cause: 'adjustment', causeId })
    if (input.seen !== undefined) await mustHaveBeen(tx, input, { seen: input.seen, change })
    await publish(tx, {
      type: 'stock.adjusted',
      aggregate: 'variant',
      id: variantId,
      data: { binId, lotId, change, reason },
    })
  })
}

/** The slot's row is locked by the correction, so what it holds now less the change is what it held when we came. */
async function mustHaveBeen(
  tx: Tx,
  { binId, lotId, variantId }: Slot,
  { seen, change }: { seen: number; change: number },
): Promise<void> {
  const row = await tx.db
    .selectFrom('supply.bin_stock')
    .select('quantity')
    .where('shop_id', '=', tx.shopId)
    .where('bin_id', '=', binId)
    .where('lot_id', '=', lotId)
    .where('variant_id', '=', variantId)
    .executeTakeFirst()
  const actual = (row?.quantity ?? 0) - change
  if (actual !== seen) throw stockMoved({ seen, actual, field: 'seen' })
}

export interface CorrectStock extends Slot {
  readonly change: number
  readonly reason: string
  readonly cause: string
  readonly causeId: string
  readonly spare?: string
  /** The missing pieces had been set aside for a picker; that is given up in the same step. */
  readonly wasAllocated?: boolean
}

/** The building block of every correction: movement, level, bin and books together. A cause counts once. @throws notSoMany, noChange */
export async function correctStock(tx: Tx, input: CorrectStock): Promise<void> {
  const { change, reason, cause, causeId, wasAllocated = false } = input
  if (!Number.isInteger(change) || change === 0) throw noChange({ field: 'change' })
  const slot: Slot = { binId: input.binId, lotId: input.lotId, variantId: input.variantId }
  const bin = await loadBin(tx, slot.binId)
  await mustFit(tx, slot, { bin, change })

  const movement = {
    ...slot,
    warehouseId: bin.warehouseId,
    quantity: change,
    sellable: isSellable(bin.zone),
    kind: 'adjust' as const,
    cause,
    causeId,
    reason,
  }
  const [movementId] = await writeMovements(tx, [movement])
  if (!movementId) return
  await changePromise(tx, input, bin)
  const held = await changeBins(tx, [{ ...slot, quantity: change, allocated: wasAllocated ? change : 0 }])
  if (!held) throw notSoMany({ ...slot, wanted: -change, field: 'change' })
  await postCorrection(tx, { variantId: slot.variantId, change, movementId })
}

async function mustFit(
  tx: Tx,
  { lotId, variantId }: Slot,
  { bin, change }: { bin: Bin; change: number },
): Promise<void> {
  const lot = await loadLot(tx, lotId)
  if (lot.variantId !== variantId) throw lotNotFound({ lotId, field: 'lotId' })
  if (change > 0 && isSellable(bin.zone)) mustBeSellable(lot, await shopToday(tx))
}

async function changePromise(
  tx: Tx,
  { binId, lotId, variantId, change, cause, spare }: CorrectStock,
  { warehouseId, zone }: Bin,
): Promise<void> {
  await ensureLevels(tx, [{ variantId, warehouseId }])
  if (!isSellable(zone)) return
  if (change < 0) return leavePromise(tx, { binId, lotId, variantId, warehouseId, quantity: -change, cause, spare })
  await tellListing(tx, (await changeLevels(tx, [{ variantId, warehouseId, onHand: change }])) ?? [])
}

async function postCorrection(
  tx: Tx,
  { variantId, change, movementId }: { variantId: VariantId; change: number; movementId: string },
): Promise<void> {
  const cost = (await saleItemsOf(tx, [variantId])).get(variantId)?.cost
  if (!cost) return
  const accounts =
    change < 0
      ? ({ debit: 'stock_losses', credit: 'goods_in_stock' } as const)
      : ({ debit: 'goods_in_stock', credit: 'stock_losses' } as const)
  await post(tx, { ...accounts, amount: times(cost, Math.abs(change)), cause: 'stock_movement', causeId: movementId })
}
