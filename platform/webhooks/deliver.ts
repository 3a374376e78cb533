import { sql } from 'kysely'
import { Webhook as Signer } from 'standardwebhooks'
import { newId } from '#kernel/id'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import type { PauseReason, WebhookDeliveryId, WebhookId } from './model.ts'
import { leaseSeconds, nextAttempt } from './schedule.ts'
import { secretsOf } from './secrets.ts'
import type { WebhookReply } from './send.ts'
import { webhookSettings } from './settings.ts'

interface Claimed {
  readonly id: WebhookDeliveryId
  readonly webhookId: WebhookId
  readonly messageId: string
  readonly body: string
  readonly attempts: number
  readonly url: string
}

/**
 * Tries once to deliver a message that is due. Two who try at once make one attempt. Returns whether it arrived; undefined when it was
 * not to be tried: delivered before, not due yet, or its endpoint is paused.
 */
export async function attemptDelivery(
  ctx: Context,
  deliveryId: WebhookDeliveryId,
  { evenPaused = false } = {},
): Promise<boolean | undefined> {
  const claimed = await claim(ctx, deliveryId, evenPaused)
  if (!claimed) return undefined
  const reply = await ctx.outside.webhooks.send({
    url: claimed.url,
    headers: await headersOf(ctx, claimed),
    body: claimed.body,
  })
  await transaction({ ...ctx, repeat: undefined }, (tx) => record(tx, claimed, reply))
  return isTaken(reply)
}

const isTaken = ({ status }: WebhookReply): boolean => status !== undefined && status >= 200 && status < 300

/** Counts the attempt and takes the message until the lease ends, so that it comes back if this process dies. */
async function claim(ctx: Context, deliveryId: WebhookDeliveryId, evenPaused: boolean): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update platform.webhook_deliveries d
    set attempts = d.attempts + 1, next_at = ${ctx.now.add({ seconds: leaseSeconds })}
    from platform.webhook_endpoints e
    where d.shop_id = ${ctx.shopId} and d.id = ${deliveryId} and d.status = 'waiting' and d.next_at <= ${ctx.now}
      and e.id = d.endpoint_id and e.removed_at is null and (e.status = 'active' or ${evenPaused})
    returning d.id, d.endpoint_id as "webhookId", d.event_id as "messageId", d.body, d.attempts, e.url`.execute(ctx.db)
  return rows[0]
}

/** Signed with every secret that is valid. Source: standard-webhooks.md, "Webhook headers" and "Zero downtime secret rotation". */
async function headersOf(ctx: Context, { webhookId, messageId, body }: Claimed): Promise<Record<string, string>> {
  const at = new Date(ctx.now.epochMilliseconds)
  const secrets = await secretsOf(ctx, webhookId)
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Zhanggui-Webhooks/1',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(ctx.now.epochMilliseconds / 1_000)),
    'webhook-signature': secrets.map((secret) => new Signer(secret).sign(messageId, at, body)).join(' '),
  }
}

async function record(tx: Tx, claimed: Claimed, reply: WebhookReply): Promise<void> {
  await tx.db
    .insertInto('platform.webhook_attempts')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      delivery_id: claimed.id,
      at: tx.now,
      millis: reply.millis,
      response_status: reply.status ?? null,
      problem: reply.problem ?? null,
      response_excerpt: reply.excerpt,
    })
    .execute()
  if (isTaken(reply)) await settle(tx, claimed)
  else await postpone(tx, claimed, reply)
}

async function settle(tx: Tx, { id, webhookId }: Claimed): Promise<void> {
  await tx.db
    .updateTable('platform.webhook_deliveries')
    .set({ status: 'delivered', delivered_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
  await tx.db
    .updateTable('platform.webhook_endpoints')
    .set({ failures: 0, failing_since: null })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', webhookId)
    .where('failures', '>', 0)
    .execute()
}

async function postpone(
  tx: Tx,
  { id, webhookId, attempts }: Claimed,
  { status, restMillis }: WebhookReply,
): Promise<void> {
  const nextAt = nextAttempt(attempts, tx.now, restMillis)
  await tx.db
    .updateTable('platform.webhook_deliveries')
    .set(nextAt ? { next_at: nextAt } : { status: 'failed' })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .execute()
  const endpoint = await tx.db
    .updateTable('platform.webhook_endpoints')
    .set((row) => ({
      failures: row('failures', '+', 1),
      failing_since: sql<Temporal.Instant>`coalesce(failing_since, ${tx.now})`,
    }))
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', webhookId)
    .where('status', '=', 'active')
    .returning(['failures', 'failing_since', 'url'])
    .executeTakeFirst()
  if (!endpoint) return
  const because = status === 410 ? 'gone' : await whyPause(tx, endpoint)
  if (because) await pause(tx, { webhookId, because, url: endpoint.url })
}

/** Nothing but failures for days, or very many in a row. Source: standard-webhooks.md, "Disabling endpoints". */
async function whyPause(
  tx: Tx,
  { failures, failing_since }: { failures: number; failing_since: Temporal.Instant | null },
): Promise<PauseReason | undefined> {
  const { pauseAfterDays, pauseAfterFailures } = await readSettings(tx, webhookSettings)
  const days = failing_since ? tx.now.since(failing_since).total('hours') / 24 : 0
  return failures >= pauseAfterFailures || days >= pauseAfterDays ? 'failing' : undefined
}

async function pause(
  tx: Tx,
  { webhookId, because, url }: { webhookId: WebhookId; because: PauseReason; url: string },
): Promise<void> {
  await tx.db
    .updateTable('platform.webhook_endpoints')
    .set({ status: 'paused', paused_because: because })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', webhookId)
    .execute()
  await publish(tx, { type: 'webhook.paused', aggregate: 'webhook', id: webhookId, data: { because, url } })
}
