import { expect, test } from 'vitest'
import { reindexProducts } from '#goods/search'
import {
  announce,
  beginCampaign,
  beginHome,
  previewLink,
  publishPage,
  rollBack,
  saveDraft,
  withdrawPage,
} from '#growth/content'
import { computeRecommendations } from '#insight/recommendations'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import { type Block, plainLook, type TextBlock } from '#model/growth/content'
import { loadShop } from '#office/shops'
import { transaction } from '#platform/database'
import { createReduction } from '#sales/promotions'
import { receiveStock } from '#supply/inventory'
import { anApi } from '#test/api'
import { testDatabase } from '#test/database'
import { aCategory, aPicture, aProduct, aShop } from '#test/goods'
import { aSellingShop } from '#test/orders'
import { buildPages } from '../build.ts'
import { hrefOf } from './decor.ts'
import { storefrontPages } from './serve.ts'

await buildPages()
const { db } = await testDatabase()
const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
const { ctx, warehouseId, binId } = shop
const { code, name } = await loadShop(ctx)
const home = `/s/${code}`
const app = await anApi(db, {
  outside: ctx.outside,
  routes: [
    (server) =>
      void server.register(async (scope) => storefrontPages(scope as typeof server, { db, outside: ctx.outside })),
  ],
})
/** What stands on a page. */
const pageAt = async (url: string): Promise<string> => (await app.inject({ url })).body

const categoryId = await aCategory(ctx, { slug: 'wares', name: { zh: '器物', en: 'Wares' } })
const cup = await aSold('听雨杯', 'Rain cup')
const bowl = await aSold('檐前碗', 'Eaves bowl')

async function aSold(zh: string, en: string) {
  const product = await aProduct(ctx, { slug: `ware-${newId().slice(-6)}`, categoryId, name: zh, nameEn: en })
  await transaction(ctx, async (tx) => {
    const cause = { cause: 'test', causeId: newId() }
    for (const { id } of product.variants)
      await receiveStock(tx, {
        ...cause,
        warehouseId,
        binId,
        variantId: id as VariantId,
        quantity: 9,
        lot: { number: 'L1' },
      })
    await reindexProducts(tx, [product.id])
  })
  return product
}
await shop.tell()

const always = { from: null, until: null }
const none = { zh: '', en: '' }
const words = (zh: string, en = zh): Omit<TextBlock, 'id'> => ({
  ...always,
  kind: 'text',
  tone: 'plain',
  title: { zh, en },
  text: none,
  button: none,
  link: '',
})
const shelf = {
  ...always,
  kind: 'shelf',
  title: { zh: '架上', en: 'On the shelf' },
  categoryId: null,
  productIds: [],
  count: 8,
  layout: 'grid',
} as const

/** Of these words those that stand on the page, in its order. */
const inOrder = (html: string, ...wanted: string[]): string[] =>
  wanted.filter((word) => html.includes(word)).toSorted((a, b) => html.indexOf(a) - html.indexOf(b))

test('STO-01 a shop that nobody has decorated shows its name, its departments and its goods', async () => {
  const html = await pageAt(home)
  expect(inOrder(html, name, '听雨杯', '檐前碗', 'href="/s/')).toHaveLength(4)
  expect(html).toContain(`href="${home}/c/wares"`)
  expect(html.match(/听雨杯<\/a>/g)).toHaveLength(1)
})

const pageId = await beginHome(ctx, { look: plainLook, blocks: [] })
const decorate = (blocks: readonly Block[], look = plainLook) =>
  saveDraft(ctx, { pageId, content: { look, blocks } }).then(() => publishPage(ctx, { pageId }))

