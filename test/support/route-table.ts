import type { RouteOptions } from 'fastify'
import type { TSchema } from 'typebox'
import type { AccessRule, Routes } from '#platform/http'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly needs: AccessRule
  readonly once: boolean
  readonly body?: Schema
  readonly query?: Schema
}

/** As much of JSON schema as our shapes use. */
export type Schema = TSchema & {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly minLength?: number
  readonly minItems?: number
  readonly additionalProperties?: boolean
}

/** Writes down every route that is mounted on a server from now on. */
export function routesOf(app: Routes): readonly Route[] {
  const found: Route[] = []
  app.addHook('onRoute', ({ method, url, config, schema }: RouteOptions) => {
    for (const each of [method].flat().filter((one) => one !== 'HEAD'))
      found.push({
        method: each as Route['method'],
        url,
        needs: config!.needs!,
        once: config?.once === true,
        body: schema?.body as Schema | undefined,
        query: schema?.querystring as Schema | undefined,
      })
  })
  return found
}

/** `POST /api/v1/store/orders`: how a failed expectation names a route. */
export const nameOf = ({ method, url }: Route): string => `${method} ${url}`

export const isId = (schema: Schema): boolean => schema.format === 'uuid'

/** The value of an id property, by its name and where it stands (`body.lines.lineId`). */
export type IdFor = (name: string, path: string) => string

/** A value the schema accepts: what is required, and every id that may be given. `words` are values for texts with a pattern. */
export function sampleOf(
  schema: Schema,
  idFor: IdFor,
  words: Readonly<Record<string, unknown>>,
  path = 'body',
): unknown {
  const name = path.split('.').at(-1)!
  const within = (inner: Schema, at = path) => sampleOf(inner, idFor, words, at)
  if (isId(schema)) return idFor(name, path)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return within(schema.anyOf[0]!)
  if (schema.type === 'array') return [within(schema.items!)]
  if (schema.type === 'object') return objectOf(schema, within, path)
  if (name in words) return words[name]
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (schema.format === 'date-time') return '2026-03-02T04:00:00Z'
  if (schema.pattern) throw new Error(`${path}: no word is known for ${schema.pattern}`)
  return 'x'.repeat(Math.max(3, schema.minLength ?? 0))
}

function objectOf(schema: Schema, within: (inner: Schema, at: string) => unknown, path: string): object {
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([name, inner]) =>
      schema.required?.includes(name) || isId(inner) || (inner.items !== undefined && isId(inner.items)),
  )
  return Object.fromEntries(wanted.map(([name, inner]) => [name, within(inner, `${path}.${name}`)]))
}

/** Where a body would silently take a property it does not know. */
export function openObjects(schema: Schema, path = 'body'): string[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.items ? [['0', schema.items] as const] : []),
    ...(schema.anyOf ?? []).map((one, index) => [String(index), one] as const),
  ].flatMap(([name, one]) => openObjects(one, `${path}.${name}`))
  const isOpen = schema.type === 'object' && schema.additionalProperties !== false && !schema.patternProperties
  return isOpen ? [path, ...inner] : inner
}
