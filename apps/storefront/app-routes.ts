import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Routes } from '#platform/http'
import { type Front, type PlacePrefix, places } from './front.ts'
import { builtAssets } from './render.ts'

/** What makes the shop an app on a visitor's device: https://www.w3.org/TR/appmanifest/ */
export function appRoutes(app: Routes, front: Front): void {
  const worker = serviceWorker()
  app.get('/sw.js', { config: { needs: 'open', hidden: true } }, (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': workerPolicy })
      .send(worker),
  )
  for (const place of places) manifestRoute(app, front, place)
}

/** A worker lives under the policy it came with: it asks for our own pages and nothing else. */
const workerPolicy = "default-src 'none'; connect-src 'self'"

/** Its version is the state of all built files: a new one forgets what the earlier one kept. */
function serviceWorker(): string {
  const source = readFileSync(new URL('./service-worker.js', import.meta.url), 'utf8')
  const hash = createHash('sha256').update(source)
  for (const name of readdirSync(builtAssets).sort()) hash.update(name)
  return source.replace('__VERSION__', hash.digest('hex').slice(0, 16))
}

function manifestRoute(app: Routes, front: Front, { prefix }: PlacePrefix): void {
  const config = { needs: 'anyone', lane: 'browse', hidden: true, shared: true } as const
  app.get(`${prefix}/manifest.webmanifest`, { config }, async (request, reply) => {
    const asked = await front.requestOf(request)
    const { shop, place } = asked
    const view = await front.viewOf(request, asked)
    const start = view.link('/')
    return reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .send({
        id: start,
        name: view.shopName,
        short_name: view.shopName,
        description: (place.locale === 'en' ? shop.introductionEn : shop.introduction) || undefined,
        lang: place.locale === 'en' ? 'en' : 'zh-CN',
        start_url: start,
        scope: '/',
        display: 'standalone',
        background_color: '#faf8f5',
        theme_color: '#faf8f5',
        icons: [
          icon('192', '192x192'),
          icon('512', '512x512'),
          { ...icon('maskable', '512x512'), purpose: 'maskable' },
        ],
        shortcuts: (['cart', 'orders'] as const).map((name) => ({
          name: view.t(`frame.${name}`),
          url: view.link(`/${name}`),
        })),
      })
  })
}

const icon = (name: string, sizes: string) => ({ src: `/assets/seal-${name}.png`, sizes, type: 'image/png' })
