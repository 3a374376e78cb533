import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import { refusal } from '#kernel/refusal'
import type { Locale } from '#kernel/text'
import { type Actor, type Context, limitOf, type RepeatKey, type ShopId, worksHere } from '#platform/context'
import type { Lane } from './admission.ts'

/**
 * Who may call a route. `open`: the same answer to everybody, so nobody is identified and no shop is needed (probes, files).
 * `anyone`: no account needed. `shopper`: a signed-in shopper. `provider`: an outside system whose
 * message proves itself. `{ staff }`: a member of staff who holds that permission in the shop, or an API key with it as a scope.
 */
export type AccessRule = 'open' | 'anyone' | 'shopper' | 'provider' | { readonly staff: string }

/**
 * What a route means for somebody whose permission is limited to some warehouses. `listed`: it shows what lies in theirs alone (`limitOf`).
 * `everywhere`: it is for those who work in all of them. `nowhere`: it is about no warehouse. A function says whether all it is about is theirs.
 */
export type WithinRule = 'listed' | 'everywhere' | 'nowhere' | WithinTheirs
export type WithinTheirs = (
  request: Pick<FastifyRequest, 'context' | 'params' | 'query' | 'body'>,
  isTheirs: (warehouseId: string) => boolean,
) => boolean | Promise<boolean>

/** What the application knows of a caller: who, in which shop, in which language, and the token of a guest's cart. */
export interface Identity {
  readonly actor: Actor
  readonly shopId: ShopId
  readonly locale: Locale
  readonly guestToken?: string
  /** A provider calls back: its work has connections of its own. */
  readonly isCallback?: boolean
  /** Permissions that wait until a member of staff has promised confidentiality. */
  readonly withheld?: ReadonlySet<string>
}

declare module 'fastify' {
  interface FastifyContextConfig {
    needs?: AccessRule
    /** Where its permission is one of warehouses. */
    within?: WithinRule
    /** The route creates or moves something: it takes an `Idempotency-Key`. */
    once?: boolean
    /** What a request is for, when there is too much to do; told from `needs` unless said. */
    lane?: Lane
    /** Leads to an order: who finds no room gets a place in line. */
    inLine?: true
    /** The thing in the address, or the shop, has a version: its `ETag` is given, `If-Match` compared. */
    versioned?: true | 'shop'
    /** Shown in no OpenAPI document: pages and assets. */
    hidden?: boolean
  }
  interface FastifyRequest {
    context: Context
    identity: Identity
    repeatKey?: RepeatKey
  }
}

/** Callbacks come from providers; staff who read a list wait before those who act and before shoppers. Probes and files stand in no lane. */
export function laneOf({ needs, lane }: FastifyContextConfig, method: string): Lane | undefined {
  if (lane || needs === 'open') return lane
  if (needs === 'provider') return 'callback'
  return typeof needs === 'object' && safeMethods.has(method) ? 'list' : 'browse'
}

export const signInNeeded = refusal('forbidden', 'access.sign_in_needed', (_: object) => 'sign in first')
export const notPermitted = refusal(
  'forbidden',
  'access.not_permitted',
  (d: { permission: string }) => `the permission ${d.permission} is missing`,
)

export const confidentialityNeeded = refusal(
  'forbidden',
  'access.confidentiality_needed',
  (_: object) => 'customers’ data are for those who have confirmed the statement of confidentiality',
)

export const otherWarehouse = refusal(
  'forbidden',
  'access.other_warehouse',
  (_: object) => 'this belongs to a warehouse in which the caller does not work',
)
export const everywhereOnly = refusal(
  'forbidden',
  'access.everywhere_only',
  (d: { permission: string }) => `this is for those who hold ${d.permission} in all warehouses`,
)

/** @throws Error at start-up when a route has no rule, or one that names no permission */
export function needsOf(config: { needs?: AccessRule } | undefined, route: string): AccessRule {
  const needs = config?.needs
  if (!needs || (typeof needs === 'object' && !needs.staff))
    throw new Error(`${route} says not who may call it (config.needs)`)
  return needs
}

/** @throws signInNeeded, notPermitted, confidentialityNeeded */
export function checkAccess(needs: AccessRule, { actor, withheld }: Identity): void {
  if (needs === 'open' || needs === 'anyone' || needs === 'provider') return
  if (needs === 'shopper') {
    if (actor.kind !== 'shopper') throw signInNeeded({})
    return
  }
  if (!worksHere(actor)) throw signInNeeded({})
  if (!actor.permissions.has(needs.staff)) throw notPermitted({ permission: needs.staff })
  if (withheld?.has(needs.staff)) throw confidentialityNeeded({})
}

/** Keeps who works in some warehouses to those. A route that says nothing is closed to them. @throws otherWarehouse, everywhereOnly */
export async function checkWithin(request: FastifyRequest): Promise<void> {
  const { needs, within = 'everywhere' } = request.routeOptions.config
  if (typeof needs !== 'object') return
  const limit = limitOf(request.identity.actor, needs.staff)
  if (!limit || within === 'nowhere' || within === 'listed') return
  if (within === 'everywhere') throw everywhereOnly({ permission: needs.staff })
  if (!(await within(request, (warehouseId) => limit.includes(warehouseId)))) throw otherWarehouse({})
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

export const foreignOrigin = refusal(
  'forbidden',
  'access.foreign_origin',
  (d: { origin: string }) => `a page of ${d.origin} may not do this`,
)

export const originUnsaid = refusal(
  'forbidden',
  'access.origin_unsaid',
  (_: object) => 'a change with a cookie says where it comes from (Origin or Referer)',
)

/**
 * Cookies ride along from any page, so a change is taken only from our own. Browsers say whose page it is: newer ones by `Sec-Fetch-Site`,
 * most by `Origin`, the oldest by `Referer`. Who says nothing at all and brings cookies may be made to by somebody else.
 * A key in `Authorization` rides along with nobody.
 *
 * @throws foreignOrigin, originUnsaid
 */
export function checkOrigin(request: FastifyRequest, publicUrl: string): void {
  if (safeMethods.has(request.method) || request.routeOptions.config.needs === 'provider') return
  const { origin, referer, cookie, authorization = '' } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw foreignOrigin({ origin: String(origin ?? site) })
  const from = origin ?? (site === undefined ? referer : undefined)
  if (from !== undefined) {
    const host = URL.canParse(from) ? new URL(from).host : ''
    if (host !== request.host && host !== new URL(publicUrl).host) throw foreignOrigin({ origin: from })
    return
  }
  if (site === undefined && cookie !== undefined && !/^Bearer +\S/i.test(authorization)) throw originUnsaid({})
}
