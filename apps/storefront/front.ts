import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { shownAnnouncements, shownHome } from '#growth/content'
import { behaviourSettings } from '#insight/behaviour'
import { plainLook } from '#model/growth/content'
import type { Shop } from '#model/office/shops'
import { defaultShop, shopByCode, shopNotFound } from '#office/shops'
import { type Context, systemActor } from '#platform/context'
import { readSettings } from '#platform/settings'
import { countPieces } from '#sales/carts'
import { guestGreeting, readCookie, visitsIn, wantsLargeText } from '../cookies.ts'
import type { House } from '../house.ts'
import { announcementAt, type Decor, decorOf } from './decor.ts'
import { baseOf, type Page, type PageRequest, type Place, Redirect } from './page.ts'
import type { Show, Shown } from './render.ts'
import { type View, viewOf } from './view.ts'

/** The places every page is found at: both languages, with and without the shop in the address. */
export const places = [
  { prefix: '', locale: 'zh' },
  { prefix: '/en', locale: 'en' },
  { prefix: '/s/:shop', locale: 'zh' },
  { prefix: '/en/s/:shop', locale: 'en' },
] as const

export type PlacePrefix = (typeof places)[number]

/** What of the house the storefront itself asks for; everything else comes with the request's context. */
export type FrontHouse = Pick<House, 'db' | 'outside'>

/** What pages, forms and errors share. */
export interface Front {
  readonly house: FrontHouse
  readonly show: Show
  /** The request as a loader sees it. @throws shopNotFound */
  requestOf(request: FastifyRequest): Promise<PlacedRequest>
  viewOf(request: FastifyRequest, of: PlacedRequest, more?: ViewMore): Promise<View>
  /** What an error page can say when nothing can be asked: no shop, no account, no cart. */
  bareView(request: FastifyRequest): View
}

export interface ViewMore {
  readonly again?: string
  readonly here?: string
  readonly findable?: boolean
}

export type PlacedRequest = PageRequest & { readonly place: Place }

export function openFront(house: FrontHouse, show: Show): Front {
  const shopOf = shopsBy(house)
  return {
    house,
    show,
    async requestOf(request) {
      const params = (request.params ?? {}) as Record<string, string>
      const place: Place = { locale: isEnglish(request) ? 'en' : 'zh', shopCode: params.shop }
      const shop = await shopOf(params.shop)
      const ctx = { ...request.context, locale: place.locale, shopId: shop.id }
      const { publicUrl } = house.outside
      const sessionToken = readCookie(request, 'shop', publicUrl)
      const districtCode = readCookie(request, 'place', publicUrl)
      const { visitorId } = visitsIn(request, publicUrl)
      return {
        ctx,
        shop,
        params,
        query: new URL(request.url, 'http://local').searchParams,
        place,
        sessionToken,
        districtCode,
        visitorId,
      }
    },
    async viewOf(request, { ctx, shop, place, form }, more) {
      return viewOf({
        request,
        ctx,
        shop,
        place,
        pieces: hasNoCart(request) ? 0 : await countPieces(ctx),
        form,
        visits: await visitsOf(house, request, ctx),
        largeText: wantsLargeText(request, house.outside.publicUrl),
        publicUrl: house.outside.publicUrl,
        decor: await decorFor(ctx),
        ...more,
      })
    },
    bareView: (request) =>
      viewOf({
        request,
        ctx: stranger(),
        shop: nameless,
        place: { locale: isEnglish(request) ? 'en' : 'zh' },
        pieces: 0,
        here: '/',
        decor: decorOf(plainLook),
        publicUrl: house.outside.publicUrl,
        largeText: wantsLargeText(request, house.outside.publicUrl),
      }),
  }
}

/** Whether visits are counted and measured here, and what this browser's visitor chose. */
async function visitsOf({ outside }: FrontHouse, request: FastifyRequest, ctx: Context): Promise<View['visits']> {
  const { collects, measuredShare } = await readSettings(ctx, behaviourSettings)
  return { collects, measured: measuredShare, choice: visitsIn(request, outside.publicUrl).choice }
}

/** How the shop looks now: out of memory, but for once in some seconds. */
async function decorFor(ctx: Context): Promise<Decor> {
  const [{ home }, announcements] = await Promise.all([shownHome(ctx), shownAnnouncements(ctx)])
  return decorOf(home?.content.look ?? plainLook, announcementAt(announcements, ctx.now))
}

/** A guest whose token is as young as this answer. */
const hasNoCart = ({ identity, method }: FastifyRequest): boolean =>
  method === 'GET' && identity?.actor.kind === 'guest' && !identity.guestToken

const stranger = () => ({ actor: systemActor('storefront'), now: Temporal.Now.instant() })

const brand = { zh: '掌柜', en: 'Zhanggui' }
const nameless: Shop = {
  id: '' as Shop['id'],
  code: '',
  name: brand.zh,
  nameEn: brand.en,
  introduction: '',
  introductionEn: '',
  mode: 'b2c',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  isDefault: false,
  isDemo: false,
}

export const isEnglish = ({ url }: FastifyRequest): boolean => /^\/en([/?]|$)/.test(url)

/** A shop's name and introduction may be some seconds old. */
function shopsBy({ db }: FrontHouse): (code: string | undefined) => Promise<Shop> {
  const shops = new LRUCache<string, Shop>({ max: 1_000, ttl: 10_000 })
  return async (code = '') => {
    const known = shops.get(code)
    if (known) return known
    const shop = code ? await shopByCode(db, code) : await defaultShop(db)
    if (!shop) throw shopNotFound({ shop: code })
    shops.set(code, shop)
    return shop
  }
}

export interface ShowPage {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly asked: PlacedRequest
  readonly page: Page
  readonly status?: number
  readonly again?: string
}

/** Loads a page and shows it, or goes where its loader says. */
export async function showPage(
  front: Front,
  { request, reply, asked, page, status, again }: ShowPage,
): Promise<unknown> {
  const data = await page.load(asked)
  if (data instanceof Redirect) return reply.redirect(`${baseOf(asked.place)}${data.to}`, data.status)
  const here = request.method === 'POST' ? pathOf(page, asked) : undefined
  const view = await front.viewOf(request, asked, { again, here, findable: page.shared })
  return front.show(request, reply, {
    shows: page.shows,
    status: status ?? page.statusOf?.(data),
    view,
    page: data,
    isPrivate: page.needs === 'shopper' || page.framed === true,
    isFramed: page.framed,
    timeless: page.timeless,
    keep: view.done ? undefined : keeping(front, request, page),
  })
}

/** How a page that all strangers see alike is kept for the next. */
function keeping({ house }: Front, { keep }: FastifyRequest, page: Page): Shown['keep'] {
  if (!keep) return undefined
  const own = page.leadsToCart ? guestGreeting(house.outside.publicUrl) : undefined
  return (whole) => keep({ ...whole, own })
}

/** Where a page is that one of its forms shows again. */
const pathOf = ({ path }: Page, { params }: PageRequest): string =>
  path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
