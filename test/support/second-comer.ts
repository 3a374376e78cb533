import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context, Tx } from '#platform/context'
import { type Database, transaction } from '#platform/database'

/**
 * Somebody is faster: what they do has happened, and is not committed, when `act` begins. It is committed once `act` waits for it, or has ended
 * without waiting. Whoever looks before they leap gives what they give when they come second; without the lock they decide by what was.
 */
export async function comingSecond<Answer>(
  ctx: Context,
  first: (tx: Tx) => Promise<unknown>,
  act: () => Promise<Answer>,
): Promise<Answer> {
  const [begun, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const faster = transaction(ctx, async (tx) => {
    await first(tx)
    begun.resolve()
    await over.promise
  })
  await Promise.race([begun.promise, faster])
  const second = act()
  await Promise.race([second.catch(() => {}), someoneWaits(ctx.db)])
  over.resolve()
  await faster
  return second
}

async function someoneWaits(db: Database): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' limit 1`.execute(db)
    if (rows.length > 0) return
    await sleep(3)
  }
  throw new Error('nobody waits')
}
