import { expect, test } from 'vitest'
import { clientTypes, typeOf } from './generate.ts'
import type { JsonSchema } from './schema.ts'

test.each<[JsonSchema, string]>([
  [{ type: 'string', enum: ['zh', 'en'] }, "'zh' | 'en'"],
  [{ type: 'string', const: "it's" }, "'it\\'s'"],
  [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'number | null'],
  [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, 'readonly (string | null)[]'],
  [
    {
      type: 'array',
      items: { anyOf: ['a', 'b'].map((kind) => ({ type: 'object', properties: { kind: { const: kind } } })) },
    },
    "readonly ({\n  kind?: 'a'\n} | {\n  kind?: 'b'\n})[]",
  ],
  [{ type: 'object', patternProperties: { '^[a-z]+$': { type: 'boolean' } } }, 'Record<string, boolean>'],
  [
    { type: 'object', properties: { a: { type: 'string' }, 'b-c': {} }, required: ['a'] },
    "{\n  a: string\n  'b-c'?: unknown\n}",
  ],
  [
    {
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
        { type: 'object', properties: { b: { type: 'number' } } },
      ],
    },
    '{\n  a: string\n  b?: number\n}',
  ],
])('%j is %s', (schema, type) => {
  expect(typeOf(schema, 0)).toBe(type)
})

test('S04 who may call, and what must come with it, is written down with every call of the client', () => {
  const operation = { operationId: 'any', responses: {} }
  const types = clientTypes({
    openapi: '3.1.0',
    info: { title: 'ours', version: '1' },
    paths: {
      '/api/v1/admin/refunds/{id}': {
        post: { ...operation, 'x-access': { staff: 'refunds.approve' }, 'x-once': true },
      },
      '/api/v1/store/orders': { get: { ...operation, 'x-access': 'shopper' } },
    },
  })
  expect(types).toContain(
    "  /** For staff and keys with `refunds.approve`, with an Idempotency-Key. */\n  'POST /api/v1/admin/refunds/{id}'",
  )
  expect(types).toContain("For shoppers who have signed in. */\n  'GET /api/v1/store/orders'")
})
