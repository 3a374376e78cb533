import type { ApiDocument, Operation } from '../../apps/docs/document.ts'
import type { Route, Schema } from './route-table.ts'

/** The operations of an OpenAPI document, as routes. */
export function operationsOf({ paths }: ApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Route['method'],
      url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      needs: operation['x-access'] as Route['needs'],
      once: operation['x-once'] === true,
      body: operation.requestBody?.content?.['application/json']?.schema as Schema | undefined,
      query: querySchema(operation),
    })),
  )
}

function querySchema({ parameters = [] }: Operation): Schema | undefined {
  const inQuery = parameters.filter((one) => one.in === 'query')
  if (inQuery.length === 0) return undefined
  return {
    type: 'object',
    properties: Object.fromEntries(inQuery.map(({ name, schema }) => [name, schema as Schema])),
    required: inQuery.filter(({ required }) => required).map(({ name }) => name),
  } as Schema
}

/** A place in a body where a value stands, and what is declared of it. */
export interface Spot {
  readonly path: readonly (string | number)[]
  readonly schema: Schema
}

/** Every place of a schema, the objects and lists themselves included. */
export function spotsOf(schema: Schema, path: Spot['path'] = []): Spot[] {
  const within = [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.items ? [[0, schema.items] as const] : []),
  ].flatMap(([name, inner]) => spotsOf(inner, [...path, name]))
  const branches = (schema.anyOf ?? []).flatMap((branch) => spotsOf(branch, path))
  const self = schema.anyOf ? [] : [{ path, schema }]
  return [...self, ...within, ...branches]
}

/** The same body with another value at a place; what is missing on the way is made. */
export function withValue(body: unknown, path: Spot['path'], value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  const inner = withValue((body as Record<string, unknown> | undefined)?.[step], rest, value)
  if (typeof step === 'number') return [inner, ...(Array.isArray(body) ? body.slice(1) : [])]
  return { ...(body as object | undefined), [step]: inner }
}

export type Random = () => number

/** So many of them, without repeating one. */
export function someOf<Value>(all: readonly Value[], most: number, random: Random): Value[] {
  const left = [...all]
  return Array.from(
    { length: Math.min(most, all.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0]!,
  )
}

/** Texts no text field may choke on: what databases, pages, shells, sheets and headers could take for their own. */
export const hostileTexts: readonly string[] = [
  "' or '1'='1",
  "'; drop table sales.orders; --",
  "\\'; select pg_sleep(9); --",
  '$$; select 1; $$',
  'zh"}\'); delete from "office"."accounts"; --',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ['{{7*7}}', '$', '{7*7}<%= 7*7 %>'].join(''),
  '../../../../etc/passwd',
  '%2e%2e%2f%00',
  'a\r\nset-cookie: zg_staff=1',
  '=cmd|/c calc!A1',
  '__proto__',
  'constructor',
  '\u202Eexe.gpj\u200B',
  '𠮷野家👨‍👩‍👧‍👦',
  'x'.repeat(20_000),
]

/** Texts that no text can be: what no column keeps and no page shows. */
export const impossibleTexts: readonly string[] = ['a\u0000b', '\ud800', 'tail\udc00']

/** Values of every other kind than a declared one. */
export function wrongFor({ type, format }: Schema): unknown[] {
  if (type === 'string') return [1, true, {}, ['x'], ...(format ? ['not-a-word-of-that-form'] : [])]
  if (type === 'integer' || type === 'number')
    return ['1', '1e3', true, [1], {}, ...(type === 'integer' ? [1.5] : []), 2 ** 53, 2 ** 63, 1e308, -(2 ** 63)]
  if (type === 'boolean') return ['true', 1, {}]
  if (type === 'array') return ['x', 1, { 0: 'x', length: 1 }]
  if (type === 'object') return ['x', 1, ['x']]
  return []
}

/** Values at and beyond the declared edges: none of them may be taken. */
export function beyondEdges(schema: Schema): unknown[] {
  const { minimum, maximum, minLength, maxLength, maxItems } = schema as Schema & Edges
  return [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(minLength ? [''] : []),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(maxItems === undefined || maxItems > 10_000 ? [] : [Array(maxItems + 1).fill(null)]),
  ]
}

interface Edges {
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
}

/** Whole numbers at the ends of columns and of exact arithmetic. */
export const extremes: readonly number[] = [0, -1, -0, 2_147_483_647, 2_147_483_648, -2_147_483_649, 2 ** 53 - 1]

/** What no answer may show: where the program lies, how it asks its database, and that of others. */
export const leaks =
  /\bat [^\n]+\.[cm]?[jt]s:\d+|node_modules|\/(?:work|home|usr|tmp)\/|\b(?:select|insert into|update|delete from) [^\n]{0,80}\b(?:from|values|set|where)\b|syntax error at|violates [a-z-]+ constraint|invalid input syntax|kysely|postgres|fastify/i
