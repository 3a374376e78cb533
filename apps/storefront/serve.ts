import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Shop } from '#model/office/shops'
import { defaultShop, shopByCode, shopNotFound } from '#office/shops'
import type { Routes } from '#platform/http'
import { countPieces } from '#sales/carts'
import { readCookie, withGuest } from '../cookies.ts'
import type { House } from '../house.ts'
import { isForPrograms, showError } from './errors.ts'
import { formRoutes } from './form-routes.ts'
import type { FormState, Page, PageRequest, Place } from './page.ts'
import { baseOf, Redirect } from './page.ts'
import { pages } from './pages.ts'
import { builtAssets, openPages, type Show } from './render.ts'
import { type View, viewOf } from './view.ts'

/** The places every page is found at: both languages, with and without the shop in the address. */
const places = [
  { prefix: '', locale: 'zh' },
  { prefix: '/en', locale: 'en' },
  { prefix: '/s/:shop', locale: 'zh' },
  { prefix: '/en/s/:shop', locale: 'en' },
] as const

export type PlacePrefix = (typeof places)[number]

/** The storefront: built assets, every page and every form, in each place. */
export async function storefrontPages(app: Routes, house: FrontHouse): Promise<void> {
  const show = await openPages()
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, { root: builtAssets, serve: false, immutable: true, maxAge: '365d' })
    scope.get('/assets/*', { config: { needs: 'anyone', hidden: true } }, (request, reply) =>
      reply.sendFile((request.params as { '*': string })['*']),
    )
  })
  const front = openFront(house, show)
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => showError(front, { error, request, reply }))
    for (const place of places) {
      for (const page of pages) pageRoute(scope as unknown as Routes, front, place, page)
      wildcard(scope as unknown as Routes, front, place)
    }
  })
  await formRoutes(app, front, places)
}

/** What of the house the storefront itself asks for; everything else comes with the request's context. */
export type FrontHouse = Pick<House, 'db' | 'outside'>

/** What pages, forms and errors share. */
export interface Front {
  readonly house: FrontHouse
  readonly show: Show
  requestOf(request: FastifyRequest, form?: FormState): Promise<PageRequest & { place: Place }>
  viewOf(
    request: FastifyRequest,
    of: PageRequest & { place: Place },
    more?: { again?: string; here?: string },
  ): Promise<View>
}

function openFront(house: FrontHouse, show: Show): Front {
  const shops = new LRUCache<string, Shop>({ max: 1_000, ttl: 10_000 })
  const shopOf = async (code: string | undefined): Promise<Shop> => {
    const known = shops.get(code ?? '')
    if (known) return known
    const shop = code ? await shopByCode(house.db, code) : await defaultShop(house.db)
    if (!shop) throw shopNotFound({ shop: code ?? '' })
    shops.set(code ?? '', shop)
    return shop
  }
  return {
    house,
    show,
    async requestOf(request, form) {
      const params = (request.params ?? {}) as Record<string, string>
      const place: Place = {
        locale: request.url === '/en' || /^\/en[/?]/.test(request.url) ? 'en' : 'zh',
        shopCode: params.shop,
      }
      const shop = await shopOf(params.shop)
      const ctx = { ...request.context, locale: place.locale, shopId: shop.id }
      const sessionToken = readCookie(request, 'shop', house.outside.publicUrl)
      return { ctx, shop, params, query: new URL(request.url, 'http://local').searchParams, form, place, sessionToken }
    },
    async viewOf(request, { ctx, shop, place, form }, more) {
      return viewOf({ request, ctx, shop, place, pieces: await countPieces(ctx), form, ...more })
    },
  }
}

function pageRoute(app: Routes, front: Front, { prefix }: PlacePrefix, page: Page): void {
  app.get(
    `${prefix}${page.path === '/' && prefix ? '' : page.path}`,
    { config: { needs: page.needs, hidden: true } },
    async (request, reply) => {
      if (page.leadsToCart) request.context = withGuest(request, reply)
      const asked = await front.requestOf(request)
      return showPage(front, { request, reply, asked, page })
    },
  )
}

export interface ShowPage {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly asked: PageRequest & { readonly place: Place }
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
  const here =
    request.method === 'POST' ? page.path.replace(/:(\w+)/g, (_, name: string) => asked.params[name] ?? '') : undefined
  const view = await front.viewOf(request, asked, { again, here })
  return front.show(request, reply, {
    shows: page.shows,
    status,
    view,
    page: data,
    isPrivate: page.needs === 'shopper',
  })
}

/** Whatever no page answers to is told so in our own look; the API and the console keep their own answers. */
function wildcard(app: Routes, front: Front, { prefix }: PlacePrefix): void {
  app.get(`${prefix}/*`, { config: { needs: 'anyone', hidden: true } }, async (request, reply) => {
    if (isForPrograms(request)) return reply.callNotFound()
    return showError(front, { error: Object.assign(new Error('no such page'), { statusCode: 404 }), request, reply })
  })
}
