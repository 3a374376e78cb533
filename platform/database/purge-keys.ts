import type { Context } from '#platform/context'

const keptHours = 72

/** Job. Forgets idempotency keys after 72 hours: nobody repeats a request for longer, and results may hold what a person typed. */
export async function purgeKeys(ctx: Context): Promise<void> {
  await ctx.db
    .deleteFrom('platform.idempotency_keys')
    .where('shop_id', '=', ctx.shopId)
    .where('created_at', '<', ctx.now.subtract({ hours: keptHours }))
    .execute()
}
