import { type Selectable, sql } from 'kysely'
import { type Page, toPage } from '#kernel/page'
import { refusal } from '#kernel/refusal'
import type { Reader, Tx } from '#platform/context'
import type { Database, PlatformWebhookEndpoints } from '#platform/database'
import { beyond } from '#platform/database'
import type { WaitingEvent } from '#platform/events'
import type { PauseReason, Webhook, WebhookId } from './model.ts'

export const webhookNotFound = refusal(
  'not_found',
  'webhooks.not_found',
  (d: { webhookId: string }) => `there is no webhook endpoint ${d.webhookId}`,
)

const toWebhook = (row: Selectable<PlatformWebhookEndpoints>): Webhook => ({
  id: row.id as WebhookId,
  url: row.url,
  description: row.description,
  events: row.events,
  payloadVersion: row.payload_version,
  status: row.status as Webhook['status'],
  pausedBecause: row.paused_because as PauseReason | null,
  failures: row.failures,
  failingSince: row.failing_since,
  createdAt: row.created_at,
  createdBy: row.created_by_name,
})

const endpoints = (reader: Reader) =>
  reader.db
    .selectFrom('platform.webhook_endpoints')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('removed_at', 'is', null)

/** The shop's endpoints, newest first. */
export async function findWebhooks(
  reader: Reader,
  { cursor, limit = 50 }: { cursor?: string; limit?: number } = {},
): Promise<Page<Webhook>> {
  const all = endpoints(reader)
  const rows = await (cursor ? all.where(beyond(cursor, ['created_at', 'id'])) : all)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows.map(toWebhook), limit, (webhook) => [webhook.createdAt.toString(), webhook.id])
}

/** @throws webhookNotFound */
export async function loadWebhook(reader: Reader, webhookId: WebhookId): Promise<Webhook> {
  const row = await endpoints(reader).where('id', '=', webhookId).executeTakeFirst()
  if (!row) throw webhookNotFound({ webhookId })
  return toWebhook(row)
}

/** The same, for a change. @throws webhookNotFound */
export async function lockWebhook(tx: Tx, webhookId: WebhookId): Promise<Webhook> {
  const row = await endpoints(tx).where('id', '=', webhookId).forUpdate().executeTakeFirst()
  if (!row) throw webhookNotFound({ webhookId })
  return toWebhook(row)
}

/** Who wants to be told of a type of event, paused ones as well: what happens meanwhile waits for them. */
export async function subscribersOf(reader: Reader, type: string): Promise<Webhook[]> {
  const rows = await endpoints(reader).where(sql<boolean>`${type} = any(events)`).orderBy('id').execute()
  return rows.map(toWebhook)
}

/** Those of these events that an endpoint of their shop wants to be told of, paused ones counted: for the relay, in one statement. */
export async function subscribedEvents(db: Database, events: readonly WaitingEvent[]): Promise<WaitingEvent[]> {
  const { rows } = await sql<{ shopId: string; type: string }>`
    select distinct shop_id as "shopId", unnest(events) as type from platform.webhook_endpoints
    where shop_id = any(${[...new Set(events.map(({ shopId }) => shopId))]}::uuid[]) and removed_at is null`.execute(db)
  const wanted = new Set(rows.map(({ shopId, type }) => `${shopId} ${type}`))
  return events.filter(({ shopId, type }) => wanted.has(`${shopId} ${type}`))
}
