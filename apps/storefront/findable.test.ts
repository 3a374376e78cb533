import { expect, test } from 'vitest'
import { reindexProducts } from '#goods/search'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import { loadShop } from '#office/shops'
import { transaction } from '#platform/database'
import { receiveStock } from '#supply/inventory'
import { anApi } from '#test/api'
import { testDatabase } from '#test/database'
import { aFormBrowser } from '#test/forms'
import { aCategory, aProduct } from '#test/goods'
import { aSellingShop } from '#test/orders'
import { buildPages } from '../build.ts'
import { storefrontPages } from './serve.ts'

await buildPages()
const { db } = await testDatabase()
const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
const { ctx, warehouseId, binId } = shop
const { code } = await loadShop(ctx)
const home = `/s/${code}`
const { publicUrl } = ctx.outside
const app = await anApi(db, {
  outside: ctx.outside,
  routes: [
    (server) =>
      void server.register(async (scope) => storefrontPages(scope as typeof server, { db, outside: ctx.outside })),
  ],
})
const { get } = aFormBrowser(app)

const categoryId = await aCategory(ctx, { slug: 'cups', name: { zh: '杯子', en: 'Cups' } })
const cup = await aProduct(ctx, {
  slug: 'celadon-cup',
  categoryId,
  name: '青瓷杯',
  nameEn: 'Celadon cup',
  colours: ['米白', '松绿'],
  price: 4_900,
})
await transaction(ctx, async (tx) => {
  for (const { id } of cup.variants)
    await receiveStock(tx, {
      warehouseId,
      binId,
      variantId: id as VariantId,
      quantity: 20,
      lot: { number: 'L1' },
      cause: 'test',
      causeId: newId(),
    })
  await reindexProducts(tx, [cup.id])
})
await shop.tell()

/** What a page says of itself in the words of schema.org. */
const describedIn = (html: string): Record<string, never>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json!))

test('STO-12 a product’s page says its address, its languages, its price and the way to it', async () => {
  const { text } = await get(`/en${home}/products/celadon-cup`)

  expect(text).toContain(`<link rel="canonical" href="${publicUrl}/en${home}/products/celadon-cup">`)
  expect(text).toContain(`hreflang="zh-CN" href="${publicUrl}${home}/products/celadon-cup"`)
  expect(text).toContain('property="og:title" content="Celadon cup"')
  expect(describedIn(text)).toMatchObject([
    {
      '@type': 'Product',
      name: 'Celadon cup',
      offers: {
        '@type': 'AggregateOffer',
        lowPrice: '49.00',
        priceCurrency: 'CNY',
        availability: 'https://schema.org/InStock',
      },
    },
    { '@type': 'BreadcrumbList', itemListElement: [{ position: 1 }, { name: 'Cups' }, { name: 'Celadon cup' }] },
  ])
})

test('STO-12 the home page says who the shop is and how it is searched', async () => {
  const { text } = await get(home)

  const [shopFacts] = describedIn(text) as unknown as { '@graph': Record<string, unknown>[] }[]
  expect(shopFacts!['@graph'].map((each) => each['@type'])).toEqual(['Organization', 'WebSite'])
  expect(text).toContain(`"urlTemplate":"${publicUrl}${home}/search?q={words}"`)
})

test.each(['/cart', '/search?q=杯', '/c/cups?sort=price_up', '/products/never-was'])(
  'STO-12 search engines are asked not to keep %s',
  async (path) => {
    const { text } = await get(`${home}${path}`)
    expect(text).toContain('<meta name="robots" content="noindex">')
    expect(text).not.toContain('rel="canonical"')
  },
)
