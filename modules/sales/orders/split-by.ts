import type { WarehouseId } from '#model/supply/inventory'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { availableAt, loadWarehouse } from '#supply/inventory'
import { areSameBoxes, boxesOf, inBoxes, type Portion, packAs, portionsOf } from './boxes.ts'
import type { OrderBox, OrderId } from './model.ts'
import { packedOtherwise, splitChangesNothing } from './order.ts'
import { rehearse } from './rehearse.ts'
import { lockSplittable } from './split-order.ts'

/** Each line in a box of its own; or from another warehouse as much as it has. */
export type SplitWay = { readonly by: 'line' } | { readonly by: 'warehouse'; readonly warehouseId: WarehouseId }

export type SplitBy = SplitWay & { readonly orderId: OrderId }

/** What left together before, and what does now. */
export interface Repacked {
  readonly before: readonly OrderBox[]
  readonly after: readonly OrderBox[]
}

/**
 * Splits an order by a rule instead of by hand. Order and money stay one, and every piece stays set aside.
 *
 * @throws splitChangesNothing where the rule changes nothing; what `splitOrder` says of orders that are not split
 */
export const splitBy = (ctx: Context, split: SplitBy): Promise<Repacked> => transaction(ctx, (tx) => change(tx, split))

/** What the split would come to; nothing stays of it. */
export const previewSplit = (ctx: Context, split: SplitBy): Promise<Repacked> =>
  rehearse(ctx, (tx) => change(tx, split))

async function change(tx: Tx, split: SplitBy): Promise<Repacked> {
  const order = await lockSplittable(tx, split.orderId)
  const held = await portionsOf(tx, order)
  const [before, wanted] = [inBoxes(held), inBoxes(await wantedBy(tx, split, held))]
  if (areSameBoxes(before, wanted)) throw splitChangesNothing({ number: order.number })
  return { before, after: await boxesOf(tx, await packAs(tx, order, wanted, 'order.split')) }
}

async function wantedBy(tx: Tx, split: SplitWay, held: readonly Portion[]): Promise<Portion[]> {
  if (split.by === 'warehouse') return fromThere(tx, split.warehouseId, held)
  const lineIds = [...new Set(held.map(({ lineId }) => lineId))]
  return held.map((portion) => ({ ...portion, box: lineIds.indexOf(portion.lineId) }))
}

/** As many pieces as the warehouse has free come from there; the others stay where they are. */
async function fromThere(tx: Tx, warehouseId: WarehouseId, held: readonly Portion[]): Promise<Portion[]> {
  await loadWarehouse(tx, warehouseId)
  const free = new Map<string, number>()
  const wanted: Portion[] = []
  for (const portion of held) {
    const { variantId, quantity } = portion
    const left = free.get(variantId) ?? (await availableAt(tx, { variantId, warehouseId }))
    const pieces = portion.warehouseId === warehouseId ? 0 : Math.max(0, Math.min(quantity, left))
    free.set(variantId, left - pieces)
    wanted.push({ ...portion, warehouseId, quantity: pieces }, { ...portion, quantity: quantity - pieces })
  }
  return wanted.filter(({ quantity }) => quantity > 0)
}

export interface PackBack extends Repacked {
  readonly orderId: OrderId
}

/** Takes a split back: everything leaves as it did before it. @throws packedOtherwise when somebody changed it since; what `splitOrder` says */
export function packBack(ctx: Context, { orderId, before, after }: PackBack): Promise<Repacked> {
  return transaction(ctx, async (tx) => {
    const order = await lockSplittable(tx, orderId)
    if (!areSameBoxes(await boxesOf(tx, order), after)) throw packedOtherwise({ number: order.number })
    return { before: after, after: await boxesOf(tx, await packAs(tx, order, before, 'order.boxes_joined')) }
  })
}
