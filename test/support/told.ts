import { sql } from 'kysely'
import { type Context, systemActor } from '#platform/context'
import { findEvent, type Listener } from '#platform/events'

/**
 * Hands every event that waits in this shop to these listeners, in order, until none is left: what relay and jobs do in the house.
 * `twice` tells each event a second time, as a job that was cut off would.
 */
export async function tellAll(ctx: Context, listeners: readonly Listener[], { twice = false } = {}): Promise<void> {
  for (let waiting = await takeWaiting(ctx); waiting.length > 0; waiting = await takeWaiting(ctx))
    for (const id of twice ? waiting.flatMap((each) => [each, each]) : waiting) await tell(ctx, listeners, id)
}

async function tell(ctx: Context, listeners: readonly Listener[], eventId: string): Promise<void> {
  const event = (await findEvent(ctx, eventId))!
  for (const listener of listeners.filter((each) => each.on.includes(event.type)))
    if (!listener.wanted || (await listener.wanted(ctx.db, [event])).length > 0)
      await listener.run({ ...ctx, actor: systemActor(listener.name), origin: listener.name, repeat: undefined }, event)
}

async function takeWaiting(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with taken as (
      delete from platform.outbox o using platform.events e
      where e.id = o.event_id and e.shop_id = ${ctx.shopId} returning e.id)
    select id from taken order by id`.execute(ctx.db)
  return rows.map((row) => row.id)
}
