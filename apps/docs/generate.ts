import { webhookEvents } from '#platform/webhooks'
import { type ApiDocument, type Operation, publishedDocument } from './document.ts'
import { callsOf } from './operations.ts'
import { type JsonSchema, plain } from './schema.ts'

/** The source of `packages/client/src/api.ts`: a type for every call and every message, as the routes declare them. */
export function clientTypes(declared: ApiDocument): string {
  const document = publishedDocument(declared, '')
  const calls = callsOf(document).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const operations = calls.map(({ key, operation }) => `${comment(operation)}  '${key}': ${callType(operation)}`)
  const messages = webhookEvents().map(
    ({ type, title, schema }) => `  /** ${title.en}. */\n  '${type}': ${typeOf(schema as JsonSchema, 1)}`,
  )
  return `${head}\n/** Every call of the API. */\nexport interface Operations {\n${operations.join('\n')}\n}\n
/** What each message tells, by its type. */\nexport interface WebhookMessages {\n${messages.join('\n')}\n  'webhook.ping': Record<string, never>\n}\n${tail}`
}

const head = '// Generated from the OpenAPI document by `npm run client`. Do not edit.\n'
const tail = `
/** A message as it arrives; \`type\` says what \`data\` is. */
export type WebhookMessage = {
  [Type in keyof WebhookMessages]: {
    /** Also the header webhook-id: the same in every attempt. */
    id: string
    type: Type
    timestamp: string
    payloadVersion: string
    /** \`version\` rises with every change of the thing. */
    subject: { kind: string; id: string; version: number }
    data: WebhookMessages[Type]
  }
}[keyof WebhookMessages]
`

const comment = (operation: Operation): string =>
  `  /** ${operation.summary ? `${operation.summary}. ` : ''}${callersOf(operation)}. */\n`

/** Written down with the client, so that nobody opens a route to others without a line that says so. */
function callersOf({ 'x-access': access, 'x-once': once }: Operation): string {
  const callers = typeof access === 'object' ? `staff and keys with \`${access.staff}\`` : (others[access] ?? access)
  return `For ${callers}${once ? ', with an Idempotency-Key' : ''}`
}

const others: Readonly<Record<string, string>> = {
  open: 'anybody',
  anyone: 'anybody',
  shopper: 'shoppers who have signed in',
  provider: 'providers that prove themselves',
}

function callType(operation: Operation): string {
  const parts = [...['path', 'query'].map((place) => parametersType(operation, place)), bodyType(operation)].filter(
    (part) => part !== undefined,
  )
  const input = parts.length > 0 ? `{ ${parts.join('; ')} }` : 'Record<never, never>'
  return `{\n    input: ${input}\n    answer: ${answerType(operation)}\n  }`
}

function parametersType({ parameters = [] }: Operation, place: string): string | undefined {
  const own = parameters.filter((each) => each.in === place)
  if (own.length === 0) return undefined
  const fields = own.map(({ name, required, schema }) => `${name}${required ? '' : '?'}: ${typeOf(schema, 2)}`)
  return `${place}${own.some(({ required }) => required) ? '' : '?'}: { ${fields.join('; ')} }`
}

function bodyType({ requestBody, description }: Operation): string | undefined {
  const schema = requestBody?.content?.['application/json']?.schema
  if (schema) return `body: ${typeOf(schema, 2)}`
  return requestBody || description?.includes('`file`') ? 'body: FormData' : undefined
}

function answerType({ responses }: Operation): string {
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const contents = answers.flatMap(([, { content }]) => Object.entries(content ?? {}))
  const json = contents.flatMap(([type, { schema }]) => (type.includes('json') && schema ? [typeOf(schema, 2)] : []))
  if (json.length > 0) return [...new Set(json)].join(' | ')
  return contents.length > 0 ? 'string' : 'unknown'
}

/** A JSON schema as a TypeScript type, indented as deep as it stands. */
export function typeOf(whole: JsonSchema, depth: number): string {
  const { schema, nullable } = plain(whole)
  const type = bareType(schema, depth)
  return nullable ? `${type} | null` : type
}

function bareType(schema: JsonSchema, depth: number): string {
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return schema.enum.map(literal).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, depth)).join(' | ')
  if (schema.type === 'array') return schema.items ? arrayOf(schema.items, depth) : 'readonly unknown[]'
  if (schema.type === 'object') return objectType(schema, depth)
  if (schema.type === 'integer') return 'number'
  return ['string', 'number', 'boolean', 'null'].includes(schema.type ?? '') ? schema.type! : 'unknown'
}

const literal = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll("'", "\\'")
    .replace(/^"(.*)"$/, "'$1'")
/** Of one kind of object as it stands; whatever is a choice of several in brackets. */
function arrayOf(items: JsonSchema, depth: number): string {
  const type = typeOf(items, depth)
  const { schema, nullable } = plain(items)
  const isObject = type.startsWith('{') && !schema.anyOf && !nullable
  return /[ |]/.test(type) && !isObject ? `readonly (${type})[]` : `readonly ${type}[]`
}

function objectType({ properties, patternProperties, required = [], additionalProperties }: JsonSchema, depth: number) {
  const values =
    Object.values(patternProperties ?? {})[0] ??
    (typeof additionalProperties === 'object' ? additionalProperties : undefined)
  if (!properties) return values ? `Record<string, ${typeOf(values, depth)}>` : 'Record<string, unknown>'
  const indent = '  '.repeat(depth + 1)
  const fields = Object.entries(properties).map(([name, inner]) => {
    const about = inner.description ? `${indent}/** ${inner.description.replaceAll('*/', '')} */\n` : ''
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`
    return `${about}${indent}${key}${required.includes(name) ? '' : '?'}: ${typeOf(inner, depth + 1)}`
  })
  return fields.length > 0 ? `{\n${fields.join('\n')}\n${'  '.repeat(depth)}}` : 'Record<string, never>'
}
