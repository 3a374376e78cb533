import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Context, Tx } from '#platform/context'
import { takeTurns, transaction } from '#platform/database'
import { publish } from '#platform/events'
import { mayHear, webhookEvent } from './catalogue.ts'
import { loadWebhook, lockWebhook } from './endpoint-store.ts'
import { payloadVersions, type Webhook, type WebhookId, webhookLimits } from './model.ts'
import { insertSecret } from './secrets.ts'

export const urlRefused = refusal(
  'invalid',
  'webhooks.url_refused',
  (d: { field: 'url'; because: string }) => `this address is never called: ${d.because}`,
)
export const eventNotYours = refusal(
  'forbidden',
  'webhooks.event_not_yours',
  (d: { field: 'events'; type: string; permission: string }) => `${d.type} is for holders of ${d.permission}`,
)
export const tooManyWebhooks = refusal(
  'conflict',
  'webhooks.too_many',
  (d: { most: number }) => `a shop has at most ${d.most} endpoints`,
)

export interface CreateWebhook {
  readonly url: string
  readonly events: readonly string[]
  readonly description?: string
  /** Absent: the newest form of payloads. */
  readonly payloadVersion?: (typeof payloadVersions)[number]
}

/** An endpoint just made, with the secret that its messages are signed with: shown this once. */
export interface NewWebhook extends Webhook {
  readonly secret: string
}

/**
 * Makes an endpoint. It is told of what happens from now on.
 * Not to be called with an idempotency key, under which the secret would be stored.
 *
 * @throws urlRefused for what is not https on the open internet
 * @throws eventUnknown, eventNotYours: nobody is told what they may not read
 * @throws tooManyWebhooks
 */
export async function createWebhook(ctx: Context, wanted: CreateWebhook): Promise<NewWebhook> {
  checkUrl(ctx, wanted.url)
  checkEvents(ctx, wanted.events)
  return transaction(ctx, async (tx) => {
    await checkCount(tx)
    const id = newId<'Webhook'>()
    await tx.db
      .insertInto('platform.webhook_endpoints')
      .values({
        id,
        shop_id: tx.shopId,
        url: wanted.url,
        description: wanted.description ?? '',
        events: [...new Set(wanted.events)].sort(),
        payload_version: wanted.payloadVersion ?? payloadVersions.at(-1)!,
        created_at: tx.now,
        created_by_name: tx.actor.name,
      })
      .execute()
    const secret = await insertSecret(tx, id)
    const { url, events, payloadVersion } = wanted
    await tell(tx, 'created', id, { url, events, payloadVersion })
    return { ...(await loadWebhook(tx, id)), secret }
  })
}

export interface ChangeWebhook {
  readonly webhookId: WebhookId
  readonly url?: string
  readonly events?: readonly string[]
  readonly description?: string
}

/** Changes where and of what an endpoint is told: whoever does either may read all of it. @throws webhookNotFound, urlRefused, eventUnknown, eventNotYours */
export async function changeWebhook(ctx: Context, { webhookId, ...change }: ChangeWebhook): Promise<Webhook> {
  if (change.url !== undefined) checkUrl(ctx, change.url)
  return transaction(ctx, async (tx) => {
    const { url, events, description } = await lockWebhook(tx, webhookId)
    if (change.events || change.url !== undefined) checkEvents(tx, change.events ?? events)
    const after = {
      url: change.url ?? url,
      events: change.events ? [...new Set(change.events)].sort() : [...events],
      description: change.description ?? description,
    }
    await update(tx, webhookId, after)
    await tell(tx, 'changed', webhookId, { before: { url, events, description }, after })
    return loadWebhook(tx, webhookId)
  })
}

/** Stops telling an endpoint for now. What happens meanwhile waits for it. Again changes nothing. @throws webhookNotFound */
export function pauseWebhook(ctx: Context, webhookId: WebhookId): Promise<Webhook> {
  return transaction(ctx, async (tx) => {
    const webhook = await lockWebhook(tx, webhookId)
    if (webhook.status === 'paused') return webhook
    await update(tx, webhookId, { status: 'paused', paused_because: 'by_hand' })
    await tell(tx, 'paused', webhookId, { because: 'by_hand', url: webhook.url })
    return loadWebhook(tx, webhookId)
  })
}

/** Tells an endpoint again, first what waited for it. Again changes nothing. @throws webhookNotFound */
export function resumeWebhook(ctx: Context, webhookId: WebhookId): Promise<Webhook> {
  return transaction(ctx, async (tx) => {
    const webhook = await lockWebhook(tx, webhookId)
    if (webhook.status === 'active') return webhook
    await update(tx, webhookId, { status: 'active', paused_because: null, failures: 0, failing_since: null })
    await tell(tx, 'resumed', webhookId, {})
    return loadWebhook(tx, webhookId)
  })
}

/** Gives an endpoint up for good; what waited for it is not sent. @throws webhookNotFound */
export function removeWebhook(ctx: Context, webhookId: WebhookId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { url } = await lockWebhook(tx, webhookId)
    await update(tx, webhookId, { removed_at: tx.now })
    await tell(tx, 'removed', webhookId, { url })
  })
}

function checkUrl({ outside }: Context, url: string): void {
  const because = outside.webhooks.refuses(url)
  if (because) throw urlRefused({ field: 'url', because })
}

function checkEvents({ actor }: Pick<Context, 'actor'>, types: readonly string[]): void {
  for (const type of types) {
    const { permission } = webhookEvent(type)
    if (!mayHear(actor, permission)) throw eventNotYours({ field: 'events', type, permission })
  }
}

/** Held against others who add one at the same moment. @throws tooManyWebhooks */
async function checkCount(tx: Tx): Promise<void> {
  await takeTurns(tx, `webhooks:${tx.shopId}`)
  const { count } = await tx.db
    .selectFrom('platform.webhook_endpoints')
    .select(sql<number>`count(*)::int8`.as('count'))
    .where('shop_id', '=', tx.shopId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (count >= webhookLimits.endpoints) throw tooManyWebhooks({ most: webhookLimits.endpoints })
}

interface EndpointChange {
  readonly url?: string
  readonly events?: string[]
  readonly description?: string
  readonly status?: Webhook['status']
  readonly paused_because?: Webhook['pausedBecause']
  readonly failures?: number
  readonly failing_since?: null
  readonly removed_at?: Temporal.Instant
}

async function update(tx: Tx, webhookId: WebhookId, change: EndpointChange): Promise<void> {
  await tx.db
    .updateTable('platform.webhook_endpoints')
    .set(change)
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', webhookId)
    .execute()
}

const tell = (tx: Tx, what: string, id: WebhookId, data: Readonly<Record<string, unknown>>): Promise<void> =>
  publish(tx, { type: `webhook.${what}`, aggregate: 'webhook', id, data })
