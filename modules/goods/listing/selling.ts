import { sql } from 'kysely'
import { lockProduct } from '#goods/catalog'
import { type ProductId, plainSelling, type Selling } from '#model/goods/catalog'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'

export interface ChangeSelling extends Selling {
  readonly productId: ProductId
}

/** How a listing is sold: open to every reduction and carrier while nobody said otherwise. */
export const sellingOf = async (reader: Reader, productId: ProductId): Promise<Selling> =>
  (await sellingOfEach(reader, [productId])).get(productId)!

/** The same for several listings, by product. One query. */
export async function sellingOfEach(
  reader: Reader,
  productIds: readonly ProductId[],
): Promise<Map<ProductId, Selling>> {
  const rows = await reader.db
    .selectFrom('goods.selling_strategies')
    .select(['product_id', 'joins_reductions', 'carriers', 'make_days'])
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', sql<string>`any(${productIds}::uuid[])`)
    .execute()
  const found = new Map<ProductId, Selling>(productIds.map((id) => [id, plainSelling]))
  for (const { product_id, joins_reductions, carriers, make_days } of rows)
    found.set(product_id as ProductId, { joinsReductions: joins_reductions, carriers, makeDays: make_days })
  return found
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
