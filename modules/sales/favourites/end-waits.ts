import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { favouritesSettings } from './settings.ts'

/** Until when somebody waits who asked then, as long as the shop lets them. */
export const waitsUntil = (askedAt: Temporal.Instant, waitDays: number): Temporal.Instant =>
  askedAt.add({ hours: 24 * waitDays })

/** Job. Ends the waits whose time is over: what never comes back is not waited for for ever. Who waits has seen until when. */
export async function endOldWaits(ctx: Context): Promise<void> {
  const { waitDays } = await readSettings(ctx, favouritesSettings)
  await transaction(ctx, async ({ db, shopId, now }) => {
    await db
      .deleteFrom('sales.stock_waits')
      .where('shop_id', '=', shopId)
      .where('asked_at', '<=', now.subtract({ hours: 24 * waitDays }))
      .execute()
  })
}
