import { expect, test } from 'vitest'
import { typeOf } from './generate.ts'
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
