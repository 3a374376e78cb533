import { saleItemsOf } from '#goods/catalog'
import type { VariantId } from '#model/goods/catalog'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { remembered } from '#platform/remembered'
import { variantNotFound } from './stock.ts'

const knownHot = remembered(async (reader: Reader): Promise<ReadonlySet<VariantId>> => {
  const rows = await reader.db
    .selectFrom('supply.hot_variants')
    .select('variant_id')
    .where('shop_id', '=', reader.shopId)
    .execute()
  return new Set(rows.map((row) => row.variant_id as VariantId))
})

/** The variants that staff have marked as hot: wanted by very many at the same moment. As old as three seconds in another process. */
export const hotVariants = (reader: Reader): Promise<ReadonlySet<VariantId>> => knownHot(reader)

export interface MarkHot {
  readonly variantId: VariantId
  readonly hot: boolean
}

/**
 * Marks a variant as hot, or no longer; the other processes see it within three seconds. Either is safe while it is being sold.
 * @throws variantNotFound
 */
export function markHot(ctx: Context, { variantId, hot }: MarkHot): Promise<void> {
  return transaction(ctx, async (tx) => {
    if (!(await saleItemsOf(tx, [variantId])).has(variantId)) throw variantNotFound({ variantId, field: 'id' })
    knownHot.forget(tx)
    const changed = hot
      ? await tx.db
          .insertInto('supply.hot_variants')
          .values({ shop_id: tx.shopId, variant_id: variantId, since: tx.now })
          .onConflict((conflict) => conflict.doNothing())
          .returning('variant_id')
          .execute()
      : await tx.db
          .deleteFrom('supply.hot_variants')
          .where('shop_id', '=', tx.shopId)
          .where('variant_id', '=', variantId)
          .returning('variant_id')
          .execute()
    if (changed.length === 0) return
    await publish(tx, {
      type: 'stock.hot_marked',
      aggregate: 'variant',
      id: variantId,
      data: { before: !hot, after: hot },
    })
  })
}
