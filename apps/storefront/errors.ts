import type { FastifyReply, FastifyRequest } from 'fastify'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { say } from '#kernel/text'
import { problemOf } from '#platform/http'
import { houseTexts } from '../texts.ts'
import { type Front, isEnglish } from './front.ts'
import { baseOf, type FormProblem } from './page.ts'
import type { View } from './view.ts'

export interface Failed {
  readonly error: unknown
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export interface ErrorPage {
  readonly status: number
  readonly detail: string
  readonly requestId: string
}

/** Shows what went wrong as a page of ours; who must sign in first is taken there and back. */
export async function showError(front: Front, { error, request, reply }: Failed): Promise<unknown> {
  if (isForPrograms(request)) throw error
  const locale = isEnglish(request) ? 'en' : 'zh'
  const problem = problemOf(error, { locale, requestId: request.id, texts: houseTexts })
  if (problem.status === 401)
    return reply.redirect(signInAddress(request, locale), request.method === 'GET' ? 302 : 303)
  if (problem.status === 500)
    request.log.error({ err: error, requestId: request.id, url: request.routeOptions.url }, 'a page failed')
  if (problem.status === 503) reply.header('retry-after', '2')
  const page: ErrorPage = { status: problem.status, detail: problem.detail, requestId: request.id }
  const view = await viewFor(front, request)
  return front.show(request, reply, { shows: 'error', status: problem.status, view, page, isPrivate: true })
}

/** The page's frame with shop and cart, or without them when that is what failed. */
async function viewFor(front: Front, request: FastifyRequest): Promise<View> {
  try {
    return await front.viewOf(request, await front.requestOf(request), {
      here: request.method === 'GET' ? undefined : '/',
    })
  } catch {
    return front.bareView(request)
  }
}

/** The API and the files answer in their own way, and so does the console. */
export const isForPrograms = ({ url }: FastifyRequest): boolean => /^\/(api|console|assets|pictures)(\/|$)/.test(url)

/** A form's own page is where one comes back to, for a form itself cannot be visited. */
function signInAddress(request: FastifyRequest, locale: 'zh' | 'en'): string {
  const { shop } = (request.params ?? {}) as { shop?: string }
  const base = baseOf({ locale, shopCode: shop })
  const here = request.method === 'GET' ? request.url : pathOfReferer(request)
  return `${base}/sign-in?next=${encodeURIComponent(here.slice(base.length) || '/')}`
}

function pathOfReferer({ headers }: FastifyRequest): string {
  const { referer } = headers
  return referer && URL.canParse(referer) ? new URL(referer).pathname : '/'
}

/** What a refusal says beside its field, amounts written as people write them. */
export function problemText(refusal: Refusal, view: Pick<View, 'locale' | 'money'>): FormProblem {
  const details = Object.fromEntries(
    Object.entries(refusal.details).map(([name, value]) => [name, isMoney(value) ? view.money(value) : value]),
  )
  const { field } = refusal.details
  return {
    code: refusal.code,
    text: say(houseTexts, view.locale, refusal.code, details),
    field: typeof field === 'string' ? field : undefined,
    details: refusal.details,
  }
}

const isMoney = (value: unknown): value is { minor: number; currency: string } =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value

/** Whether a form may show this again with what was typed: a refusal of the business or a provider that is busy, not a missing page or a busy house. */
export const isFormRefusal = (error: unknown): error is Refusal =>
  isRefusal(error) &&
  error.kind !== 'not_found' &&
  (error.kind !== 'busy' || error.code.startsWith('payments.')) &&
  error.code !== 'access.sign_in_needed'
