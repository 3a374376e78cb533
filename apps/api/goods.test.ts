import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { productImport } from '#goods/imports'
import { newId } from '#kernel/id'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { openShop } from '#office/shops'
import { systemActor } from '#platform/context'
import { transaction } from '#platform/database'
import { importListeners, registerImportKind } from '#platform/imports'
import { aBrowser, anApi, type Browser, ownPage, staffBrowser } from '#test/api'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { aProduct, pictureBytes } from '#test/goods'
import { tellAll } from '#test/told'
import { staffRoutes } from './admin/accounts.ts'
import { categoryRoutes } from './admin/categories.ts'
import { importRoutes } from './admin/imports.ts'
import { staffPictureRoutes } from './admin/pictures.ts'
import { productBatchRoutes } from './admin/product-batches.ts'
import { productRoutes } from './admin/products.ts'
import { videoAdminRoutes } from './admin/videos.ts'
import { catalogRoutes } from './store/catalog.ts'
import { pictureRoutes } from './store/pictures.ts'
import { videoRoutes } from './store/videos.ts'

registerImportKind(productImport())
const { db } = await testDatabase()
const base = aContext(db)
const shopId = await db
  .transaction()
  .execute((trx) => openShop(trx, base.now, { code: 'tea', name: '茶', nameEn: 'Tea', isDefault: true }))
const ctx = { ...base, shopId }
await transaction(ctx, presetShopRoles)
for (const [userName, role] of [
  ['lin', 'owner'],
  ['goods', 'goods'],
  ['pricer', 'ops'],
] as const)
  await transaction(ctx, (tx) =>
    createStaff(tx, { userName, displayName: userName, password: 'a-long-password', roles: [role] }),
  )
const app = await anApi(db, {
  outside: base.outside,
  routes: [
    ...[staffRoutes, productRoutes, categoryRoutes, staffPictureRoutes, importRoutes, catalogRoutes, pictureRoutes],
    ...[videoRoutes, videoAdminRoutes, productBatchRoutes],
  ],
})
const lin = await staffBrowser(app, 'lin', 'a-long-password')
const goods = await staffBrowser(app, 'goods', 'a-long-password')
const shopper = aBrowser(app)

async function upload(
  browser: Browser,
  url: string,
  file: { name: string; bytes: Buffer },
  fields: Record<string, string> = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name)
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { ...ownPage, 'content-type': request.headers.get('content-type')!, cookie }
  const response = await app.inject({ method: 'POST', url, payload: Buffer.from(await request.arrayBuffer()), headers })
  return { status: response.statusCode, body: response.body ? response.json() : undefined }
}

