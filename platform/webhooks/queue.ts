import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { webhookEvent } from './catalogue.ts'
import { attemptDelivery } from './deliver.ts'
import { subscribersOf } from './endpoint-store.ts'
import { payloadVersions, pingType, type Webhook, type WebhookDeliveryId } from './model.ts'
import { attemptUnlessSlow } from './slow.ts'

/** An endpoint that failed this often in a row is left to the clock, so that it does not hold up the others. */
const struggling = 3

/**
 * Job. Writes an event down as a message to everybody who wants to be told, and sends it to those who answer. Safe to run again: each
 * endpoint gets a message once, and what was not sent is tried again by the clock.
 */
export async function tellSubscribers(ctx: Context, event: EventRecord): Promise<void> {
  const webhooks = await subscribersOf(ctx, event.type)
  if (webhooks.length === 0) return
  const body = bodyOf(event, await webhookEvent(event.type).build(ctx, event))
  const queued = await enqueue(ctx, { webhooks, eventId: event.id, type: event.type, body })
  const ready = webhooks.filter(({ status, failures }) => status === 'active' && failures < struggling)
  await Promise.all(ready.map(async ({ id }) => queued.has(id) && (await attemptUnlessSlow(ctx, id, queued.get(id)!))))
}

/**
 * The message, in the form of payload version 2026-11. `subject.version` rises with every change of the thing, which is what receivers
 * order by: messages may come late, twice or in another order.
 */
function bodyOf(event: EventRecord, data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    id: event.id,
    type: event.type,
    timestamp: spelled(event.at),
    payloadVersion: payloadVersions[0],
    subject: { kind: event.aggregate, id: event.aggregateId, version: event.version },
    data,
  })
}

/** To the millisecond: not every receiver reads finer ones. */
const spelled = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

/** Sends a message that means nothing, to see whether and how an endpoint answers. Returns the id of its delivery. */
export async function pingWebhook(ctx: Context, webhook: Webhook): Promise<WebhookDeliveryId> {
  const eventId = newId()
  const subject = { kind: 'webhook', id: webhook.id, version: 1 }
  const message = { id: eventId, type: pingType, timestamp: spelled(ctx.now), payloadVersion: payloadVersions[0] }
  const body = JSON.stringify({ ...message, subject, data: {} })
  const queued = await enqueue(ctx, { webhooks: [webhook], eventId, type: pingType, body })
  const deliveryId = queued.get(webhook.id)!
  await attemptDelivery(ctx, deliveryId, { evenPaused: true })
  return deliveryId
}

interface Enqueue {
  readonly webhooks: readonly Webhook[]
  readonly eventId: string
  readonly type: string
  readonly body: string
}

/** One delivery for each endpoint; those that have the message already keep theirs. */
function enqueue(ctx: Context, { webhooks, eventId, type, body }: Enqueue): Promise<Map<string, WebhookDeliveryId>> {
  return transaction({ ...ctx, repeat: undefined }, async (tx) => {
    const common = { shop_id: tx.shopId, event_id: eventId, type, body, next_at: tx.now, created_at: tx.now }
    const rows = await tx.db
      .insertInto('platform.webhook_deliveries')
      .values(webhooks.map(({ id }) => ({ ...common, id: newId(), endpoint_id: id })))
      .onConflict((conflict) => conflict.constraint('webhook_deliveries_once').doNothing())
      .returning(['id', 'endpoint_id'])
      .execute()
    return new Map(rows.map((row) => [row.endpoint_id, row.id as WebhookDeliveryId]))
  })
}
