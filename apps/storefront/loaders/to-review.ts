import { reviewable } from '#care/reviews'
import { knownShop } from '#office/shops'
import type { AccountId, Context } from '#platform/context'
import { type OwnOrder, shopsBoughtFrom } from '#sales/orders'

/** What a shopper received lately and may still review, in all shops, the latest receipt of each shop first. A few statements for each shop. */
export async function ordersToReview(ctx: Context, customerId: AccountId): Promise<OwnOrder[]> {
  const shopIds = await shopsBoughtFrom(ctx, customerId)
  const found = await Promise.all(
    shopIds.map(async (shopId) => {
      const there = { ...ctx, shopId }
      const [shop, open] = await Promise.all([knownShop(there), reviewable(there, { customerId })])
      return open.map(({ order }) => ({ ...order, shop }))
    }),
  )
  return found.flat()
}
