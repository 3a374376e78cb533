/** As much of JSON Schema as the API's document uses. */
export interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly pattern?: string
  readonly additionalProperties?: boolean | JsonSchema
}

/** One schema where several must hold, or one may be null. */
export function plain(schema: JsonSchema): { readonly schema: JsonSchema; readonly nullable: boolean } {
  const choices = schema.anyOf?.filter(({ type }) => type !== 'null')
  if (schema.anyOf && choices?.length === 1)
    return { ...plain(choices[0]!), nullable: choices.length < schema.anyOf.length }
  if (schema.allOf) return { schema: merged(schema.allOf), nullable: false }
  return { schema, nullable: false }
}

const merged = (parts: readonly JsonSchema[]): JsonSchema => ({
  type: 'object',
  properties: Object.assign({}, ...parts.map((part) => plain(part).schema.properties)),
  required: parts.flatMap((part) => plain(part).schema.required ?? []),
})

/** `string (uuid)`, `object[]`, `"a" | "b"`: a type in a word. */
export function typeWord(whole: JsonSchema): string {
  const { schema, nullable } = plain(whole)
  const word = bareWord(schema)
  return nullable ? `${word} | null` : word
}

function bareWord(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(typeWord).join(' | ')
  if (schema.type === 'array') return schema.items ? `${typeWord(schema.items)}[]` : 'array'
  return schema.format ? `${schema.type} (${schema.format})` : (schema.type ?? 'any')
}

/** What narrows a value: `1–100`, `≤ 40 characters`. */
export function limitsWord({
  minimum,
  maximum,
  minLength,
  maxLength,
  maxItems,
  pattern,
  default: initial,
}: JsonSchema) {
  const range = (low?: number, high?: number) =>
    low !== undefined && high !== undefined
      ? `${low}–${high}`
      : low !== undefined
        ? `≥ ${low}`
        : high !== undefined
          ? `≤ ${high}`
          : ''
  return [
    range(minimum, maximum),
    range(minLength, maxLength) && `${range(minLength, maxLength)} chars`,
    maxItems !== undefined && `≤ ${maxItems} items`,
    pattern && `/${pattern}/`,
    initial !== undefined && `= ${JSON.stringify(initial)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

const samples: Readonly<Record<string, unknown>> = {
  'date-time': '2026-11-22T08:30:00Z',
  date: '2026-11-22',
  uuid: '0190b5e2-7c3a-7d10-9f4e-3a1b2c4d5e6f',
}

/** An example of what a schema describes: everything in an answer, only what is required in a request. */
export function exampleOf(whole: JsonSchema, { all, name = '' }: { all: boolean; name?: string }): unknown {
  const { schema } = plain(whole)
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return exampleOf(schema.anyOf[0]!, { all, name })
  if (schema.type === 'object') return exampleObject(schema, all)
  if (schema.type === 'array') return schema.items ? [exampleOf(schema.items, { all, name })] : []
  if (schema.type === 'integer' || schema.type === 'number')
    return name === 'minor' ? 9900 : Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'boolean') return true
  if (schema.type === 'null') return null
  return name === 'currency' ? 'CNY' : (samples[schema.format ?? ''] ?? (name || 'text'))
}

function exampleObject({ properties = {}, required = [] }: JsonSchema, all: boolean): object {
  const wanted = Object.entries(properties).filter(([name]) => all || required.includes(name))
  return Object.fromEntries(wanted.map(([name, inner]) => [name, exampleOf(inner, { all, name })]))
}