test('STO-02 what is published is seen at once, in the order of its blocks, and rolled back as quickly', async () => {
  const first = await decorate([
    { ...words('先说话', 'Words first'), id: 'a' },
    { ...shelf, id: 'b', source: 'picked', productIds: [bowl.id, cup.id] },
    { ...shelf, id: 'c', source: 'category', categoryId },
    { ...always, id: 'd', kind: 'promises' },
  ])
  const html = await pageAt(home)
  expect(inOrder(html, '檐前碗', '听雨杯', '先说话', '小时内发货')).toEqual([
    '先说话',
    '檐前碗',
    '听雨杯',
    '小时内发货',
  ])
  expect(await pageAt(`/en${home}`)).toContain('Words first')

  await decorate([{ ...words('后来的话'), id: 'a' }])
  expect(inOrder(await pageAt(home), '先说话', '后来的话')).toEqual(['后来的话'])
  await rollBack(ctx, { pageId, number: first })
  expect(inOrder(await pageAt(home), '先说话', '后来的话')).toEqual(['先说话'])
})

test('STO-03 a column of a campaign comes and goes by the clock, and so does a countdown with its reduction', async () => {
  const now = Temporal.Now.instant()
  const at = (hours: number) => now.add({ hours }).toString()
  const reduction = await createReduction(ctx, {
    name: '满减',
    nameEn: 'Off',
    thresholdMinor: 20_000,
    offMinor: 1_000,
    startsAt: now.subtract({ hours: 1 }),
    endsAt: now.add({ hours: 5 }),
  })
  const clock = { ...always, kind: 'countdown', title: none, link: '/search' } as const
  await decorate([
    { ...words('正在进行'), id: 'on', from: at(-1), until: at(1) },
    { ...words('还没开始'), id: 'soon', from: at(1) },
    { ...words('已经结束'), id: 'over', until: at(-1) },
    { ...clock, id: 'clock', reductionId: reduction.id, title: { zh: '限时满减', en: 'While it lasts' } },
    { ...clock, id: 'gone', reductionId: newId<'Reduction'>(), title: { zh: '别人的', en: 'Not ours' } },
  ])
  const html = await pageAt(home)
  expect(inOrder(html, '正在进行', '还没开始', '已经结束', '限时满减', '别人的')).toEqual(['正在进行', '限时满减'])
})

test('STO-02 the look of a shop is on all its pages, let in by its hash, and on no other shop’s', async () => {
  await decorate([{ ...words('颜色'), id: 'a' }], { ...plainLook, accent: '#2a5c8f', corners: 'round' })
  for (const path of [home, `${home}/categories`]) {
    const { body, headers } = await app.inject({ url: path })
    const [, style] = /<style>(:root\{.*?)<\/style>/.exec(body)!
    const hash = await crypto.subtle.digest('SHA-256', Buffer.from(style!))
    expect(style).toContain('--seal:#2a5c8f')
    expect(headers['content-security-policy']).toContain(`'sha256-${Buffer.from(hash).toString('base64')}'`)
  }
  const other = await aShop(db)
  expect(await pageAt(`/s/${(await loadShop(other)).code}`)).not.toContain('#2a5c8f')
})

test('STO-03 an announcement stands above every page of its shop, in the visitor’s language', async () => {
  await announce(ctx, {
    text: { zh: '周五停发一天', en: 'No parcels on Friday' },
    link: '/search?sort=newest',
    showsFrom: ctx.now,
    showsUntil: null,
  })
  expect(await pageAt(`${home}/cart`)).toContain('周五停发一天')
  const html = await pageAt(`/en${home}/categories`)
  expect(html).toContain(`<a href="/en${home}/search?sort=newest">No parcels on Friday</a>`)
})

test('STO-02 a draft is seen by its link alone, is framed by our own pages only and kept by nobody', async () => {
  await saveDraft(ctx, { pageId, content: { look: plainLook, blocks: [{ ...words('还在想'), id: 'a' }] } })
  const { token } = await previewLink(ctx, pageId)
  const { body, headers, statusCode } = await app.inject({ url: `${home}/preview/${token}` })
  expect([statusCode, body.includes('还在想')]).toEqual([200, true])
  expect(headers).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'x-frame-options': 'SAMEORIGIN',
  })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
  expect((await app.inject({ url: home })).headers['x-frame-options']).toBe('DENY')
  expect(await pageAt(home)).not.toContain('还在想')
  const elsewhere = (await loadShop(await aShop(db))).code
  for (const path of [`/s/${elsewhere}/preview/${token}`, `${home}/preview/${token.slice(1)}`])
    expect((await app.inject({ url: path })).statusCode).toBe(404)
})

