import { expect, test } from 'vitest'
import { testDatabase } from '#test/database'
import { aCategory, aProduct, aShop, asHouse } from '#test/goods'
import { headsOf, productHead, writeHead } from './index.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))
const head = {
  title: { zh: '手工青瓷杯', en: 'Hand-made celadon cup' },
  description: { zh: '龙泉窑，高温烧制', en: 'From Longquan' },
}

test('STO-12 staff say what search engines show of a product, a category and the home page', async () => {
  const { id } = await aProduct(shop)
  const category = await aCategory(shop)
  await writeHead(shop, { kind: 'product', id, ...head })
  await writeHead(shop, { kind: 'category', id: category, ...head, title: { zh: ' 杯子 ', en: '' } })
  await writeHead(shop, { kind: 'home', id: shop.shopId, ...head })

  expect((await headsOf(shop, 'product', [id])).get(id)).toEqual(head)
  expect((await headsOf(shop, 'category', [category])).get(category)?.title).toEqual({ zh: '杯子', en: '' })
  const other = asHouse(await aShop(db))
  expect(await headsOf(other, 'category', [category])).toEqual(new Map())
})

test('saying the same of a page again writes nothing', async () => {
  const { id } = await aProduct(shop)
  await writeHead(shop, { kind: 'product', id, ...head })
  await writeHead(shop, { kind: 'product', id, ...head })

  const events = db.selectFrom('platform.events').select('type').where('aggregate_id', '=', id)
  expect(await events.where('type', '=', 'product.head_written').execute()).toHaveLength(1)
})

test('what is too long, and what is not this shop’s, is refused', async () => {
  const { id } = await aProduct(shop)
  const long = { ...head, title: { zh: '长'.repeat(201), en: '' } }
  await expect(writeHead(shop, { kind: 'product', id, ...long })).rejects.toMatchObject({
    code: 'heads.too_long',
    details: { field: 'title.zh' },
  })
  await expect(writeHead(asHouse(await aShop(db)), { kind: 'product', id, ...head })).rejects.toMatchObject({
    code: 'catalog.product_not_found',
  })
})

test('STO-12 of its own a product shows its page title and its selling points, in the language there is', () => {
  const text = { name: '杯', title: '', description: '<p>烧制</p>', sellingPoints: [], optionNames: [] }
  expect(productHead({ slug: 'cup', texts: { zh: text } })).toEqual({
    title: { zh: '杯', en: '杯' },
    description: { zh: '烧制', en: '烧制' },
  })
})
