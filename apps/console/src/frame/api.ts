import { newKey } from './key.ts'
import { locale } from './language.ts'

/** What the server says when it refuses: problem details, in our language. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string
}

export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Calls `/api/v1/admin…`, or an address given in full. Every change carries an idempotency key of its own, so that a repeat after a lost answer changes nothing. */
export async function call<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  key: string = newKey(),
): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-locale': locale() }
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json'
  if (method !== 'GET') headers['idempotency-key'] = key
  const response = await fetch(path.startsWith('/api/') ? path : `/api/v1/admin${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body),
  }).catch(() => {
    throw new ApiProblem({
      ...unreachable,
      detail: locale() === 'zh' ? '网络不通，请检查连接后重试' : 'No connection. Check the network and try again',
    })
  })
  if (!response.ok) throw new ApiProblem(await readProblem(response))
  return (response.status === 204 ? undefined : await response.json()) as Answer
}

export const get = <Answer>(path: string): Promise<Answer> => call('GET', path)
export const post = <Answer>(path: string, body: unknown = {}): Promise<Answer> => call('POST', path, body)
export const put = <Answer>(path: string, body: unknown): Promise<Answer> => call('PUT', path, body)
export const patch = <Answer>(path: string, body: unknown): Promise<Answer> => call('PATCH', path, body)
export const remove = <Answer>(path: string): Promise<Answer> => call('DELETE', path)

/** `?a=1&b=2` of what is set; lists repeat their name. */
export function query(
  values: Readonly<Record<string, string | number | boolean | readonly string[] | undefined | null>>,
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null && each !== '') search.append(name, String(each))
  const text = search.toString()
  return text ? `?${text}` : ''
}

const unreachable: Problem = { status: 0, code: 'offline', title: '', detail: '', details: {}, requestId: '' }

async function readProblem(response: Response): Promise<Problem> {
  const fallback = { ...unreachable, status: response.status, code: 'unknown', detail: `HTTP ${response.status}` }
  return response.json().then(
    (problem: Problem) => ({ ...fallback, ...problem }),
    () => fallback,
  )
}
