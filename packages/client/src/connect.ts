import type { Operations } from './api.ts'

/** `GET /api/v1/admin/orders`: a call of the API. */
export type OperationName = keyof Operations

/** What goes in: `path`, `query`, `body`, as far as the call takes them. */
export type InputOf<Name extends OperationName> = Operations[Name]['input']

/** What comes back. */
export type AnswerOf<Name extends OperationName> = Operations[Name]['answer']

/** Beside what the call takes: a key for repeats, the version that was seen, a way to give up. */
export interface Extras {
  /** Absent: one of its own for each call. Give one that belongs to what you mean to do. */
  readonly idempotencyKey?: string
  /** The `etag` of what was read: a change in between is refused with 412. */
  readonly ifMatch?: string
  readonly signal?: AbortSignal
}

/** What a call is given after its name: nothing, where it takes nothing. */
export type ArgumentsOf<Name extends OperationName> =
  Record<never, never> extends InputOf<Name> ? [input?: InputOf<Name> & Extras] : [input: InputOf<Name> & Extras]

export interface Connection {
  /** Where the house answers, like `https://shop.example`. Absent: this page's own. */
  readonly url?: string
  /** An API key. Absent in a browser that has signed in. */
  readonly key?: string
  /** The language of messages for people. */
  readonly locale?: 'zh' | 'en' | (() => 'zh' | 'en')
  /** How often a call that may be repeated is tried again after 429, 503 or a broken connection. Two times unless said. */
  readonly retries?: number
  readonly fetch?: typeof globalThis.fetch
}

/** What the server says when it refuses. Programs branch on `code`. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string
}

export class ZhangguiProblem extends Error implements Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string

  constructor(problem: Problem) {
    super(problem.detail || problem.title || problem.code)
    this.name = 'ZhangguiProblem'
    this.status = problem.status
    this.code = problem.code
    this.title = problem.title
    this.detail = problem.detail
    this.details = problem.details
    this.requestId = problem.requestId
  }
}

export interface Zhanggui {
  /** Makes one call. @throws ZhangguiProblem for every refusal, and with the code `offline` when nobody answered */
  call<Name extends OperationName>(name: Name, ...input: ArgumentsOf<Name>): Promise<AnswerOf<Name>>
  /** The same, with the `etag` of what was read or changed. */
  read<Name extends OperationName>(
    name: Name,
    ...input: ArgumentsOf<Name>
  ): Promise<{ readonly answer: AnswerOf<Name>; readonly etag: string | null }>
}

interface AnyInput extends Extras {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** A connection to one house. */
export function connect(connection: Connection = {}): Zhanggui {
  const read: Zhanggui['read'] = async (name, ...input) => {
    const response = await exchange(connection, name, (input[0] ?? {}) as AnyInput)
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const answer = text === '' ? undefined : isJson ? JSON.parse(text) : text
    return { answer, etag: response.headers.get('etag') }
  }
  return { read, call: async (name, ...input) => (await read(name, ...input)).answer }
}

async function exchange(connection: Connection, name: OperationName, input: AnyInput): Promise<Response> {
  const [method = 'GET', template = ''] = name.split(' ')
  const address = `${connection.url ?? ''}${fill(template, input.path)}${search(input.query)}`
  const request = { method, headers: headersOf(connection, method, input), body: bodyOf(input), signal: input.signal }
  for (let left = connection.retries ?? 2; ; left--) {
    const response = await (connection.fetch ?? fetch)(address, request).catch((cause: unknown) => {
      if (input.signal?.aborted) throw cause
      return undefined
    })
    if (response?.ok) return response
    const isPassing = !response || response.status === 429 || response.status === 503
    if (left <= 0 || !isPassing) throw new ZhangguiProblem(await problemIn(response))
    const seconds = Number(response?.headers.get('retry-after') ?? 1)
    await new Promise((resolve) => setTimeout(resolve, Math.min(30, seconds) * 1_000))
  }
}

function headersOf({ key, locale }: Connection, method: string, input: AnyInput): Record<string, string> {
  const language = typeof locale === 'function' ? locale() : locale
  return {
    accept: 'application/json',
    ...(key && { authorization: `Bearer ${key}` }),
    ...(language && { 'x-locale': language }),
    ...(method !== 'GET' && { 'idempotency-key': input.idempotencyKey ?? newKey() }),
    ...(input.ifMatch && { 'if-match': input.ifMatch }),
    ...(input.body !== undefined && !(input.body instanceof FormData) && { 'content-type': 'application/json' }),
  }
}

const bodyOf = ({ body }: AnyInput): string | FormData | undefined =>
  body === undefined || body instanceof FormData ? body : JSON.stringify(body)

const fill = (template: string, path: AnyInput['path'] = {}): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])))

/** `?a=1&b=2` of what is set; lists repeat their name. */
function search(query: AnyInput['query'] = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null && each !== '') parameters.append(name, String(each))
  const text = parameters.toString()
  return text ? `?${text}` : ''
}

async function problemIn(response: Response | undefined): Promise<Problem> {
  const nothing = { title: '', detail: '', details: {}, requestId: '' }
  if (!response) return { ...nothing, status: 0, code: 'offline' }
  const fallback = { ...nothing, status: response.status, code: 'unknown', detail: `HTTP ${response.status}` }
  return response.json().then(
    (problem: Partial<Problem>) => ({ ...fallback, ...problem }),
    () => fallback,
  )
}

/** Also where a page is not served over https, and so has no `randomUUID`. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
