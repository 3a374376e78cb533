import { newId } from '#kernel/id'
import { pieces } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { changeBins, type Slot } from './bin-store.ts'
import { leavePromise } from './leave-promise.ts'
import { changeLevels } from './level-store.ts'
import { loadLot, mustBeSellable } from './lot-store.ts'
import { type Bin, type BinId, isSellable, type LotId, type MovementKind } from './model.ts'
import { writeMovements } from './movement-store.ts'
import { differentWarehouses, notSoMany, onTheWay } from './stock.ts'
import { tellListing } from './tell-listing.ts'
import { loadBin, shopToday } from './warehouse-store.ts'

export interface CarryStock extends Slot {
  readonly toBinId: BinId
  readonly quantity: number
  readonly kind: Extract<MovementKind, 'pick' | 'unpick' | 'move'>
  readonly cause: string
  readonly causeId: string
  readonly reason?: string
  /** The pieces were set aside for a picker in the bin they leave. */
  readonly wasAllocated?: boolean
  /** They stay set aside in the bin they come to. */
  readonly staysAllocated?: boolean
  /** Whose reservations are touched last when goods leave the promise. */
  readonly spare?: string
}

/**
 * Carries goods from one bin to another of the same warehouse: two movements that cancel each other out, and the promise follows
 * when one zone may sell and the other may not. A cause counts once.
 *
 * @throws differentWarehouses, notSoMany, lotNotSellable when expired or blocked goods would come (or stay) on sale
 */
export async function carryStock(tx: Tx, input: CarryStock): Promise<void> {
  const { binId, lotId, variantId, kind, cause, causeId, reason } = input
  const quantity = pieces(input.quantity)
  const [from, to] = [await loadBin(tx, binId), await loadBin(tx, input.toBinId, 'toBinId')]
  if (from.warehouseId !== to.warehouseId || from.id === to.id) throw differentWarehouses({ field: 'toBinId' })
  if (isSellable(to.zone)) mustBeSellable(await loadLot(tx, lotId), await shopToday(tx))

  const step = (bin: Bin, change: number) => ({
    binId: bin.id,
    lotId,
    variantId,
    warehouseId: bin.warehouseId,
    quantity: change,
    sellable: isSellable(bin.zone),
    kind,
    cause,
    causeId,
    reason,
  })
  const written = await writeMovements(tx, [step(from, -quantity), step(to, quantity)])
  if (written.length === 0) return
  await followPromise(tx, { ...input, quantity, from, to })
  const held = await changeBins(tx, [
    { binId: from.id, lotId, variantId, quantity: -quantity, allocated: input.wasAllocated ? -quantity : 0 },
    { binId: to.id, lotId, variantId, quantity, allocated: input.staysAllocated ? quantity : 0 },
  ])
  if (!held) throw notSoMany({ binId, lotId, variantId, wanted: quantity, field: 'quantity' })
}

async function followPromise(
  tx: Tx,
  { binId, lotId, variantId, quantity, cause, spare, from, to }: CarryStock & { from: Bin; to: Bin },
): Promise<void> {
  const { warehouseId } = from
  if (isSellable(from.zone) === isSellable(to.zone)) return
  if (isSellable(from.zone)) return leavePromise(tx, { binId, lotId, variantId, warehouseId, quantity, cause, spare })
  await tellListing(tx, (await changeLevels(tx, [{ variantId, warehouseId, onHand: quantity }])) ?? [])
}

/** Goods on the way belong to their transfer until it is received. @throws onTheWay */
export async function mustNotBeOnTheWay(tx: Tx, binId: BinId, field: string): Promise<void> {
  if ((await loadBin(tx, binId, field)).zone === 'transit') throw onTheWay({ field })
}

export interface MoveStock {
  readonly fromBinId: BinId
  readonly toBinId: BinId
  readonly lotId: LotId
  readonly variantId: VariantId
  readonly quantity: number
  readonly reason?: string
  /** Made by the caller: the same move counts once. */
  readonly causeId?: string
}

/** Moves goods by hand, such as from staging to a shelf or from a shelf into quarantine. @throws as carryStock; onTheWay */
export function moveStock(ctx: Context, { fromBinId, causeId = newId(), ...rest }: MoveStock): Promise<void> {
  return transaction(ctx, async (tx) => {
    await mustNotBeOnTheWay(tx, fromBinId, 'fromBinId')
    await mustNotBeOnTheWay(tx, rest.toBinId, 'toBinId')
    await carryStock(tx, { ...rest, binId: fromBinId, kind: 'move', cause: 'relocation', causeId })
  })
}
