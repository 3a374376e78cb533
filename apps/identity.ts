import type { FastifyRequest } from 'fastify'
import { refusal } from '#kernel/refusal'
import type { Locale } from '#kernel/text'
import { showsCustomers } from '#model/office/roles'
import { holderOfKey, type Session, sessionOf } from '#office/accounts'
import { owesConfirmation } from '#office/confidentiality'
import { rightsOf, shopsOf } from '#office/roles'
import { defaultShop, shopByCode, shopNotFound } from '#office/shops'
import type { Actor, ShopId } from '#platform/context'
import type { Database } from '#platform/database'
import type { Identity } from '#platform/http'
import { guestKeyOf } from '#sales/carts'
import { readCookie } from './cookies.ts'

export const noShopYet = refusal('not_found', 'shops.none_yet', (_: object) => 'no shop has been opened yet')

export const keyNotHere = refusal(
  'forbidden',
  'access.key_not_here',
  (_: object) => 'API keys are for /api/v1/admin and /api/v1/partner',
)

interface Entrance {
  readonly db: Database
  /** Where callbacks of providers ask. */
  readonly callbacks?: Database
}

/**
 * Says who a request is, in which shop and in which language. Staff are known under /api/v1/admin, /api/v1/partner and /console alone,
 * by a cookie of their own; everywhere else the same browser is a shopper or a guest. An API key is known under the two APIs,
 * belongs to one shop, and goes before every cookie.
 */
export function identify(
  { db, callbacks = db }: Entrance,
  publicUrl: string,
): (request: FastifyRequest) => Promise<Identity> {
  const [frontShop, frontShopForCallbacks] = [frontShopOf(db), frontShopOf(callbacks)]
  return async (request) => {
    const locale = localeOf(request)
    if (request.routeOptions.config.needs === 'provider') {
      const shopId = (await namedShop(callbacks, request)) ?? (await frontShopForCallbacks())
      return { actor: provider, shopId, locale, isCallback: true }
    }
    const guestToken = readCookie(request, 'guest', publicUrl)
    const key = keyIn(request)
    if (key) return { ...(await keyIdentity(db, request, key)), locale }
    const isStaffSide = /^\/(api\/v1\/(admin|partner)|console)(\/|$|\?)/.test(request.url)
    const token = readCookie(request, isStaffSide ? 'staff' : 'shop', publicUrl)
    const session = token ? await sessionOf(db, token, Temporal.Now.instant()) : undefined
    const named = await namedShop(db, request)
    if (isStaffSide && session?.kind === 'staff') return { ...(await staffIn(db, session, named)), locale }
    const shopId = named ?? (await frontShop())
    if (session?.kind === 'shopper' && !isStaffSide) return { actor: shopperOf(session), shopId, locale, guestToken }
    return { actor: guestOf(guestToken), shopId, locale, guestToken }
  }
}

/** Who calls back, payment provider or carrier, proves itself by what it says; in the history it is no visitor. */
const provider: Actor = { kind: 'provider', id: null, name: '', permissions: new Set() }

/** `Authorization: Bearer zg_…` */
const keyIn = (request: FastifyRequest): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]

/** @throws keyNotHere, shopNotFound when the request names another shop than the key's */
async function keyIdentity(db: Database, request: FastifyRequest, key: string): Promise<Omit<Identity, 'locale'>> {
  if (!/^\/api\/v1\/(admin|partner)\//.test(request.url)) throw keyNotHere({})
  const holder = await holderOfKey(db, { key, ip: request.ip, now: Temporal.Now.instant() })
  const named = await namedShop(db, request)
  if (named && named !== holder.shopId) throw shopNotFound({ shop: String(request.headers['x-shop']) })
  return holder
}

const guestOf = (token?: string): Actor => ({
  kind: 'guest',
  id: null,
  name: 'guest',
  permissions: new Set(),
  guestKey: token && guestKeyOf(token),
})

const shopperOf = ({ accountId, displayName }: Session): Actor => ({
  kind: 'shopper',
  id: accountId,
  name: displayName,
  permissions: new Set(),
})

/** Staff work in the shop they ask for, else in the default one, else in the first that gave them a role. */
async function staffIn(
  db: Database,
  { accountId, displayName }: Session,
  named?: ShopId,
): Promise<Omit<Identity, 'locale'>> {
  const first = named ?? (await frontShop(db))
  const granted = await rightsOf({ db, shopId: first }, accountId)
  const [own] = granted.permissions.size > 0 || named ? [] : await shopsOf(db, accountId)
  const { permissions, within } = own ? await rightsOf({ db, shopId: own }, accountId) : granted
  const shopId = own ?? first
  const owes = await owesConfirmation({ db, shopId }, accountId)
  const withheld = owes ? new Set([...permissions].filter(showsCustomers)) : undefined
  return { shopId, actor: { kind: 'staff', id: accountId, name: displayName, permissions, within }, withheld }
}

/** The shop that the address or a header names. @throws shopNotFound */
async function namedShop(db: Database, request: FastifyRequest): Promise<ShopId | undefined> {
  const code = /^(?:\/en)?\/s\/([a-z0-9-]{2,40})(?:\/|$|\?)/.exec(request.url)?.[1] ?? request.headers['x-shop']
  if (typeof code !== 'string' || code === '') return undefined
  const shop = await shopByCode(db, code)
  if (!shop) throw shopNotFound({ shop: code })
  return shop.id
}

/** Which shop answers at `/` is asked for by every visitor and hardly ever changes: it may be some seconds old. */
function frontShopOf(db: Database): () => Promise<ShopId> {
  let known: { readonly shopId: ShopId; readonly until: number } | undefined
  return async () => {
    if (known && performance.now() < known.until) return known.shopId
    const shopId = await frontShop(db)
    known = { shopId, until: performance.now() + 3_000 }
    return shopId
  }
}

async function frontShop(db: Database): Promise<ShopId> {
  const shop = await defaultShop(db)
  if (!shop) throw noShopYet({})
  return shop.id
}

/** English under /en/; else what the page or the visitor chose, else what the browser prefers, else Chinese. */
export function localeOf(request: FastifyRequest): Locale {
  if (/^\/en(\/|$|\?)/.test(request.url)) return 'en'
  const chosen = request.headers['x-locale'] ?? request.cookies.zg_lang
  if (chosen === 'zh' || chosen === 'en') return chosen
  return preferred(request.headers['accept-language'] ?? '')
}

function preferred(header: string): Locale {
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = Number(/q=([\d.]+)/.exec(parameters.join(';'))?.[1] ?? 1)
      return { language: tag.split('-')[0], weight }
    })
    .filter(({ language, weight }) => (language === 'zh' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wishes[0]?.language === 'en' ? 'en' : 'zh'
}
