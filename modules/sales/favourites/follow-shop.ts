import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { shopperOf, tooManyFollows } from './favourite.ts'
import { keepsMore } from './keeps-more.ts'
import { favouriteLimits } from './model.ts'

/** The shopper follows this shop. Following it again changes nothing. @throws tooManyFollows, signInNeeded */
export function followShop(ctx: Context): Promise<void> {
  const customerId = shopperOf(ctx.actor)
  return transaction(ctx, async (tx) => {
    const followed = await tx.db
      .insertInto('sales.follows')
      .values({ shop_id: tx.shopId, customer_id: customerId, followed_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('shop_id')
      .executeTakeFirst()
    const most = favouriteLimits.shops
    if (followed && (await keepsMore(tx, 'sales.follows', customerId, most))) throw tooManyFollows({ most })
  })
}

/** The shopper does not follow this shop any longer. @throws signInNeeded */
export function unfollowShop(ctx: Context): Promise<void> {
  const customerId = shopperOf(ctx.actor)
  return transaction(ctx, async ({ db, shopId }) => {
    await db.deleteFrom('sales.follows').where('shop_id', '=', shopId).where('customer_id', '=', customerId).execute()
  })
}
