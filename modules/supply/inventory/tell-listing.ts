import { sql } from 'kysely'
import { saleItemsOf } from '#goods/catalog'
import { stockCameBack, stockRanOut } from '#goods/listing'
import type { ProductStatus, VariantId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type LevelChange, totalsOf } from './level-store.ts'

/** Tells the listing room which variants have nothing left to sell and which have again, judging by all warehouses together. */
export async function tellListing(tx: Tx, changes: readonly LevelChange[]): Promise<void> {
  const suspects = changes.filter(({ available, change }) =>
    change < 0 ? available === 0 : change > 0 && available === change,
  )
  if (suspects.length === 0) return
  const totals = await totalsOf(
    tx,
    suspects.map(({ variantId }) => variantId),
  )
  const left = (variantId: VariantId) => totals.get(variantId) ?? 0
  const ids = [...new Set(suspects.map(({ variantId }) => variantId))].sort()
  const gained = (variantId: VariantId) =>
    changes.filter((one) => one.variantId === variantId).reduce((all, one) => all + one.change, 0)
  const ranOut = ids.filter((id) => left(id) === 0)
  const cameBack = ids.filter((id) => left(id) > 0 && left(id) === gained(id))
  if (ranOut.length > 0) await stockRanOut(tx, ranOut, totalsOf)
  if (cameBack.length > 0) await stockCameBack(tx, cameBack)
}

/**
 * Job. Two changes in different warehouses at the same moment each see the other's old quantity, so that nobody may have
 * noticed the last piece leave. What changed in the last minutes is told again from the committed numbers.
 */
export function tellListingAgain(ctx: Context): Promise<void> {
  return transaction(ctx, async (tx) => {
    const ids = await changedLately(tx)
    const [items, totals] = [await saleItemsOf(tx, ids), await totalsOf(tx, ids)]
    const stands = (status: ProductStatus, isLeft: boolean) =>
      ids.filter((id) => items.get(id)?.status === status && (totals.get(id) ?? 0) > 0 === isLeft)
    const [ranOut, cameBack] = [stands('on_sale', false), stands('delisted', true)]
    if (ranOut.length > 0) await stockRanOut(tx, ranOut, totalsOf)
    if (cameBack.length > 0) await stockCameBack(tx, cameBack)
  })
}

async function changedLately(tx: Tx): Promise<VariantId[]> {
  const { rows } = await sql<{ variant_id: VariantId }>`
    select distinct variant_id from supply.stock_levels
    where shop_id = ${tx.shopId} and updated_at > ${tx.now.subtract({ minutes: 3 })} order by 1`.execute(tx.db)
  return rows.map((row) => row.variant_id)
}
