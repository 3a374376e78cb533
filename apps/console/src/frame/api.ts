import { connect, type OperationName, type Problem, type Zhanggui, ZhangguiProblem } from '#client'
import { newKey } from './key.ts'
import { locale } from './language.ts'

export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A page says at once that it was refused, and whoever looks at it tries again. */
const house = connect({ locale, retries: 0, fetch: (...request) => fetch(...request) })

/**
 * One call by the name that the API's document gives it: a wrong path, input or field of the answer does not compile. Every change
 * carries an idempotency key of its own, so that a repeat after a lost answer changes nothing. @throws ApiProblem
 */
export const ask: Zhanggui['call'] = (name, ...input) => house.call(name, ...input).catch(refuse)

/** The same, with the `etag` of what was read, to be sent as `ifMatch` with a change of it. */
export const askWithTag: Zhanggui['read'] = (name, ...input) => house.read(name, ...input).catch(refuse)

/** The same by method and path below `/api/v1/admin`, or an address given in full, for calls whose path is put together. */
export function call<Answer>(method: Method, path: string, body?: unknown, key: string = newKey()): Promise<Answer> {
  const name = `${method} ${path.startsWith('/api/') ? path : `/api/v1/admin${path}`}` as OperationName
  const input = { body, idempotencyKey: key } as Parameters<typeof house.call>[1]
  return house.call(name, input).catch(refuse) as Promise<Answer>
}

function refuse(error: unknown): never {
  if (!(error instanceof ZhangguiProblem)) throw error
  if (error.code !== 'offline') throw new ApiProblem(error)
  const detail = locale() === 'zh' ? '网络不通，请检查连接后重试' : 'No connection. Check the network and try again'
  throw new ApiProblem({ status: 0, code: 'offline', title: '', detail, details: {}, requestId: '' })
}

export const get = <Answer>(path: string): Promise<Answer> => call('GET', path)
export const post = <Answer>(path: string, body: unknown = {}): Promise<Answer> => call('POST', path, body)

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
