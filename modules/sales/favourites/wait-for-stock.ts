import { saleItemsOf } from '#goods/catalog'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { availabilityOf, variantNotFound } from '#supply/inventory'
import { shopperOf, stillThere, tooManyWaits } from './favourite.ts'
import { keepsMore } from './keeps-more.ts'
import { favouriteLimits } from './model.ts'

/**
 * The shopper wants to be told, once and in the language of now, when a variant of this shop can be bought again. Asking again changes nothing.
 *
 * @throws variantNotFound for what was never sold here, stillThere when it can be bought, tooManyWaits, signInNeeded
 */
export async function waitForStock(ctx: Context, variantId: VariantId): Promise<void> {
  const customerId = shopperOf(ctx.actor)
  await transaction(ctx, async (tx) => {
    const item = (await saleItemsOf(tx, [variantId])).get(variantId)
    if (!item || !mayComeBack(item)) throw variantNotFound({ variantId, field: 'variantId' })
    if (await canBeBought(tx, item)) throw stillThere({ variantId, field: 'variantId' })
    const asked = await tx.db
      .insertInto('sales.stock_waits')
      .values({
        shop_id: tx.shopId,
        variant_id: variantId,
        customer_id: customerId,
        locale: tx.locale,
        asked_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('variant_id')
      .executeTakeFirst()
    const most = favouriteLimits.waits
    if (asked && (await keepsMore(tx, 'sales.stock_waits', customerId, most))) throw tooManyWaits({ most })
  })
}

/** What has run out is delisted, and sold again once staff say so. */
const mayComeBack = ({ active, status }: SaleItem): boolean => active || status === 'delisted'

const canBeBought = async (tx: Tx, { active, variantId }: SaleItem): Promise<boolean> =>
  active && ((await availabilityOf(tx, [variantId])).get(variantId) ?? 0) > 0

/** The shopper does not wait for it any longer. Of what was not waited for nothing changes. @throws signInNeeded */
export async function stopWaiting(ctx: Context, variantId: VariantId): Promise<void> {
  const customerId = shopperOf(ctx.actor)
  await transaction(ctx, async ({ db, shopId }) => {
    await db
      .deleteFrom('sales.stock_waits')
      .where('shop_id', '=', shopId)
      .where('variant_id', '=', variantId)
      .where('customer_id', '=', customerId)
      .execute()
  })
}
