import { webhookEvents } from '#platform/webhooks'
import type { JsonSchema } from './schema.ts'
import { type Summaries, summaries } from './summaries.ts'

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>
}

export interface Operation {
  readonly operationId: string
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Body
  readonly responses: Readonly<Record<string, Body & { readonly description?: string }>>
  readonly security?: readonly object[]
  readonly 'x-summary-zh'?: string
  readonly 'x-access': string | { readonly staff: string }
  readonly 'x-once'?: boolean
  readonly 'x-versioned'?: true | 'shop'
}

export interface ApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** The document as it is published: what the routes declare, and what holds for all of them. */
export function publishedDocument(declared: ApiDocument, publicUrl: string) {
  return {
    ...declared,
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(
      Object.entries(declared.paths).map(([path, methods]) => [
        path,
        Object.fromEntries(
          Object.entries(methods).map(([method, operation]) => [
            method,
            whole(`${method.toUpperCase()} ${path}`, operation),
          ]),
        ),
      ]),
    ),
    webhooks: Object.fromEntries(webhookEvents().map((event) => [event.type, webhookItem(event)])),
    components: { schemas: { Problem }, securitySchemes },
  }
}

function whole(key: string, operation: Operation): Operation {
  const [zh, en] = (summaries as Summaries)[key] ?? []
  return {
    ...operation,
    security: securityOf(operation['x-access']),
    ...(en && { summary: en, 'x-summary-zh': zh }),
    parameters: [...(operation.parameters ?? []), ...headersOf(key, operation)],
    responses: { ...operation.responses, ...refusalsOf(key, operation) },
  }
}

function securityOf(access: Operation['x-access']): Record<string, string[]>[] {
  if (typeof access === 'object') return [{ apiKey: [access.staff] }, { staffSession: [] }]
  return access === 'shopper' ? [{ shopperSession: [] }] : []
}

const header = (name: string, required: boolean, description: string): Parameter => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', maxLength: 200 },
})

function headersOf(key: string, operation: Operation): Parameter[] {
  const once = operation['x-once']
    ? [header('Idempotency-Key', true, 'Makes a repeat harmless: it gets the first answer.')]
    : []
  const changes = operation['x-versioned'] && !key.startsWith('GET ')
  return changes
    ? [...once, header('If-Match', false, 'The ETag of what was read: a change in between is refused.')]
    : once
}

/** The statuses a call may be refused with; the code inside says why. */
export function refusalStatuses(key: string, operation: Operation): string[] {
  const access = operation['x-access']
  const isAbout = key.includes('{')
  const changes = !key.startsWith('GET ')
  return [
    operation.parameters?.length || operation.requestBody ? '400' : '',
    typeof access === 'object' || access === 'shopper' ? '401' : '',
    typeof access === 'object' ? '403' : '',
    isAbout ? '404' : '',
    changes ? '409' : '',
    operation['x-versioned'] && changes ? '412' : '',
    changes || operation.parameters?.length ? '422' : '',
    typeof access === 'object' ? '429' : '',
    '503',
  ].filter((status) => status !== '')
}

const refusalsOf = (key: string, operation: Operation) =>
  Object.fromEntries(
    refusalStatuses(key, operation).map((status) => [
      status,
      {
        description: statusWords[status]!,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } as JsonSchema } },
      },
    ]),
  )

const statusWords: Readonly<Record<string, string>> = {
  '400': 'Not as declared: details.field says where',
  '401': 'Not signed in, or the key is not valid',
  '403': 'The permission or scope is missing',
  '404': 'There is no such thing in this shop',
  '409': 'The present state forbids it',
  '412': 'Somebody else has changed it meanwhile: details say who',
  '422': 'Well-formed and refused by a rule: the code says which',
  '429': 'Too many requests: Retry-After says when',
  '503': 'Busy: Retry-After says when',
}

const Problem: JsonSchema = {
  type: 'object',
  description: 'RFC 9457 problem details. Programs branch on `code`, people read `detail`.',
  required: ['type', 'title', 'status', 'code', 'detail', 'details', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    details: { type: 'object' },
    requestId: { type: 'string' },
  },
}

const securitySchemes = {
  apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer zg_…`' },
  staffSession: { type: 'apiKey', in: 'cookie', name: 'zg_staff' },
  shopperSession: { type: 'apiKey', in: 'cookie', name: 'zg_shop' },
}

/** What a receiver is sent, around the event's own data. */
export const messageSchema = (type: string, data: JsonSchema): JsonSchema => ({
  type: 'object',
  required: ['id', 'type', 'timestamp', 'payloadVersion', 'subject', 'data'],
  properties: {
    id: { type: 'string', format: 'uuid', description: 'Also the header webhook-id: the same in every attempt.' },
    type: { type: 'string', const: type },
    timestamp: { type: 'string', format: 'date-time' },
    payloadVersion: { type: 'string', const: '2026-11' },
    subject: {
      type: 'object',
      required: ['kind', 'id', 'version'],
      properties: {
        kind: { type: 'string' },
        id: { type: 'string', format: 'uuid' },
        version: { type: 'integer', minimum: 1, description: 'Rises with every change of the thing; its ETag.' },
      },
    },
    data,
  },
})

const webhookItem = ({ type, title, schema, permission }: ReturnType<typeof webhookEvents>[number]) => ({
  post: {
    operationId: `webhook.${type}`,
    tags: ['webhooks'],
    summary: title.en,
    'x-summary-zh': title.zh,
    description: `Subscribing needs the permission ${permission}.`,
    requestBody: { content: { 'application/json': { schema: messageSchema(type, schema as JsonSchema) } } },
    responses: { '2XX': { description: 'Taken. Anything else, or nothing within 15 s, is tried again.' } },
  },
})
