import type { Context } from '#platform/context'
import { type ClockJob, eachOf } from '#platform/jobs'
import { sendMessage } from './send-message.ts'

/** A message's own job has used up its attempts by then. */
const givenUpAfter = { minutes: 45 }
const batch = 50

/**
 * Job. Sends what still waits after its own job gave up, because the provider was away for longer than that tries: the oldest first, so
 * many a run. What has come too late to be of use is not sent.
 */
export async function sendWaiting(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .selectFrom('platform.messages')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'waiting')
    .where('created_at', '>', ctx.now.subtract({ hours: 48 }))
    .where('created_at', '<', ctx.now.subtract(givenUpAfter))
    .orderBy('created_at')
    .limit(batch)
    .execute()
  await eachOf(rows, ({ id }) => sendMessage(ctx, { aggregateId: id }))
}

export const messageClockJobs: readonly ClockJob[] = [
  { name: 'messages.sendWaiting', everyMinutes: 10, run: sendWaiting },
]
