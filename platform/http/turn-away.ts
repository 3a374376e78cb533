import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Locale } from '#kernel/text'
import { type Away, mustWait, tooBusy } from './admission.ts'
import { type ProblemTexts, problemOf } from './problems.ts'

/** What a browser is shown that finds no room: a whole page, since nothing may be asked for it. */
export type BusyPage = (request: IncomingMessage, locale: Locale, away: Away) => BusyAnswer

export interface BusyAnswer {
  readonly body: string
  /** Its Content-Security-Policy. */
  readonly policy: string
}

export type TurnAway = (request: IncomingMessage, response: ServerResponse, away: Away) => void

/**
 * Answers 503 by hand: when ten times as many come as can be served, nine of ten answers are this one, and what it costs is missing for
 * the tenth. Nothing is read, looked up or written down, and the connection stays.
 */
export function turnAwayWith(texts: ProblemTexts, busyPage?: BusyPage): TurnAway {
  const problem = problems(texts)
  return (request, response, away) => {
    const locale = isEnglish(request) ? 'en' : 'zh'
    const page = isForPrograms.test(request.url ?? '') ? undefined : busyPage?.(request, locale, away)
    const body = page ? page.body : problem(locale, away)
    response.writeHead(503, [
      ...always,
      'content-length',
      String(Buffer.byteLength(body)),
      'retry-after',
      String(away.retryAfterSeconds),
      ...(page ? ['content-type', 'text/html; charset=utf-8', 'content-security-policy', page.policy] : forPrograms),
    ])
    response.end(body)
  }
}

const always = ['cache-control', 'no-store', 'x-content-type-options', 'nosniff', 'x-frame-options', 'DENY']
const forPrograms = [
  'content-type',
  'application/problem+json',
  'content-security-policy',
  "default-src 'none'; frame-ancestors 'none'",
]
const isForPrograms = /^\/(api|console|pictures)(\/|$)/

const isEnglish = ({ url = '', headers }: IncomingMessage): boolean =>
  /^\/en(?:[/?]|$)/.test(url) || /\ben\b/.test(headers['accept-language'] ?? '')

/** The problem details of being sent away: made once for each pause and language, as only the request's number differs. */
function problems(texts: ProblemTexts) {
  const known = new Map<string, readonly [string, string]>()
  const made = (locale: Locale, { place, retryAfterSeconds }: Away): readonly [string, string] => {
    const why = place === undefined ? tooBusy({ retryAfterSeconds }) : mustWait({ place, retryAfterSeconds })
    const [before = '', after = ''] = JSON.stringify(problemOf(why, { locale, requestId: '~', texts })).split('"~"')
    return [before, after]
  }
  return (locale: Locale, away: Away): string => {
    const key = away.place === undefined ? `${locale} ${away.retryAfterSeconds}` : undefined
    const [before, after] = (key !== undefined && known.get(key)) || made(locale, away)
    if (key !== undefined) known.set(key, [before, after])
    return `${before}"${randomUUID()}"${after}`
  }
}
