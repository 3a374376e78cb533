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

export const cartsClockJobs: ClockJob[] = [{ name: 'carts.abandonOld', everyMinutes: 1440, run: abandonOldCarts }]
