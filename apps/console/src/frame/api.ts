import { connect, type Problem, type Zhanggui, ZhangguiProblem } from '#client'
import { say } from '#kernel/text'
import { locale } from './language.ts'
import { frameText } from './text.ts'

export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** A page says at once that it was refused, and whoever looks at it tries again. */
const house = connect({ locale, retries: 0, fetch: (...request) => fetch(...request) })

/**
 * One call by the name that the API's document gives it: a wrong path, input or field of the answer does not compile. Every change
 * carries an idempotency key of its own, so that a repeat after a lost answer changes nothing. @throws ApiProblem
 */
export const ask: Zhanggui['call'] = (name, ...input) => house.call(name, ...input).catch(refuse)

/** The same, with the `etag` of what was read, to be sent as `ifMatch` with a change of it. */
export const askWithTag: Zhanggui['read'] = (name, ...input) => house.read(name, ...input).catch(refuse)

let tellSignedOut = (): void => undefined

/** Says what is to be done when the server does not know the caller any more. */
export function onSignedOut(tell: () => void): void {
  tellSignedOut = tell
}

function refuse(error: unknown): never {
  if (!(error instanceof ZhangguiProblem)) throw error
  if (error.status === 401) tellSignedOut()
  if (error.code !== 'offline') throw new ApiProblem(error)
  const detail = say(frameText, locale(), 'offline')
  throw new ApiProblem({ status: 0, code: 'offline', title: '', detail, details: {}, requestId: '' })
}
