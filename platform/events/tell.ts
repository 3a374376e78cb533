import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { firstWaiting, type Listener, toEvent } from './log.ts'

/**
 * Tells every waiting event to its listeners in this process, one after the other, until none waits: what relay and jobs do in a running
 * house, without them. For simulated time (the demo shop) and tests. Returns how many events were told.
 */
export async function tellWaiting(ctx: Context, listeners: readonly Listener[]): Promise<number> {
  for (let count = 0; ; ) {
    const waiting = await ctx.db
      .selectFrom('platform.events')
      .selectAll()
      .where('id', '=', firstWaiting(100))
      .orderBy('id')
      .execute()
    if (waiting.length === 0) return count
    for (const event of waiting.map(toEvent)) {
      const inShop = { ...ctx, shopId: event.shopId, repeat: undefined }
      for (const listener of listeners.filter(({ on }) => on.includes(event.type)))
        await listener.run({ ...inShop, origin: listener.name }, event)
    }
    const told = waiting.map(({ id }) => id)
    await ctx.db.deleteFrom('platform.outbox').where('event_id', '=', sql<string>`any(${told}::uuid[])`).execute()
    count += told.length
  }
}