test('CAT-01 CAT-12 from the form to the storefront: picture, draft, check, review, on sale', async () => {
  const category = await goods.call('POST', '/api/v1/admin/categories', {
    slug: 'cups',
    name: { zh: '杯子', en: 'Cups' },
  })
  const picture = await upload(
    goods,
    '/api/v1/admin/pictures',
    { name: 'cup.png', bytes: await pictureBytes() },
    { alt: '青瓷杯', altEn: 'Celadon cup' },
  )
  const draft = await goods.call('POST', '/api/v1/admin/products', {
    slug: 'celadon-cup',
    categoryId: category.body.id,
    texts: {
      zh: { name: '青瓷杯', description: '<p>手工</p>' },
      en: { name: 'Celadon cup', description: '<p>By hand</p>' },
    },
    variants: [
      { sku: 'CUP-1', price: { list: { minor: 4_900, currency: 'CNY' }, cost: { minor: 2_000, currency: 'CNY' } } },
    ],
  })
  expect([category.status, picture.status, draft.status]).toEqual([201, 201, 201])
  const { id, version } = draft.body
  const refused = await goods.call('POST', `/api/v1/admin/products/${id}/submit`)
  expect(refused).toMatchObject({ status: 409, body: { code: 'listing.incomplete', details: { field: 'pictureIds' } } })

  const changed = await goods.call('PATCH', `/api/v1/admin/products/${id}`, { version, pictureIds: [picture.body.id] })
  const checked = await goods.call('POST', `/api/v1/admin/products/${id}/check`)
  const submitted = await goods.call('POST', `/api/v1/admin/products/${id}/submit`)
  const forbidden = await goods.call('POST', `/api/v1/admin/products/${id}/approve`)
  const approved = await lin.call('POST', `/api/v1/admin/products/${id}/approve`)

  expect(picture.body).toMatchObject({
    width: 24,
    remarks: ['24×24 像素，本店要求最短边至少 600 像素', expect.any(String)],
  })
  expect(changed.body).toMatchObject({
    status: 'draft',
    steps: ['check'],
    findings: [
      { code: 'catalog.finding.barcode_missing', blocking: false },
      {},
      { code: 'catalog.finding.picture_too_small', blocking: false },
      { code: 'catalog.finding.picture_blurred', blocking: false },
    ],
  })
  expect([checked.body.passed, submitted.body.status, forbidden.status, approved.body.status]).toEqual([
    true,
    'in_review',
    403,
    'on_sale',
  ])

  const page = await shopper.call('GET', '/api/v1/store/products/celadon-cup', undefined, { 'accept-language': 'en' })
  const list = await shopper.call('GET', '/api/v1/store/products?text=青瓷&filters=true')
  const image = await app.inject(`/pictures/${picture.body.id}/480.avif`)

  expect(page.body).toMatchObject({
    name: 'Celadon cup',
    onSale: true,
    path: [{ slug: 'cups', name: 'Cups' }],
    variants: [{ sku: 'CUP-1', price: { minor: 4_900, currency: 'CNY' }, available: 0 }],
  })
  expect(JSON.stringify(page.body)).not.toContain('2000')
  expect(list.body).toMatchObject({
    total: 1,
    rows: [{ slug: 'celadon-cup', name: '青瓷杯', picture: { alt: '青瓷杯' } }],
    filters: { categories: [{ slug: 'cups', name: '杯子', count: 1 }], lowest: 4_900 },
  })
  expect(image).toMatchObject({ statusCode: 200 })
  expect(image.headers).toMatchObject({
    'content-type': 'image/avif',
    'cache-control': 'public, max-age=31536000, immutable',
  })
})

test('STO-04 filters and sorting of the list come from the address', async () => {
  const none = await shopper.call(
    'GET',
    '/api/v1/store/products?category=cups&from=5000&sort=price_up&attribute=colour:white&attribute=colour:blue&inStock=true',
  )
  const wrong = await shopper.call('GET', '/api/v1/store/products?sort=sideways')

  expect([none.status, none.body.total]).toEqual([200, 0])
  expect(wrong).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  expect((await shopper.call('GET', '/api/v1/store/categories')).body).toMatchObject([
    { slug: 'cups', name: '杯子', children: [] },
  ])
  expect((await shopper.call('GET', '/api/v1/store/products?category=nowhere')).status).toBe(404)
})

