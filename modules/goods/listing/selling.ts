import { lockProduct } from '#goods/catalog'
import { type ProductId, plainSelling, type Selling } from '#model/goods/catalog'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'

export interface ChangeSelling extends Selling {
  readonly productId: ProductId
}

/** How a listing is sold: open to every reduction and carrier while nobody said otherwise. */
export async function sellingOf(reader: Reader, productId: ProductId): Promise<Selling> {
  const row = await reader.db
    .selectFrom('goods.selling_strategies')
    .select(['joins_reductions', 'carriers', 'make_days'])
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', productId)
    .executeTakeFirst()
  return row ? { joinsReductions: row.joins_reductions, carriers: row.carriers, makeDays: row.make_days } : plainSelling
}

/**
 * Says how a listing is sold from now on (CAT-10). Orders that were placed keep their price; a parcel that has no waybill yet
 * follows the new carriers. The same again changes nothing.
 * @throws productNotFound
 */
export function changeSelling(ctx: Context, { productId, ...wish }: ChangeSelling): Promise<Selling> {
  return transaction(ctx, async (tx) => {
    await lockProduct(tx, productId)
    const before = await sellingOf(tx, productId)
    const after: Selling = {
      joinsReductions: wish.joinsReductions,
      carriers: [...new Set(wish.carriers)].sort(),
      makeDays: wish.makeDays,
    }
    if (JSON.stringify(before) === JSON.stringify(after)) return before
    const values = {
      joins_reductions: after.joinsReductions,
      carriers: [...after.carriers],
      make_days: after.makeDays,
      updated_at: tx.now,
    }
    await tx.db
      .insertInto('goods.selling_strategies')
      .values({ shop_id: tx.shopId, product_id: productId, ...values })
      .onConflict((conflict) => conflict.columns(['shop_id', 'product_id']).doUpdateSet(values))
      .execute()
    await publish(tx, { type: 'product.selling_changed', aggregate: 'product', id: productId, data: { before, after } })
    return after
  })
}
