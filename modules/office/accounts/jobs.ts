import type { Context } from '#platform/context'
import type { ClockJob } from '#platform/jobs'
import { purgeThrottles } from '#platform/throttle'

/** Throws away what has served: codes a day old, challenges nobody answered, sessions that ended three months ago, counts whose window is over. */
export async function purgeOld({ db, now }: Context): Promise<void> {
  await db
    .deleteFrom('office.one_time_codes')
    .where('expires_at', '<', now.subtract({ hours: 24 }))
    .execute()
  await db
    .deleteFrom('office.sessions')
    .where('expires_at', '<', now.subtract({ hours: 90 * 24 }))
    .execute()
  await db.deleteFrom('office.passkey_challenges').where('expires_at', '<', now).execute()
  await purgeThrottles(db, now)
}

export const accountsClockJobs: ClockJob[] = [{ name: 'accounts.purgeOld', everyMinutes: 60, run: purgeOld }]
