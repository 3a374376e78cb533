import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { ClockJob } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import { cartSettings } from './settings.ts'

/** Gives up guests' carts that nobody touched for long, and purchases begun with "buy now" and left. */
export async function abandonOldCarts(ctx: Context): Promise<number> {
  const { guestCartDays } = await readSettings(ctx, cartSettings)
  const daysAgo = (days: number) => ctx.now.subtract({ hours: days * 24 })
  return transaction(ctx, async (tx) => {
    const gone = await tx.db
      .updateTable('sales.carts')
      .set({ status: 'abandoned' })
      .where('shop_id', '=', tx.shopId)
      .where('status', '=', 'active')
      .where((eb) =>
        eb.or([
          eb.and([eb('customer_id', 'is', null), eb('updated_at', '<', daysAgo(guestCartDays))]),
          eb.and([eb('purpose', '=', 'buy_now'), eb('updated_at', '<', daysAgo(2))]),
        ]),
      )
      .returning('id')
      .execute()
    return gone.length
  })
}

/** Throws away carts that were given up long ago; at most a thousand a run. */
export async function deleteAbandonedCarts(ctx: Context): Promise<number> {
  const { abandonedCartDays } = await readSettings(ctx, cartSettings)
  return transaction(ctx, async (tx) => {
    const old = await tx.db
      .selectFrom('sales.carts')
      .select('id')
      .where('shop_id', '=', tx.shopId)
      .where('status', '=', 'abandoned')
      .where('updated_at', '<', ctx.now.subtract({ hours: abandonedCartDays * 24 }))
      .orderBy('id')
      .limit(1_000)
      .forUpdate()
      .execute()
    if (old.length === 0) return 0
    const ids = old.map(({ id }) => id)
    await tx.db.deleteFrom('sales.cart_lines').where('shop_id', '=', tx.shopId).where('cart_id', 'in', ids).execute()
    await tx.db.deleteFrom('sales.carts').where('shop_id', '=', tx.shopId).where('id', 'in', ids).execute()
    return old.length
  })
}

export const cartsClockJobs: ClockJob[] = [
  { name: 'carts.abandonOld', everyMinutes: 1440, run: abandonOldCarts },
  { name: 'carts.deleteAbandoned', everyMinutes: 1440, run: deleteAbandonedCarts },
]
