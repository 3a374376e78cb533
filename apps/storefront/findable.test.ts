import sharp from 'sharp'
import { expect, test } from 'vitest'
import { changeCategory, changeProduct } from '#goods/catalog'
import { writeHead } from '#goods/heads'
import { delist } from '#goods/listing'
import { reindexProducts } from '#goods/search'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import { loadShop } from '#office/shops'
import { transaction } from '#platform/database'
import { receiveStock } from '#supply/inventory'
import { anApi } from '#test/api'
import { testDatabase } from '#test/database'
import { aFormBrowser } from '#test/forms'
import { aCategory, aProduct, asHouse } from '#test/goods'
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

test('STO-12 who comes by an address that a product or category has left is led to its present one', async () => {
  const moving = await aProduct(ctx, { slug: 'old-name', categoryId })
  await changeProduct(ctx, moving.id, { slug: 'new-name' })
  const shelf = await aCategory(ctx, { slug: 'old-shelf' })
  await changeCategory(ctx, shelf, { slug: '新架' })

  const product = await get(`/en${home}/products/old-name?v=1`)
  expect([product.status, product.to]).toEqual([301, `/en${home}/products/new-name?v=1`])
  const category = await get(`${home}/c/old-shelf`)
  expect([category.status, category.to]).toEqual([301, `${home}/c/${encodeURIComponent('新架')}`])
  expect((await get(`${home}/products/new-name`)).status).toBe(200)
})

test('STO-12 a product that staff took off sale is gone, with its page to say so', async () => {
  const gone = await aProduct(ctx, { slug: 'gone-cup', categoryId, name: '旧杯' })
  await delist(asHouse(ctx), gone.id)

  const { status, text } = await get(`${home}/products/gone-cup`)
  expect(status).toBe(410)
  expect(text).toContain('已下架')
  expect(text).toContain('content="noindex"')
})

test('STO-12 what staff wrote for search engines is the page’s title and description', async () => {
  const words = (text: string) => ({ zh: text, en: `${text} in English` })
  const told = await aProduct(ctx, { slug: 'told-cup', categoryId, name: '说过的杯' })
  await writeHead(ctx, { kind: 'product', id: told.id, title: words('好杯子'), description: words('一只好杯子') })

  const { text } = await get(`${home}/products/told-cup`)
  expect(text).toContain('<title>好杯子 · ')
  expect(text).toContain('<meta name="description" content="一只好杯子">')
  expect(text).toContain('<h1>说过的杯</h1>')
})

test('STO-12 site maps list every page in both languages with the day it was changed, and robots.txt names them', async () => {
  expect((await get('/robots.txt')).text).toContain(`Sitemap: ${publicUrl}/sitemap.xml`)
  const index = (await get('/sitemap.xml')).text
  const files = [...index.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, file]) => file!)
  expect(files).toContain(`${publicUrl}${home}/sitemaps/products-1.xml`)

  const maps = await Promise.all(files.filter((file) => file.includes(home)).map((file) => get(new URL(file).pathname)))
  const all = maps.map(({ text }) => text).join('')
  expect(maps.map(({ status }) => status)).toEqual([200, 200, 200])
  for (const path of ['', '/categories', '/c/cups', '/products/celadon-cup'])
    for (const language of ['', '/en']) expect(all).toContain(`<loc>${publicUrl}${language}${home}${path}</loc>`)
  expect(all).toMatch(/celadon-cup<\/loc><lastmod>\d{4}-\d\d-\d\dT[\d:]{8}Z<\/lastmod>/)
  expect(all).not.toContain('gone-cup')
  expect((await get(`${home}/sitemaps/nothing.xml`)).status).toBe(404)
})

test('STO-10 large text is kept by the browser and set by the server, and one comes back to the page one was on', async () => {
  const { get: look, post } = aFormBrowser(app)
  const page = `${home}/c/cups?sort=price_up`
  expect((await look(page)).text).not.toContain('<html lang="zh-CN" class="large">')

  const larger = await post(`${home}/text-size`, { size: 'large', next: '/c/cups?sort=price_up' })
  expect([larger.status, larger.to]).toEqual([303, `${home}/c/cups?sort=price_up&done=large`])
  expect((await look(page)).text).toContain('<html lang="zh-CN" class="large">')
  await post(`${home}/text-size`, { size: 'normal', next: '//elsewhere.example' })
  expect((await look(page)).text).not.toContain('class="large"')
})

test('STO-10 the shop can be installed under its own name, in the language it was installed in', async () => {
  const { name, nameEn } = await loadShop(ctx)
  const manifests = await Promise.all(['', '/en'].map((language) => get(`${language}${home}/manifest.webmanifest`)))
  expect(manifests.map(({ text }) => JSON.parse(text))).toMatchObject([
    { name, lang: 'zh-CN', start_url: home, display: 'standalone' },
    { name: nameEn, lang: 'en', start_url: `/en${home}` },
  ])
  const icons = manifests.flatMap(({ text }) => JSON.parse(text).icons as { src: string }[])
  for (const { src } of icons) expect((await get(src)).headers['content-type']).toBe('image/png')
})

test('STO-10 the worker is asked for anew each time and keeps no page of the shop but the one without network', async () => {
  const { headers, text } = await get('/sw.js')
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/javascript; charset=utf-8' })
  expect(text).toMatch(/version = '[0-9a-f]{16}'/)
  expect(headers['content-security-policy']).toContain("connect-src 'self'") // it lives under the policy it came with
  const offline = await get(`${home}/offline`)
  expect([offline.status, offline.text.includes('现在没有网络')]).toEqual([200, true])
  expect(offline.text).toContain('content="noindex"')
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

test('STO-12 a product is handed on by its address, a code for a camera and a card, which is drawn once and bears no price', async () => {
  const page = await get(`/en${home}/products/celadon-cup/share`)
  expect(page.text).toContain(`value="${publicUrl}/en${home}/products/celadon-cup"`)
  expect(page.text).toMatch(/<path d="M\d+ \d+h1v1h-1z/)
  expect(page.text).toContain('content="noindex"')

  const [first, second] = [await card(), await card()]
  expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 1_200, height: 630 })
  expect(second).toEqual(first)
  expect((await get(`${home}/products/never-was/card.jpg`)).status).toBe(404)
})

const card = async () =>
  (await app.inject({ url: `/en${home}/products/celadon-cup/card.jpg`, headers: { accept: 'image/jpeg' } })).rawPayload
