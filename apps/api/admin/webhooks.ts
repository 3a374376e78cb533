import { Type } from 'typebox'
import type { Context } from '#platform/context'
import { Empty, IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'
import {
  changeWebhook,
  createWebhook,
  type DeliveryStatus,
  findDeliveries,
  findWebhooks,
  loadDelivery,
  loadWebhook,
  type PauseReason,
  pauseWebhook,
  payloadVersions,
  pingWebhook,
  removeWebhook,
  replayDelivery,
  replayFailed,
  resumeWebhook,
  rotateSecret,
  type WebhookDeliveryId,
  type WebhookId,
  webhookEvents,
  webhookLimits,
} from '#platform/webhooks'

const maybe = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const body = <P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

const WebhookJson = Type.Object({
  id: IdText,
  url: Type.String(),
  description: Type.String(),
  events: Type.Array(Type.String()),
  payloadVersion: Type.String(),
  status: OneOf(['active', 'paused'] as const),
  pausedBecause: maybe(OneOf<PauseReason>(['by_hand', 'failing', 'gone'])),
  failures: Type.Integer({ description: 'Failed attempts since the last success.' }),
  failingSince: maybe(Instant),
  createdAt: Instant,
  createdBy: Type.String(),
})
const Secret = Type.String({ description: 'Signs the messages. It is shown this once.' })
const NewWebhookJson = Type.Object({ ...WebhookJson.properties, secret: Secret })
const DeliveryJson = Type.Object({
  id: IdText,
  webhookId: IdText,
  messageId: Type.String({ description: 'The header `webhook-id`: the same in every attempt and replay.' }),
  type: Type.String(),
  status: OneOf<DeliveryStatus>(['waiting', 'delivered', 'failed']),
  attempts: Type.Integer(),
  nextAt: maybe(Instant),
  createdAt: Instant,
  deliveredAt: maybe(Instant),
})
const DeliveryPageJson = Type.Object({
  ...DeliveryJson.properties,
  body: Type.String({ description: 'Exactly what is signed and sent.' }),
  log: Type.Array(
    Type.Object({
      at: Instant,
      millis: Type.Integer(),
      responseStatus: maybe(Type.Integer()),
      problem: maybe(Type.String()),
      responseExcerpt: Type.String(),
    }),
  ),
})
const EventTypeJson = Type.Object({
  type: Type.String(),
  permission: Type.String(),
  title: Type.Object({ zh: Type.String(), en: Type.String() }),
})
const Url = Type.String({ minLength: 8, maxLength: webhookLimits.url, pattern: '^https?://' })
const Events = Type.Array(Type.String({ maxLength: 60 }), {
  minItems: 1,
  maxItems: webhookLimits.events,
  uniqueItems: true,
})
const Description = Type.Optional(Type.String({ maxLength: webhookLimits.description }))
const DeliveriesQuery = body({
  ...PageQuery,
  webhookId: Type.Optional(IdText),
  status: Type.Optional(OneOf<DeliveryStatus>(['waiting', 'delivered', 'failed'])),
  type: Type.Optional(Type.String({ maxLength: 60 })),
})

const tags = ['webhooks']
const config = { needs: { staff: 'webhooks.manage' } } as const
const versioned = { ...config, versioned: true } as const

/** Where the shop's events are told to other systems, and what became of every message. */
export function webhookRoutes(app: Routes): void {
  endpointRoutes(app)
  standingRoutes(app)
  deliveryRoutes(app)
}

function endpointRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/webhooks',
    { config, schema: { tags, querystring: body(PageQuery), response: { 200: PageOf(WebhookJson) } } },
    ({ context, query }) => findWebhooks(context, query),
  )
  app.get(
    '/api/v1/admin/webhooks/events',
    { config, schema: { tags, response: { 200: Type.Object({ events: Type.Array(EventTypeJson) }) } } },
    async () => ({ events: webhookEvents().map(({ type, permission, title }) => ({ type, permission, title })) }),
  )
  // Takes no Idempotency-Key: the answer, and so the secret, would be stored under it.
  app.post(
    '/api/v1/admin/webhooks',
    {
      config,
      schema: {
        tags,
        body: body({
          url: Url,
          events: Events,
          description: Description,
          payloadVersion: Type.Optional(OneOf(payloadVersions)),
        }),
        response: { 201: NewWebhookJson },
      },
    },
    async ({ context, body }, reply) =>
      reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await createWebhook(context, body)),
  )
  app.get(
    '/api/v1/admin/webhooks/:id',
    { config: versioned, schema: { tags, params: IdParams, response: { 200: WebhookJson } } },
    ({ context, params }) => loadWebhook(context, params.id as WebhookId),
  )
  app.patch(
    '/api/v1/admin/webhooks/:id',
    {
      config: versioned,
      schema: {
        tags,
        params: IdParams,
        body: body({ url: Type.Optional(Url), events: Type.Optional(Events), description: Description }),
        response: { 200: WebhookJson },
      },
    },
    ({ context, params, body }) => changeWebhook(context, { webhookId: params.id as WebhookId, ...body }),
  )
  app.delete(
    '/api/v1/admin/webhooks/:id',
    { config: versioned, schema: { tags, params: IdParams, response: { 200: Empty } } },
    async ({ context, params }) => {
      await removeWebhook(context, params.id as WebhookId)
      return {}
    },
  )
}