test('S19 HTML that an older release let through is made harmless before it is shown', async () => {
  await decorate([{ ...always, id: 'h', kind: 'html', html: { zh: '<p class="lead">原话</p>', en: '' } }])
  await db
    .updateTable('growth.page_versions')
    .set({
      content: JSON.stringify({
        look: plainLook,
        blocks: [{ ...always, id: 'h', kind: 'html', html: { zh: '<p>原话</p><script>alert(1)</script>', en: '' } }],
      }),
    })
    .where('shop_id', '=', ctx.shopId)
    .where('status', '=', 'shown')
    .execute()
  const { body } = await app.inject({ url: home })
  expect(body).toContain('原话')
  expect(body).not.toContain('alert(1)')
})

test('STO-10 the first picture of a page is asked for at once, the rest when they come near', async () => {
  const pictureId = await aPicture(ctx)
  const slide = {
    pictureId,
    phonePictureId: null,
    alt: { zh: '窗边', en: 'By the window' },
    title: none,
    text: none,
    button: none,
    link: '',
  }
  await decorate([
    { ...always, id: 'b', kind: 'banner', slides: [slide, { ...slide, title: { zh: '第二张', en: 'Second' } }] },
  ])
  const html = await pageAt(home)
  const pictures = [...html.matchAll(/<img [^>]*alt="窗边"[^>]*>/g)].map(([tag]) => tag)
  expect(pictures.map((tag) => /loading="(\w+)"/.exec(tag)?.[1])).toEqual(['eager', 'lazy'])
  expect(pictures.every((tag) => /width="\d+" height="\d+"/.test(tag))).toBe(true)
})

test('STO-01 every shop is found on the page of all shops, with what sells there', async () => {
  const html = await pageAt(`${home}/shops`)
  expect(html).toContain(`href="${home}"`)
  expect(html).toContain(`href="${home}/products/${cup.slug}"`)
})

test('a link of a page leads to this shop in the visitor’s language, to another shop, or elsewhere', () => {
  const view = { locale: 'en', link: (path: string) => `/en/s/tea${path}` } as const
  expect(['/search', '/s/studio', 'https://example.com/x'].map((to) => hrefOf(view, to))).toEqual([
    '/en/s/tea/search',
    '/en/s/studio',
    'https://example.com/x',
  ])
})

test('STO-03 STO-06 STO-12 a campaign is found at its own address, in its own look and words, with what each visitor may want, until it is over', async () => {
  const head = { title: { zh: '开窑周', en: 'Kiln week' }, description: { zh: '只有七天', en: 'Seven days only' } }
  const campaign = await beginCampaign(ctx, { name: 'kiln-week', title: head.title })
  expect((await app.inject({ url: `${home}/campaigns/kiln-week` })).statusCode).toBe(404)
  const wanted = {
    ...always,
    id: 'wanted',
    kind: 'recommended',
    title: { zh: '也许你要', en: 'For you' },
    count: 4,
  } as const
  const look = { ...plainLook, accent: '#2a7152' }
  await saveDraft(ctx, { pageId: campaign, content: { look, head, blocks: [{ ...words('开窑'), id: 'w' }, wanted] } })
  await publishPage(ctx, { pageId: campaign })
  await computeRecommendations(ctx)

  const html = await pageAt(`${home}/campaigns/kiln-week`)
  expect(
    inOrder(html, '<title>开窑周', 'content="只有七天"', 'rel="canonical"', '#2a7152', '也许你要', '听雨杯'),
  ).toHaveLength(6)
  expect(await pageAt(`/en${home}/campaigns/kiln-week`)).toContain('<title>Kiln week')
  expect(await pageAt(`${home}/sitemaps/pages.xml`)).toContain('/campaigns/kiln-week')

  await withdrawPage(ctx, campaign)
  const over = await app.inject({ url: `${home}/campaigns/kiln-week` })
  expect([over.statusCode, over.body.includes('这个活动结束了')]).toEqual([410, true])
})
