import { productCardsOf, productNotFound, saleItemsOfProducts } from '#goods/catalog'
import type { ProductId } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { shopperOf, tooManyFavourites } from './favourite.ts'
import { keepsMore } from './keeps-more.ts'
import { favouriteLimits } from './model.ts'

/**
 * The shopper keeps a product of this shop, with what it costs now. Keeping it again changes nothing, not even that price.
 *
 * @throws productNotFound for a product that is not on sale here, tooManyFavourites, signInNeeded
 */
export async function keepFavourite(ctx: Context, productId: ProductId): Promise<void> {
  const customerId = shopperOf(ctx.actor)
  const isSold = (await saleItemsOfProducts(ctx, [productId])).some(({ active }) => active)
  const [card] = isSold ? await productCardsOf(ctx, [productId]) : []
  if (!card) throw productNotFound({ product: productId })
  await transaction(ctx, async (tx) => {
    const kept = await tx.db
      .insertInto('sales.favourites')
      .values({
        shop_id: tx.shopId,
        customer_id: customerId,
        product_id: productId,
        price_minor: card.from.minor,
        currency: card.from.currency,
        kept_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('product_id')
      .executeTakeFirst()
    const most = favouriteLimits.products
    if (kept && (await keepsMore(tx, 'sales.favourites', customerId, most))) throw tooManyFavourites({ most })
  })
}

/** The shopper does not keep it any longer. Of what was not kept nothing changes. @throws signInNeeded */
export function dropFavourite(ctx: Context, productId: ProductId): Promise<void> {
  const customerId = shopperOf(ctx.actor)
  return transaction(ctx, async ({ db, shopId }) => {
    await db
      .deleteFrom('sales.favourites')
      .where('shop_id', '=', shopId)
      .where('product_id', '=', productId)
      .where('customer_id', '=', customerId)
      .execute()
  })
}
