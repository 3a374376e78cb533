import type { FastifyError } from 'fastify'
import { Refusal, type RefusalKind } from '#kernel/refusal'
import { type Locale, say, type Texts } from '#kernel/text'
import { type Malformed, malformedIn, sayField, sayMalformed } from './malformed.ts'

/** RFC 9457 problem details. `code` is stable and for programs, `detail` is for people, in the caller's language. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string
}

export type ProblemTexts = Texts

/** The HTTP status of each kind of refusal. */
export const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_many: 429,
  busy: 503,
}
const codeOfStatus: Record<number, string> = {
  400: 'request.malformed',
  404: 'request.no_such_page',
  405: 'request.method',
  413: 'request.too_large',
  415: 'request.media_type',
  429: 'request.too_many',
  503: 'request.busy',
}

/** Turns anything thrown into what the caller is told; a bug says nothing but its request id. The one place that knows statuses. */
export function problemOf(
  error: unknown,
  { locale, requestId, texts }: { locale: Locale; requestId: string; texts: ProblemTexts },
): Problem {
  const { status, code, details } = describe(error)
  const title = say(texts, locale, `status.${status}`)
  return {
    type: `urn:zhanggui:${code}`,
    title,
    status,
    code,
    detail: sayDetail(texts, locale, code, details),
    details,
    requestId,
  }
}

/** What is said of a field calls it by its name in the reader's language; `details.field` keeps the path for programs. */
function sayDetail(texts: ProblemTexts, locale: Locale, code: string, details: Record<string, unknown>): string {
  if (code === 'request.invalid') return sayMalformed(texts, locale, details as unknown as Malformed)
  const { field } = details
  return say(
    texts,
    locale,
    code,
    typeof field === 'string' ? { ...details, field: sayField(texts, locale, field) } : details,
  )
}

function describe(error: unknown): { status: number; code: string; details: Record<string, unknown> } {
  if (error instanceof Refusal) {
    const status = error.code.endsWith('.sign_in_needed') ? 401 : statusOf[error.kind]
    return { status, code: error.code, details: { ...error.details } }
  }
  const fault = error as Partial<FastifyError>
  if (fault.validation)
    return {
      status: 400,
      code: 'request.invalid',
      details: { ...malformedIn(fault.validation, fault.validationContext) },
    }
  if (isPoolFull(error)) return { status: 503, code: 'request.busy', details: {} }
  if (isDatabaseAway(error)) return { status: 503, code: 'database.away', details: {} }
  const status =
    typeof fault.statusCode === 'number' && fault.statusCode >= 400 && fault.statusCode < 500 ? fault.statusCode : 500
  return { status, code: status === 500 ? 'bug' : (codeOfStatus[status] ?? 'request.malformed'), details: {} }
}

/** Everybody waited for a connection: the same as being one too many at the door. */
const isPoolFull = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('timeout exceeded when trying to connect')

/**
 * Lost connections, a full disk, a stopping server, a statement that took too long, a password or a right that was taken away, a server
 * that only reads after a fail-over: not the caller's fault and not for ever.
 */
function isDatabaseAway(error: unknown): boolean {
  const { code, message, syscall } = error as { code?: string; message?: string; syscall?: string }
  if (code && (/^(08|28|53|57|25006|42501)/.test(code) || code === 'ECONNREFUSED' || code === 'ECONNRESET')) return true
  if (code === 'ENOENT' && syscall === 'connect') return true // its socket is gone
  return /Connection terminated|Client has encountered a connection error/.test(message ?? '')
}
