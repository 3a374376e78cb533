import { Type } from 'typebox'
import { type ApiKeyId, type ApiKeyState, keyLimits, keyScopes } from '#model/office/accounts'
import { createApiKey, findApiKeys, revokeApiKey } from '#office/accounts'
import { IdParams, IdText, Instant, OneOf, PageOf, PageQuery, type Routes } from '#platform/http'

const maybe = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const ApiKeyJson = Type.Object({
  id: IdText,
  name: Type.String(),
  prefix: Type.String({ description: 'The first characters of the key.' }),
  scopes: Type.Array(Type.String()),
  requestsPerMinute: Type.Integer(),
  state: OneOf<ApiKeyState>(['active', 'expired', 'revoked']),
  createdAt: Instant,
  createdBy: Type.String(),
  expiresAt: maybe(Instant),
  lastUsedAt: maybe(Instant),
  lastUsedIp: Type.String(),
  revokedAt: maybe(Instant),
  revokedBy: maybe(Type.String()),
})
const NewKeyJson = Type.Object({
  ...ApiKeyJson.properties,
  key: Type.String({ description: 'The key itself. It is shown this once and kept nowhere.' }),
})
const NewKeyBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: keyLimits.name }),
    scopes: Type.Array(OneOf(keyScopes), { minItems: 1, maxItems: keyScopes.length, uniqueItems: true }),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: keyLimits.days })),
    requestsPerMinute: Type.Optional(Type.Integer({ minimum: 1, maximum: keyLimits.requestsPerMinute })),
  },
  { additionalProperties: false },
)
const tags = ['keys']
const config = { needs: { staff: 'keys.manage' } } as const

/** The keys with which outside systems act in the shop. */
export function keyRoutes(app: Routes): void {
  app.get(
    '/api/v1/admin/api-keys',
    {
      config,
      schema: {
        tags,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: PageOf(ApiKeyJson) },
      },
    },
    ({ context, query }) => findApiKeys(context, query),
  )
  app.get(
    '/api/v1/admin/api-keys/scopes',
    { config, schema: { tags, response: { 200: Type.Object({ scopes: Type.Array(Type.String()) }) } } },
    async () => ({ scopes: [...keyScopes] }),
  )
  // Takes no Idempotency-Key: the answer, and so the key itself, would be stored under it.
  app.post(
    '/api/v1/admin/api-keys',
    { config, schema: { tags, body: NewKeyBody, response: { 201: NewKeyJson } } },
    async ({ context, body }, reply) =>
      reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await createApiKey(context, body)),
  )
  app.post(
    '/api/v1/admin/api-keys/:id/revoke',
    { config, schema: { tags, params: IdParams, response: { 200: ApiKeyJson } } },
    ({ context, params }) => revokeApiKey(context, params.id as ApiKeyId),
  )
}
