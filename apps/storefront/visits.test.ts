import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pushStock, reindexProducts } from '#goods/search'
import { computeRecommendations } from '#insight/recommendations'
import { loadShop } from '#office/shops'
import { transaction } from '#platform/database'
import { anApi } from '#test/api'
import { testDatabase } from '#test/database'
import { aFormBrowser } from '#test/forms'
import { anOrder, aProduct, aSellingShop } from '#test/orders'
import { buildPages } from '../build.ts'
import { storefrontPages } from './serve.ts'

await buildPages()
const { db } = await testDatabase()
const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
const { ctx } = shop
const home = `/s/${(await loadShop(ctx)).code}`
const house = { db, outside: ctx.outside }
const app = await anApi(db, {
  outside: ctx.outside,
  routes: [(server) => void server.register(async (scope) => storefrontPages(scope as typeof server, house))],
})

const goods = [await aProduct(shop, { name: '龙井' }), await aProduct(shop, { name: '盖碗' })] as const
const ids = goods.map(({ productId }) => productId)
await transaction(ctx, async (tx) => {
  await reindexProducts(tx, ids)
  await pushStock(tx, new Map(ids.map((id) => [id, true])))
})
for (let count = 0; count < 2; count++)
  await anOrder(shop, { status: 'paid', lines: goods.map((of) => ({ of, quantity: 1 })) })
await computeRecommendations(ctx)

const slugOf = async (id: string) =>
  (await db.selectFrom('goods.products').select('slug').where('id', '=', id).executeTakeFirstOrThrow()).slug

test('ANA-13 SEC-03 a visitor is asked with two equal buttons and no tick, may say no or yes without JavaScript, and is not asked again', async () => {
  for (const choice of ['no', 'yes']) {
    const browser = aFormBrowser(app)
    const asked = await browser.get(home)
    expect(asked.text.match(/<button class="button soft small" name="choice"/g)).toHaveLength(2)

    const answer = await browser.post(`${home}/visits`, { choice, back: '/categories?x=1' })
    expect([answer.status, answer.to]).toEqual([303, `${home}/categories?x=1&done=visits_${choice}`])
    const after = await browser.get(home)
    expect(after.text).not.toContain('name="choice"')
    expect(after.text.includes('data-known')).toBe(choice === 'yes')
  }
})

test('SEC-03 a browser that says no to every site is not asked, and the way back leads to no other site', async () => {
  const silent = aFormBrowser(app)
  const page = await app.inject({ url: home, headers: { 'sec-gpc': '1' } })
  expect(page.body).not.toContain('name="choice"')
  for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example'])
    expect((await silent.post(`${home}/visits`, { choice: 'no', back })).to).toBe(`${home}/?done=visits_no`)
})

test('STO-06 ANA-13 a product’s page shows what was bought with it, why, and where a click on it comes from', async () => {
  const browser = aFormBrowser(app)
  const { text: body } = await browser.get(`${home}/products/${await slugOf(goods[0].productId)}`)
  expect(body).toContain(`data-visit="product"`)
  const scripts = [...body.matchAll(/<script type="module">(.*?)<\/script>/gs)].map(([, code]) => code!)
  const script = scripts.find((code) => code.includes('sendBeacon')) ?? ''
  expect(script).not.toBe('')
  expect(gzipSync(script).length).toBeLessThan(2_000)
  expect(body).toContain(`data-about="${goods[0].productId}"`)
  const list = body.slice(body.indexOf('data-source="also_bought"'))
  expect(list).toContain(`data-product="${goods[1].productId}"`)
  expect(list).toContain('2 人看过或买过这两件')
})
