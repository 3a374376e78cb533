import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { declaredApi } from './declared.ts'
import { clientTypes, typeOf } from './generate.ts'
import type { JsonSchema } from './schema.ts'

test('the client is what the routes declare: otherwise run npm run client', async () => {
  const written = readFileSync(new URL('../../packages/client/src/api.ts', import.meta.url), 'utf8')
  expect(clientTypes(await declaredApi()) === written).toBe(true)
})

test.each<[JsonSchema, string]>([
  [{ type: 'string', enum: ['zh', 'en'] }, "'zh' | 'en'"],
  [{ type: 'string', const: "it's" }, "'it\\'s'"],
  [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'number | null'],
  [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
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
