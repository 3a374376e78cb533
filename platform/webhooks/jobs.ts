import { sql } from 'kysely'
import type { Context } from '#platform/context'
import type { ClockJob } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import { attemptDelivery } from './deliver.ts'
import type { WebhookDeliveryId } from './model.ts'
import { webhookSettings } from './settings.ts'

const mostAtOnce = 200
/** A run leaves the rest of a slow endpoint's messages to the next one, which comes every minute. */
const runMillis = 45_000

/**
 * Job. Sends what is due, endpoint beside endpoint. One that fails is left alone until the next minute, so that a silent one costs one
 * attempt and not a hundred; one that is slow is told one message after the other, for three quarters of a minute.
 */
export async function sendDue(ctx: Context): Promise<void> {
  const { rows } = await sql<{ endpoint: string; ids: WebhookDeliveryId[] }>`
    select e.id as endpoint, (select array_agg(due.id order by due.next_at, due.id) from (
        select d.id, d.next_at from platform.webhook_deliveries d
        where d.shop_id = ${ctx.shopId} and d.endpoint_id = e.id and d.status = 'waiting' and d.next_at <= ${ctx.now}
        order by d.next_at, d.id limit ${mostAtOnce}) due) as ids
    from platform.webhook_endpoints e
    where e.shop_id = ${ctx.shopId} and e.status = 'active' and e.removed_at is null`.execute(ctx.db)
  await Promise.all(rows.map(({ ids }) => sendInTurn(ctx, ids ?? [])))
}

/** Each message bears the time at which it leaves, not the time at which the run began: receivers refuse old ones. */
async function sendInTurn(ctx: Context, ids: readonly WebhookDeliveryId[]): Promise<void> {
  const started = performance.now()
  for (const id of ids) {
    const past = Math.round(performance.now() - started)
    if (past > runMillis) return
    const now = ctx.now.add({ milliseconds: past })
    if ((await attemptDelivery({ ...ctx, now }, id)) === false) return
  }
}

/** Job. Throws away deliveries that are older than the shop keeps them, unless they still wait. */
export async function purgeDeliveries(ctx: Context): Promise<void> {
  const { keepDays } = await readSettings(ctx, webhookSettings)
  await ctx.db
    .deleteFrom('platform.webhook_deliveries')
    .where('shop_id', '=', ctx.shopId)
    .where('created_at', '<', ctx.now.subtract({ hours: 24 * keepDays }))
    .where((where) =>
      where.or([
        where('status', '<>', 'waiting'),
        where('endpoint_id', 'in', (endpoints) =>
          endpoints.selectFrom('platform.webhook_endpoints').select('id').where('removed_at', 'is not', null),
        ),
      ]),
    )
    .execute()
}

export const webhookClockJobs: readonly ClockJob[] = [
  { name: 'webhooks.sendDue', everyMinutes: 1, run: sendDue },
  { name: 'webhooks.purge', everyMinutes: 1_440, run: purgeDeliveries },
]
