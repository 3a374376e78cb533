import { type Locale, say } from '#kernel/text'
import { keyScopes } from '#model/office/accounts'
import { type Operation, type Parameter, refusalStatuses } from './document.ts'
import { type Html, html } from './html.ts'
import type { Call } from './operations.ts'
import { exampleOf, type JsonSchema, limitsWord, plain, typeWord } from './schema.ts'
import { docsText } from './text.ts'

export interface Reader {
  readonly locale: Locale
  /** Where this house answers, for examples that can be pasted. */
  readonly publicUrl: string
}

type Say = (key: keyof typeof docsText, values?: Readonly<Record<string, unknown>>) => string
export const sayer =
  ({ locale }: Pick<Reader, 'locale'>): Say =>
  (key, values) =>
    say(docsText, locale, key, values)

export const titleOf = ({ key, operation }: Call, locale: Locale): string =>
  (locale === 'zh' ? operation['x-summary-zh'] : operation.summary) ?? key

/** One call: what it is for, who may, what goes in, what comes back, and an example to paste. */
export function showCall(call: Call, reader: Reader): Html {
  const t = sayer(reader)
  const { operation, method, path, key } = call
  const body = bodyOf(operation)
  const answer = answerOf(operation)
  return html`<section class="call" id="${operation.operationId}">
    <h2><a href="#${operation.operationId}">${titleOf(call, reader.locale)}</a></h2>
    <p class="route"><b class="method ${method.toLowerCase()}">${method}</b> <code>${path}</code></p>
    ${operation.description && html`<p>${operation.description}</p>`}
    <p class="facts"><span>${t('docs.access')}: ${accessWord(operation, t)}</span>
      ${operation['x-once'] && html`<a class="chip" href="/api/docs/guides/idempotency">${t('docs.once')}</a>`}
      ${operation['x-versioned'] && html`<a class="chip" href="/api/docs/guides/versions">${t('docs.versioned')}</a>`}</p>
    ${operation.parameters?.length ? html`<h3>${t('docs.parameters')}</h3>${parameterTable(operation.parameters, t)}` : undefined}
    ${body && html`<h3>${t('docs.body')} <small>${body.type}</small></h3>${fieldsOf(body.schema, t, { asked: true })}`}
    <h3>${t('docs.answer')} <small>${answer.status}</small></h3>
    ${answer.schema ? fieldsOf(answer.schema, t) : html`<p class="quiet">${answer.type ?? t('docs.answer.empty')}</p>`}
    <p class="quiet">${t('docs.refusals')}: ${refusalStatuses(key, operation).map((status) => html`<a class="chip" href="/api/docs/errors#s${status}">${status}</a> `)}</p>
    <h3>${t('docs.example')}</h3>
    <pre><code>${curlOf(call, reader)}</code></pre>
    <pre><code>${clientCallOf(call)}</code></pre>
    ${answer.schema && html`<details><summary>${t('docs.example.answer')}</summary><pre><code>${JSON.stringify(exampleOf(answer.schema, { all: true }), null, 2)}</code></pre></details>`}
  </section>`
}

function accessWord({ 'x-access': access }: Operation, t: Say): string {
  if (typeof access !== 'object') return t(`docs.access.${access as 'anyone' | 'shopper' | 'provider' | 'open'}`)
  const isForKeys = (keyScopes as readonly string[]).includes(access.staff)
  return t(isForKeys ? 'docs.access.staff' : 'docs.access.people', { scope: access.staff })
}

function bodyOf({ requestBody }: Operation): { type: string; schema: JsonSchema } | undefined {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  return type && content?.schema ? { type, schema: content.schema } : undefined
}

function answerOf({ responses }: Operation): { status: string; type?: string; schema?: JsonSchema } {
  const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? ['200', {}]
  const [type, content] = Object.entries(answer.content ?? {})[0] ?? []
  const schema = content?.schema?.type === 'null' ? undefined : content?.schema
  return { status, type, schema }
}