test('CAT-14 a file through the page: upload, columns, trial, run, progress, sheet of failures', async () => {
  const bytes = await readFile(new URL('../../test/data/catalog-import/shopify-with-mistakes.csv', import.meta.url))
  const preview = await upload(lin, '/api/v1/admin/imports/files', { name: 'goods.csv', bytes })
  expect(preview).toMatchObject({
    status: 201,
    body: { fileName: 'goods.csv', rows: 14, columns: { handle: 'Handle', price: 'Variant Price' }, missing: [] },
  })

  const ask = (dryRun: boolean) =>
    lin.call('POST', '/api/v1/admin/imports', { kind: 'products', fileId: preview.body.fileId, dryRun })
  const trial = await ask(true)
  await tellAll(ctx, importListeners)
  const tried = await lin.call('GET', `/api/v1/admin/imports/${trial.body.id}`)
  const real = await ask(false)
  await tellAll(ctx, importListeners)
  const run = await lin.call('GET', `/api/v1/admin/imports/${real.body.id}`)
  const failures = await lin.call('GET', `/api/v1/admin/imports/${real.body.id}/failures`)
  const sheet = await app.inject({
    url: `/api/v1/admin/imports/${real.body.id}/failures.csv`,
    headers: { cookie: [...lin.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  })

  expect(trial.status).toBe(202)
  expect(run.body).toMatchObject({
    status: 'finished',
    dryRun: false,
    total: 14,
    done: 14,
    created: 2,
    failed: 10,
    actor: 'lin',
  })
  expect(tried.body).toMatchObject({
    status: 'finished',
    dryRun: true,
    created: run.body.created,
    failed: run.body.failed,
  })
  expect(failures.body[0]).toEqual({
    row: 3,
    field: 'price',
    code: 'product_import.price_invalid',
    message: '“ten”不是有效的金额',
    value: 'ten',
  })
  expect(sheet.headers['content-disposition']).toMatch(/attachment; filename="IM\d+-failed.csv"/)
  expect(sheet.body).toContain('失败原因')
})

test('S05 a sheet is brought in, followed, stopped and taken back by those alone who may bring in its kind', async () => {
  const name = { field: 'name', heads: ['Name'], required: true, label: { zh: '姓名', en: 'Name' } }
  const people = { kind: 'people', permission: 'customers.import', columns: [name], dialects: undefined }
  registerImportKind({ ...productImport(), ...people })
  const bytes = Buffer.from('Name\nAnn\n')
  const file = { name: 'people.csv', bytes }
  const preview = await upload(lin, '/api/v1/admin/imports/files?kind=people', file)
  const wanted = { kind: 'people', fileId: preview.body.fileId, dryRun: true }
  const asked = await lin.call('POST', '/api/v1/admin/imports', wanted)
  const at = `/api/v1/admin/imports/${asked.body.id}`
  const kindsSeenBy = async (browser: Browser) =>
    (await browser.call('GET', '/api/v1/admin/imports')).body.rows.map((row: { kind: string }) => row.kind)

  expect([asked.status, await kindsSeenBy(lin)]).toEqual([202, expect.arrayContaining(['people'])])
  expect(await kindsSeenBy(goods)).not.toContain('people')
  const refused = [
    await upload(goods, '/api/v1/admin/imports/files?kind=people', file),
    await goods.call('POST', `/api/v1/admin/imports/files/${preview.body.fileId}/preview`, { kind: 'people' }),
    await goods.call('POST', '/api/v1/admin/imports', wanted),
    await goods.call('GET', at),
    await goods.call('GET', `${at}/failures`),
    await goods.call('GET', `${at}/failures.csv`),
    await goods.call('POST', `${at}/cancel`),
    await goods.call('GET', `${at}/reversal`),
    await goods.call('GET', `${at}/reversal/preview`),
    await goods.call('POST', `${at}/reverse`),
    await goods.call('GET', `${at}/pictures`),
  ]
  for (const { status, body } of refused)
    expect([status, body.code, body.details]).toEqual([
      403,
      'imports.not_permitted',
      { permission: 'customers.import' },
    ])
})

test('prices are changed by whom may, and costs shown to whom may', async () => {
  const [row] = (await lin.call('GET', '/api/v1/admin/products?text=CUP-1')).body.rows
  const { body } = await lin.call('GET', `/api/v1/admin/products/${row.id}`)
  const [variant] = body.variants
  const put = await goods.call('PUT', `/api/v1/admin/variants/${variant.id}/price`, {
    list: { minor: 3_900, currency: 'CNY' },
    was: { minor: 4_900, currency: 'CNY' },
    cost: { minor: 2_000, currency: 'CNY' },
  })
  const history = await goods.call('GET', `/api/v1/admin/variants/${variant.id}/price/history`)

  expect(put.status).toBe(204)
  expect(history.body).toMatchObject([
    {
      type: 'price.changed',
      actor: 'goods',
      data: { before: { list: { minor: 4_900 } }, after: { list: { minor: 3_900 } } },
    },
  ])
  expect(
    (await lin.call('GET', `/api/v1/admin/products/${row.id}/history`)).body.map(
      (event: { type: string }) => event.type,
    ),
  ).toContain('listing.approved')
  expect(variant.price.cost).toEqual({ minor: 2_000, currency: 'CNY' })
})

test('what is no picture, no form or no product is refused in plain words', async () => {
  const svg = await upload(
    goods,
    '/api/v1/admin/pictures',
    { name: 'x.svg', bytes: Buffer.from('<svg/>') },
    { alt: 'x' },
  )
  const json = await goods.call('POST', '/api/v1/admin/pictures', { file: 'x' })
  const missing = await goods.call('GET', `/api/v1/admin/products/${newId()}`)

  expect([svg, json, missing]).toMatchObject([
    { status: 422, body: { code: 'media.no_picture' } },
    { status: 422, body: { code: 'request.file_missing' } },
    { status: 404, body: { code: 'catalog.product_not_found' } },
  ])
  expect((await app.inject(`/pictures/${newId()}/480.webp`)).statusCode).toBe(404)
  expect((await app.inject(`/pictures/${newId()}/481.webp`)).statusCode).toBe(400)
})

test('SEC-04 who may change prices and not see costs leaves them as they are, and does not see them in the history', async () => {
  const pricer = await staffBrowser(app, 'pricer', 'a-long-password')
  const money = (minor: number) => ({ minor, currency: 'CNY' })
  const variant = { sku: 'COST-1', price: { list: money(5_000), cost: money(2_000) } }
  const { body: product } = await goods.call('POST', '/api/v1/admin/products', {
    texts: { zh: { name: '茶盏' } },
    variants: [variant],
  })
  const { id } = product.variants[0]

  expect((await pricer.call('PUT', `/api/v1/admin/variants/${id}/price`, { list: money(4_500) })).status).toBe(204)

  const { body: seen } = await goods.call('GET', `/api/v1/admin/products/${product.id}`)
  expect(seen.variants[0].price).toMatchObject({ list: money(4_500), cost: money(2_000) })
  expect((await pricer.call('GET', `/api/v1/admin/products/${product.id}`)).body.variants[0].price.cost).toBeNull()
  const history = await pricer.call('GET', `/api/v1/admin/products/${product.id}/history`)
  expect(history.raw).not.toContain('cost')
})

test('CAT-01 a product shows a film that comes in the pieces a browser asks for; what is none, too large or of another shop is refused', async () => {
  const { id } = await aProduct({ ...ctx, actor: systemActor('test') }, {})
  const path = `/api/v1/admin/products/${id}/video`
  const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom'), Buffer.alloc(1_500_000, 7)])
  const send = (bytes: Buffer, fields: Record<string, string>) =>
    upload(goods, path, { name: 'film.mp4', bytes }, fields)
  const codeOf = async (bytes: Buffer, fields: Record<string, string>) => (await send(bytes, fields)).body.code
  const words = '倒茶的样子'

  expect(await codeOf(Buffer.from('<html>'), { words })).toBe('media.no_video')
  expect(await codeOf(film, {})).toBe('media.video_words_missing')
  expect(await codeOf(film, { words, captions: 'first line' })).toBe('media.captions_invalid')
  expect(await codeOf(film, { words, posterId: newId() })).toBe('media.not_found')
  expect(await codeOf(film, { words, posterId: 'x' })).toBe('media.not_found')
  expect(
    (await upload(goods, `/api/v1/admin/products/${newId()}/video`, { name: 'f', bytes: film }, { words })).status,
  ).toBe(404)
  expect((await send(film, { words, captions: 'WEBVTT\n\n00:00.000 --> 00:01.000\n倒茶' })).status).toBe(204)

  const { video } = (await goods.call('GET', path)).body
  expect(video).toMatchObject({ type: 'mp4', bytes: film.length, captions: ['zh'], words: { zh: words, en: '' } })
  const at = `/videos/${id}/${video.version}.mp4`
  const whole = await app.inject({ url: at })
  expect([whole.statusCode, whole.rawPayload.equals(film)]).toEqual([200, true])
  const piece = await app.inject({ url: at, headers: { range: 'bytes=1000000-1200000' } })
  expect(piece.headers).toMatchObject({
    'content-range': `bytes 1000000-1200000/${film.length}`,
    'content-type': 'video/mp4',
  })
  expect([piece.statusCode, piece.rawPayload.equals(film.subarray(1_000_000, 1_200_001))]).toEqual([206, true])
  const beyond = await app.inject({ url: at, headers: { range: 'bytes=9000000-' } })
  expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${film.length}`])
  expect((await app.inject({ url: `/videos/${id}/${video.version}-zh.vtt` })).body).toContain('倒茶')
  expect((await app.inject({ url: `/videos/${id}/${video.version}-en.vtt` })).statusCode).toBe(404)

  expect((await goods.call('DELETE', path)).status).toBe(204)
  expect((await goods.call('GET', path)).body).toEqual({ video: null })
  expect((await goods.call('DELETE', path)).status).toBe(404)
})

test('ORG-05 a saved view of products counts what its filter leaves, and nothing else', async () => {
  for (const tag of ['counted', 'counted', 'passed over']) await aProduct(ctx, { tags: [tag] })
  const { body } = await goods.call('GET', '/api/v1/admin/products/count?tag=counted')
  expect(body).toEqual({ count: 2, most: 1_000 })
  expect((await goods.call('GET', '/api/v1/admin/products/count?tag=nobody')).body.count).toBe(0)
})

test('CAT-18 CAT-03 the rows of the sheet say what their category asks them to state, and a batch names variants and attributes', async () => {
  const category = await goods.call('POST', '/api/v1/admin/categories', {
    slug: 'wares-of-the-sheet',
    name: { zh: '器皿', en: 'Wares' },
    attributes: [{ code: 'ware', kind: 'text', required: false, name: { zh: '材质', en: 'Ware' }, options: [] }],
  })
  const product = await aProduct(ctx, { colours: ['青', '白'] })
  const path = `/api/v1/admin/products/${product.id}`
  await goods.call('PATCH', path, { categoryId: category.body.id, attributes: { ware: { zh: '瓷', en: 'Porcelain' } } })
  const { body: page } = await goods.call('GET', `/api/v1/admin/product-cells?productIds=${product.id}`)
  expect(page).toMatchObject({
    rows: [{ attributes: { ware: { zh: '瓷', en: 'Porcelain' } } }],
    asked: [{ categoryId: category.body.id, attributes: [{ code: 'ware', kind: 'text' }] }],
  })

  const cells = (field: string, from: unknown, to: unknown) => [{ field, from, to }]
  const variant = product.variants[0]!
  const { body: saved } = await goods.call('POST', '/api/v1/admin/product-batches', {
    rows: [
      {
        productId: product.id,
        variantId: null,
        cells: cells('attributes.ware', { zh: '瓷', en: 'Porcelain' }, '炻器'),
      },
      { productId: product.id, variantId: variant.id, cells: cells('weightGrams', variant.weightGrams, 412) },
    ],
  })
  expect(saved).toMatchObject({
    batch: { saved: 2 },
    attributes: [{ code: 'ware', name: { zh: '材质', en: 'Ware' } }],
    rows: [
      { label: product.texts.zh!.name, name: null },
      { label: variant.sku, name: `${product.texts.zh!.name} · 青` },
    ],
  })
})
