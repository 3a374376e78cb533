import type { Context, ShopId } from '#platform/context'
import { findEvent, type Listener } from './log.ts'

/**
 * Tells every waiting event to its listeners in this process, one after the other, until none waits: what relay and jobs do in a running
 * house, without them. For simulated time (the demo shop) and tests. Returns how many events were told.
 */
export async function tellWaiting(ctx: Context, listeners: readonly Listener[]): Promise<number> {
  for (let count = 0; ; ) {
    const waiting = await ctx.db
      .selectFrom('platform.outbox as outbox')
      .innerJoin('platform.events as event', 'event.id', 'outbox.event_id')
      .select(['event.id', 'event.shop_id', 'event.type'])
      .orderBy('event.id')
      .limit(100)
      .execute()
    if (waiting.length === 0) return count
    for (const { id, shop_id, type } of waiting) {
      const inShop = { ...ctx, shopId: shop_id as ShopId, repeat: undefined }
      const told = listeners.filter((each) => each.on.includes(type))
      const event = told.length > 0 ? (await findEvent(inShop, id))! : undefined
      for (const listener of told) await listener.run({ ...inShop, origin: listener.name }, event!)
      await ctx.db.deleteFrom('platform.outbox').where('event_id', '=', id).execute()
      count += 1
    }
  }
}
