import { sql } from 'kysely'
import type { Database } from '#platform/database'

/** How often something may happen within a window that starts with its first time. */
export interface Limit {
  readonly key: string
  readonly most: number
  readonly window: Temporal.Duration
}

export interface Count {
  readonly allowed: boolean
  /** Whole seconds until the window ends. */
  readonly retryAfterSeconds: number
}

/**
 * Counts one use and says whether it was within the limit. One statement, shared by all processes: of fifty at once
 * exactly `most` are allowed. Call it outside a transaction, or a refusal takes the count back.
 */
export async function countUse(db: Database, { key, most, window }: Limit, now: Temporal.Instant): Promise<Count> {
  const endsAt = now.add({ milliseconds: window.total('milliseconds') })
  const { rows } = await sql<{ count: number; ends_at: Temporal.Instant }>`
    insert into platform.throttles as t (key, count, ends_at) values (${key}, 1, ${endsAt})
    on conflict (key) do update set
      count = case when t.ends_at <= ${now} then 1 else t.count + 1 end,
      ends_at = case when t.ends_at <= ${now} then excluded.ends_at else t.ends_at end
    returning count, ends_at`.execute(db)
  return answer(rows[0]!, most, now)
}

/** Whether one more use would be within the limit, without counting it. */
export async function mayUse(db: Database, { key, most }: Limit, now: Temporal.Instant): Promise<Count> {
  const row = await db
    .selectFrom('platform.throttles')
    .select(['count', 'ends_at'])
    .where('key', '=', key)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row ? answer({ ...row, count: row.count + 1 }, most, now) : { allowed: true, retryAfterSeconds: 0 }
}

/** Forgets what was counted under a key, as after a successful sign-in. */
export async function forgetUses(db: Database, key: string): Promise<void> {
  await db.deleteFrom('platform.throttles').where('key', '=', key).execute()
}

/** Throws away windows that have ended. Returns how many there were. */
export async function purgeThrottles(db: Database, now: Temporal.Instant): Promise<number> {
  const gone = await db.deleteFrom('platform.throttles').where('ends_at', '<=', now).returning('key').execute()
  return gone.length
}

const answer = (row: { count: number; ends_at: Temporal.Instant }, most: number, now: Temporal.Instant): Count => ({
  allowed: row.count <= most,
  retryAfterSeconds: Math.max(1, Math.ceil(row.ends_at.since(now).total('seconds'))),
})