const parameterTable = (parameters: readonly Parameter[], t: Say): Html =>
  html`<ul class="fields">${parameters.map(
    ({ name, in: place, required, schema, description }) => html`<li><code>${name}</code>
    <span class="type">${typeWord(schema)}</span> <small>${t(`docs.in.${place}` as 'docs.in.path')}${required && html` · <em>${t('docs.required')}</em>`}</small>
    <small>${limitsWord(schema)}</small> ${(description ?? schema.description) && html`<span class="about">${description ?? schema.description}</span>`}</li>`,
  )}</ul>`

/** The fields of an object, those within indented. Of what is asked for, it says which must be there. */
export function fieldsOf(whole: JsonSchema, t: Say, { asked = false } = {}): Html {
  const { schema } = plain(whole)
  if (schema.type === 'array' && schema.items)
    return html`<p class="type">${typeWord(schema)}</p>${fieldsOf(schema.items, t, { asked })}`
  const entries = Object.entries(schema.properties ?? {})
  if (entries.length === 0) return html`<p class="type">${typeWord(schema)}</p>`
  return html`<ul class="fields">${entries.map(([name, inner]) => field(name, inner, t, { asked, required: asked && (schema.required?.includes(name) ?? false) }))}</ul>`
}

function field(
  name: string,
  whole: JsonSchema,
  t: Say,
  { asked, required }: { asked: boolean; required: boolean },
): Html {
  const { schema } = plain(whole)
  const within = schema.type === 'array' && schema.items ? plain(schema.items).schema : schema
  const hasFields = Object.keys(within.properties ?? {}).length > 0
  return html`<li><code>${name}</code> <span class="type">${typeWord(whole)}</span>
    ${required && html`<small><em>${t('docs.required')}</em></small>`} <small>${limitsWord(schema)}</small>
    ${whole.description && html`<span class="about">${whole.description}</span>`}${hasFields && fieldsOf(within, t, { asked })}</li>`
}

/** The same call with curl, ready to paste but for the key and ids. */
function curlOf({ method, path, operation }: Call, { publicUrl }: Reader): string {
  const body = bodyOf(operation)
  const query = (operation.parameters ?? []).filter((each) => each.in === 'query' && each.required)
  const search = query.map(({ name, schema }) => `${name}=${String(exampleOf(schema, { all: false, name }))}`).join('&')
  const isForKeys = typeof operation['x-access'] === 'object'
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${publicUrl}${path}${search && `?${search}`}'`,
    isForKeys && `-H 'Authorization: Bearer zg_…'`,
    operation['x-once'] && `-H 'Idempotency-Key: 7c1e…'`,
    body?.type === 'application/json' && `-H 'Content-Type: application/json'`,
    body?.type === 'application/json' && `-d '${JSON.stringify(exampleOf(body.schema, { all: false }))}'`,
    operation.description?.includes('`file`') && `-F 'file=@photo.jpg' -F 'alt=…'`,
  ]
    .filter(Boolean)
    .join(' \\\n  ')
}

function clientCallOf({ key, operation }: Call): string {
  const body = bodyOf(operation)
  const named = (place: string) =>
    Object.fromEntries(
      (operation.parameters ?? [])
        .filter((each) => each.in === place && (each.required || place === 'path'))
        .map(({ name, schema }) => [name, exampleOf(schema, { all: false, name })]),
    )
  const input = {
    ...(Object.keys(named('path')).length > 0 && { path: named('path') }),
    ...(Object.keys(named('query')).length > 0 && { query: named('query') }),
    ...(body?.type === 'application/json' && { body: exampleOf(body.schema, { all: false }) }),
  }
  const argument = Object.keys(input).length > 0 ? `, ${JSON.stringify(input, null, 2)}` : ''
  return `const answer = await zhanggui.call('${key}'${argument})`
}
