import type { IncomingHttpHeaders } from 'node:http'
import { type CookieSerializeOptions, fastifyCookie } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#kernel/id'
import type { Choice, VisitorId } from '#model/insight/behaviour'
import type { SignedIn, Visitor } from '#model/office/accounts'
import type { Context } from '#platform/context'
import { guestKeyOf, newGuestToken } from '#sales/carts'

/** What a browser keeps of ours: a session of a shopper or of staff, a guest's cart, the district things are sent to, large text, and whether and as whom its visits are remembered. */
export type CookieKind = 'shop' | 'staff' | 'guest' | 'place' | 'text' | 'visits'

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')

/** With https the name says that only this very host may have set it. */
export const cookieName = (kind: CookieKind, publicUrl: string): string =>
  `${isSecure(publicUrl) ? '__Host-' : ''}zg_${kind}`

export const readCookie = (request: FastifyRequest, kind: CookieKind, publicUrl: string): string | undefined =>
  request.cookies[cookieName(kind, publicUrl)] || undefined

const optionsOf = (kind: CookieKind, publicUrl: string) =>
  ({
    path: '/',
    httpOnly: true,
    secure: isSecure(publicUrl),
    sameSite: kind === 'staff' ? 'strict' : 'lax',
  }) satisfies CookieSerializeOptions

/** Browsers keep no cookie longer. Source: RFC 6265bis, section 5.5. */
const longestSeconds = 400 * 24 * 3_600

/** Half a year later somebody is asked again. */
const visitsSeconds = 183 * 24 * 3_600

/** Hands a session's token to the browser, in place of an earlier one. */
export function setSession(reply: FastifyReply, publicUrl: string, { token, account }: SignedIn): void {
  const kind = account.kind === 'staff' ? 'staff' : 'shop'
  // The server decides when a session is over, and use prolongs it; staff's cookie goes with the browser as well.
  const maxAge = kind === 'staff' ? undefined : longestSeconds
  reply.setCookie(cookieName(kind, publicUrl), token, { ...optionsOf(kind, publicUrl), maxAge })
}

export function clearCookie(reply: FastifyReply, kind: CookieKind, publicUrl: string): void {
  reply.clearCookie(cookieName(kind, publicUrl), optionsOf(kind, publicUrl))
}

/**
 * The caller's context, with a token for the cart when a guest has none yet. Pages call it too, so that a browser's first
 * two requests to the cart bring the same token.
 */
export function withGuest(request: FastifyRequest, reply: FastifyReply): Context {
  const { context } = request
  const { actor, outside } = context
  if (actor.kind !== 'guest' || actor.guestKey) return context
  const token = newGuestToken()
  reply.setCookie(cookieName('guest', outside.publicUrl), token, guestOptions(outside.publicUrl))
  return { ...context, actor: { ...actor, guestKey: guestKeyOf(token) } }
}

/** Keeps the district the visitor has chosen, or none any more. */
export function setPlace(reply: FastifyReply, publicUrl: string, districtCode: string): void {
  if (districtCode === '') clearCookie(reply, 'place', publicUrl)
  else
    reply.setCookie(cookieName('place', publicUrl), districtCode, {
      ...optionsOf('place', publicUrl),
      maxAge: longestSeconds,
    })
}

const refused = 'no'

/** Whether this browser's visits may be remembered, and as whose. A browser that says no to every site (Global Privacy Control) has refused. */
export function visitsIn(request: FastifyRequest, publicUrl: string): { choice: Choice; visitorId?: VisitorId } {
  const kept = readCookie(request, 'visits', publicUrl)
  if (kept && isId(kept)) return { choice: 'agreed', visitorId: kept as VisitorId }
  return { choice: kept === refused || request.headers['sec-gpc'] === '1' ? 'refused' : 'unasked' }
}

/** Keeps with the browser what its visitor chose. */
export function setVisits(reply: FastifyReply, publicUrl: string, visitorId: VisitorId | undefined): void {
  reply.setCookie(cookieName('visits', publicUrl), visitorId ?? refused, {
    ...optionsOf('visits', publicUrl),
    maxAge: visitsSeconds,
  })
}

/** Whether the visitor wished for large text. */
export const wantsLargeText = (request: FastifyRequest, publicUrl: string): boolean =>
  readCookie(request, 'text', publicUrl) === 'large'

/** Keeps that wish in the browser, or forgets it. */
export function setLargeText(reply: FastifyReply, publicUrl: string, large: boolean): void {
  if (!large) clearCookie(reply, 'text', publicUrl)
  else
    reply.setCookie(cookieName('text', publicUrl), 'large', { ...optionsOf('text', publicUrl), maxAge: longestSeconds })
}

export const visitorOf = (request: FastifyRequest): Visitor => ({
  ip: request.ip.replace(/^::ffff:/, ''),
  userAgent: request.headers['user-agent'] ?? '',
})

const guestOptions = (publicUrl: string) => ({ ...optionsOf('guest', publicUrl), maxAge: longestSeconds })

/** The same for a page that was kept: a token for the cart of each guest it is given to, as a header's name and value. */
export function guestGreeting(publicUrl: string): () => readonly [string, string] {
  const [before, after] = fastifyCookie
    .serialize(cookieName('guest', publicUrl), '~', guestOptions(publicUrl))
    .split(/~|%7E/) as [string, string]
  return () => ['set-cookie', `${before}${newGuestToken()}${after}`]
}

/** What a request is known by before anything is looked up: its key, its session or its cart. */
export function callerIn({ authorization, cookie }: IncomingHttpHeaders): string | undefined {
  return authorization ?? /(?:^|; ?|__Host-)zg_(?:shop|staff|guest)=([^;]+)/.exec(cookie ?? '')?.[1]
}
