import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { listedByShop, listedCategories, listedProducts } from '#goods/catalog'
import { shownCampaigns } from '#growth/content'
import { campaignPath } from '#model/growth/content'
import type { Shop } from '#model/office/shops'
import { loadShop, shopNotFound } from '#office/shops'
import type { Context } from '#platform/context'
import type { Routes } from '#platform/http'
import type { Front, FrontHouse } from './front.ts'
import { indexOf, type MappedPage, mapEntry, mapFoot, mapHead, productsInFile } from './site-map.ts'

/** What search engines ask for first: what they may look at, and where everything is. */
export function siteMapRoutes(app: Routes, front: Front): void {
  const open = { config: { needs: 'open', lane: 'browse', hidden: true } } as const
  const ofShop = { config: { needs: 'anyone', lane: 'browse', hidden: true } } as const
  const { publicUrl } = front.house.outside
  app.get('/robots.txt', open, (_request, reply) => reply.type('text/plain; charset=utf-8').send(robots(publicUrl)))
  app.get('/sitemap.xml', open, async (_request, reply) => asXml(reply).send(indexOf(await filesOf(front.house))))
  for (const prefix of ['', '/s/:shop'])
    app.get(`${prefix}/sitemaps/:file`, ofShop, (request, reply) => sendMap(front, request, reply))
}

/** Pages that must not be found say so themselves; a page that may not even be looked at could not. */
const robots = (publicUrl: string): string =>
  [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /console',
    'Allow: /',
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n')

const asXml = (reply: FastifyReply): FastifyReply =>
  reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=600')

/** Every shop that sells anything: its own pages, its categories, and as many files as its products fill. */
async function filesOf({ db, outside }: FrontHouse): Promise<string[]> {
  const files: string[] = []
  for (const [shopId, listed] of await listedByShop({ db })) {
    const shop = await loadShop({ db, shopId })
    const folder = `${outside.publicUrl}${shop.isDefault ? '' : `/s/${shop.code}`}/sitemaps`
    const parts = Array.from({ length: Math.ceil(listed / productsInFile) }, (_, index) => `products-${index + 1}`)
    files.push(...['pages', 'categories', ...parts].map((name) => `${folder}/${name}.xml`))
  }
  return files
}

async function sendMap(front: Front, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { ctx, shop, params } = await front.requestOf(request)
  const pages = pagesIn(params.file ?? '', ctx)
  if (!pages) throw shopNotFound({ shop: params.file ?? '' })
  return asXml(reply).send(Readable.from(lines(front.house.outside.publicUrl, shop, pages)))
}

type Batches = AsyncIterable<readonly MappedPage[]>

function pagesIn(file: string, ctx: Context): Batches | undefined {
  if (file === 'pages.xml') return ownPages(ctx)
  if (file === 'categories.xml') return categoriesOf(ctx)
  const part = /^products-([1-9]\d{0,4})\.xml$/.exec(file)?.[1]
  return part ? productsOf(ctx, Number(part)) : undefined
}

async function* ownPages(ctx: Context): Batches {
  const campaigns = [...(await shownCampaigns(ctx)).keys()].map(campaignPath)
  yield ['/', '/categories', ...campaigns].map((path) => ({ path }))
}

async function* categoriesOf(ctx: Context): Batches {
  const listed = await listedCategories(ctx)
  yield listed.map(({ slug, changedAt }) => ({ path: `/c/${slug}`, changedAt }))
}

async function* productsOf(ctx: Context, part: number): Batches {
  for await (const listed of listedProducts(ctx, { skip: (part - 1) * productsInFile, most: productsInFile }))
    yield listed.map(({ slug, changedAt }) => ({ path: `/products/${slug}`, changedAt }))
}

async function* lines(origin: string, { isDefault, code }: Shop, batches: Batches): AsyncGenerator<string> {
  yield mapHead
  for await (const batch of batches)
    yield batch.map((page) => mapEntry(origin, page, isDefault ? undefined : code)).join('')
  yield mapFoot
}
