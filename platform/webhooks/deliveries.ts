import type { Selectable } from 'kysely'
import { type Page, toPage } from '#kernel/page'
import { refusal } from '#kernel/refusal'
import type { Context, Reader } from '#platform/context'
import { beyond, type PlatformWebhookDeliveries, transaction } from '#platform/database'
import { mayHear, webhookEvents } from './catalogue.ts'
import { attemptDelivery } from './deliver.ts'
import { lockWebhook } from './endpoint-store.ts'
import {
  type DeliveryStatus,
  pingType,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookDeliveryId,
  type WebhookId,
} from './model.ts'

export const deliveryNotFound = refusal(
  'not_found',
  'webhooks.delivery_not_found',
  (d: { deliveryId: string }) => `there is no delivery ${d.deliveryId}`,
)

type Row = Omit<Selectable<PlatformWebhookDeliveries>, 'body' | 'shop_id'>

const columns = [
  'id',
  'endpoint_id',
  'event_id',
  'type',
  'status',
  'attempts',
  'next_at',
  'created_at',
  'delivered_at',
] as const

const toDelivery = (row: Row): WebhookDelivery => ({
  id: row.id as WebhookDeliveryId,
  webhookId: row.endpoint_id as WebhookId,
  messageId: row.event_id,
  type: row.type,
  status: row.status as DeliveryStatus,
  attempts: row.attempts,
  nextAt: row.status === 'waiting' ? row.next_at : null,
  createdAt: row.created_at,
  deliveredAt: row.delivered_at,
})

export interface FindDeliveries {
  readonly webhookId?: WebhookId
  readonly status?: DeliveryStatus
  readonly type?: string
  readonly cursor?: string
  readonly limit?: number
}

/** The delivery log, newest first. */
export async function findDeliveries(
  reader: Reader,
  { webhookId, status, type, cursor, limit = 50 }: FindDeliveries,
): Promise<Page<WebhookDelivery>> {
  let query = reader.db.selectFrom('platform.webhook_deliveries').select(columns).where('shop_id', '=', reader.shopId)
  if (webhookId) query = query.where('endpoint_id', '=', webhookId)
  if (status) query = query.where('status', '=', status)
  if (type) query = query.where('type', '=', type)
  if (cursor) query = query.where(beyond(cursor, ['created_at', 'id']))
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows.map(toDelivery), limit, (delivery) => [delivery.createdAt.toString(), delivery.id])
}

/** A delivery with what is sent and what was answered, attempt by attempt; both empty for whoever may not read what it tells of. */
export interface DeliveryPage extends WebhookDelivery {
  readonly body: string
  readonly log: readonly WebhookAttempt[]
}

/** @throws deliveryNotFound */
export async function loadDelivery(
  reader: Reader & Pick<Context, 'actor'>,
  deliveryId: WebhookDeliveryId,
): Promise<DeliveryPage> {
  const row = await reader.db
    .selectFrom('platform.webhook_deliveries')
    .select([...columns, 'body'])
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', deliveryId)
    .executeTakeFirst()
  if (!row) throw deliveryNotFound({ deliveryId })
  const attempts = await reader.db
    .selectFrom('platform.webhook_attempts')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('delivery_id', '=', deliveryId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const isTheirs = mayRead(reader, row.type)
  const log = attempts.map((attempt) => ({
    at: attempt.at,
    millis: attempt.millis,
    responseStatus: attempt.response_status,
    problem: attempt.problem,
    responseExcerpt: isTheirs ? attempt.response_excerpt : '',
  }))
  return { ...toDelivery(row), body: isTheirs ? row.body : '', log }
}

function mayRead({ actor }: Pick<Context, 'actor'>, type: string): boolean {
  const event = webhookEvents().find((each) => each.type === type)
  return type === pingType || (event !== undefined && mayHear(actor, event.permission))
}

/** Sends a message once more now, whatever became of it, under the same message id. @throws deliveryNotFound */
export async function replayDelivery(ctx: Context, deliveryId: WebhookDeliveryId): Promise<DeliveryPage> {
  const row = await ctx.db
    .updateTable('platform.webhook_deliveries')
    .set({ status: 'waiting', attempts: 0, next_at: ctx.now, delivered_at: null })
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', deliveryId)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw deliveryNotFound({ deliveryId })
  await attemptDelivery(ctx, deliveryId, { evenPaused: true })
  return loadDelivery(ctx, deliveryId)
}

/** Puts everything that was given up since then back in line; it is sent within minutes. Returns how many. @throws webhookNotFound */
export function replayFailed(
  ctx: Context,
  { webhookId, since }: { webhookId: WebhookId; since: Temporal.Instant },
): Promise<number> {
  return transaction(ctx, async (tx) => {
    await lockWebhook(tx, webhookId)
    const rows = await tx.db
      .updateTable('platform.webhook_deliveries')
      .set({ status: 'waiting', attempts: 0, next_at: tx.now })
      .where('shop_id', '=', tx.shopId)
      .where('endpoint_id', '=', webhookId)
      .where('status', '=', 'failed')
      .where('created_at', '>=', since)
      .returning('id')
      .execute()
    return rows.length
  })
}
