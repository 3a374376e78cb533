import fastifyStatic from '@fastify/static'
import type { Routes } from '#platform/http'
import { withGuest } from '../cookies.ts'
import { appRoutes } from './app-routes.ts'
import { isForPrograms, showError } from './errors.ts'
import { formRoutes } from './form-routes.ts'
import { type Front, type FrontHouse, openFront, type PlacePrefix, places, showPage } from './front.ts'
import { laneOfPage } from './lane-of-page.ts'
import type { Page } from './page.ts'
import { pages } from './pages.ts'
import { builtAssets, openPages } from './render.ts'
import { shareRoutes } from './share-routes.ts'
import { siteMapRoutes } from './site-map-routes.ts'

/** The storefront: built assets, every page and every form, in each place. */
export async function storefrontPages(app: Routes, house: FrontHouse): Promise<void> {
  const front = openFront(house, await openPages())
  await app.register(async (scope) => assets(scope as unknown as Routes))
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => showError(front, { error, request, reply }))
    appRoutes(scope as unknown as Routes, front)
    shareRoutes(scope as unknown as Routes, front)
    siteMapRoutes(scope as unknown as Routes, front)
    for (const place of places) {
      for (const page of pages) pageRoute(scope as unknown as Routes, front, place, page)
      wildcard(scope as unknown as Routes, front, place)
    }
  })
  await formRoutes(app, front)
}

async function assets(app: Routes): Promise<void> {
  await app.register(fastifyStatic, { root: builtAssets, serve: false, immutable: true, maxAge: '365d' })
  app.get('/assets/*', { config: { needs: 'open', hidden: true } }, (request, reply) =>
    reply.sendFile((request.params as { '*': string })['*']),
  )
}

function pageRoute(app: Routes, front: Front, { prefix }: PlacePrefix, page: Page): void {
  const path = `${prefix}${page.path === '/' && prefix ? '' : page.path}`
  app.get(
    path,
    { config: { needs: page.needs, ...laneOfPage(page.path), hidden: true, shared: page.shared ?? false } },
    async (request, reply) => {
      if (page.leadsToCart) request.context = withGuest(request, reply)
      const asked = await front.requestOf(request)
      return showPage(front, { request, reply, asked, page })
    },
  )
}

/** Whatever no page answers to is told so in our own look; the API and the console keep their own answers. */
function wildcard(app: Routes, front: Front, { prefix }: PlacePrefix): void {
  app.get(`${prefix}/*`, { config: { needs: 'anyone', hidden: true } }, async (request, reply) => {
    if (isForPrograms(request)) return reply.callNotFound()
    return showError(front, { error: Object.assign(new Error('no such page'), { statusCode: 404 }), request, reply })
  })
}