function standingRoutes(app: Routes): void {
  const webhook = (context: Context, id: string) => loadWebhook(context, id as WebhookId)
  app.post(
    '/api/v1/admin/webhooks/:id/pause',
    { config, schema: { tags, params: IdParams, response: { 200: WebhookJson } } },
    ({ context, params }) => pauseWebhook(context, params.id as WebhookId),
  )
  app.post(
    '/api/v1/admin/webhooks/:id/resume',
    { config, schema: { tags, params: IdParams, response: { 200: WebhookJson } } },
    ({ context, params }) => resumeWebhook(context, params.id as WebhookId),
  )
  app.post(
    '/api/v1/admin/webhooks/:id/rotate-secret',
    { config, schema: { tags, params: IdParams, response: { 200: Type.Object({ secret: Secret }) } } },
    async ({ context, params }, reply) =>
      reply.header('cache-control', 'no-store').send({ secret: await rotateSecret(context, params.id as WebhookId) }),
  )
  app.post(
    '/api/v1/admin/webhooks/:id/ping',
    { config, schema: { tags, params: IdParams, response: { 200: DeliveryPageJson } } },
    async ({ context, params }) => loadDelivery(context, await pingWebhook(context, await webhook(context, params.id))),
  )
  app.post(
    '/api/v1/admin/webhooks/:id/replay-failed',
    {
      config,
      schema: {
        tags,
        params: IdParams,
        body: body({ since: Type.String({ format: 'date-time' }) }),
        response: { 200: Type.Object({ replayed: Type.Integer() }) },
      },
    },
    async ({ context, params, body }) => ({
      replayed: await replayFailed(context, {
        webhookId: params.id as WebhookId,
        since: Temporal.Instant.from(body.since),
      }),
    }),
  )
}

function deliveryRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/webhook-deliveries',
    { config, schema: { tags, querystring: DeliveriesQuery, response: { 200: PageOf(DeliveryJson) } } },
    ({ context, query }) => findDeliveries(context, { ...query, webhookId: query.webhookId as WebhookId | undefined }),
  )
  app.get(
    '/api/v1/admin/webhook-deliveries/:id',
    { config, schema: { tags, params: IdParams, response: { 200: DeliveryPageJson } } },
    ({ context, params }) => loadDelivery(context, params.id as WebhookDeliveryId),
  )
  app.post(
    '/api/v1/admin/webhook-deliveries/:id/replay',
    { config, schema: { tags, params: IdParams, response: { 200: DeliveryPageJson } } },
    ({ context, params }) => replayDelivery(context, params.id as WebhookDeliveryId),
  )
}
