import { expect, test } from 'vitest'
import { changeProduct, findProducts, loadProduct, productsBySource } from '#goods/catalog'
import { searchProducts } from '#goods/search'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Product } from '#model/goods/catalog'
import { balanceOf } from '#office/ledger'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import {
  type Import,
  previewReversal,
  requestImport,
  reversalRemarks,
  reverseImport,
  runImport,
  runReversal,
  uploadSheet,
} from '#platform/imports'
import { availabilityOf, reserveStock } from '#supply/inventory'
import { testDatabase } from '#test/database'
import { asHouse } from '#test/goods'
import { aShop, aWarehouse, brokenStockRules } from '#test/stock'
import { registerImports } from './imports.ts'

const { db } = await testDatabase()
registerImports()

async function aStockedShop(): Promise<Context> {
  const shop = asHouse(await aShop(db))
  await aWarehouse(shop)
  return shop
}

async function bring(shop: Context, sheet: string, options = {}): Promise<Import> {
  const fileId = await uploadSheet(shop, { name: 'sheet.csv', bytes: Buffer.from(sheet) })
  const asked = await requestImport(shop, { kind: 'products', fileId, options, dryRun: false })
  return runImport(shop, asked.id)
}

async function takeBack(shop: Context, { id }: Import) {
  await reverseImport(shop, id)
  await Promise.all([runReversal(shop, id), runReversal(shop, id)])
  const remarks = await reversalRemarks(shop, id)
  return remarks.map(({ outcome, label, code }) => `${outcome} ${label} ${code.split('.')[1]}`).sort()
}

const bySlug = async (shop: Context): Promise<Map<string, Product>> => {
  const { rows } = await findProducts(shop, { limit: 100 })
  return new Map(await Promise.all(rows.map(async ({ id, slug }) => [slug, await loadProduct(shop, id)] as const)))
}

const cups = (price: number, quantity: number | '' = '') =>
  `商品编码,商品名称,类目,规格编码,售价,成本,库存\ncup,杯,杯子,CUP,${price},3,${quantity}\nbowl,碗,杯子,BOWL,${price},3,${quantity}`

test('CAT-14 what an import made and nobody touched is gone without a trace in catalogue and search', async () => {
  const shop = await aStockedShop()
  const run = await bring(shop, cups(9), { listing: 'draft' })
  const preview = await previewReversal(shop, run.id)

  expect(preview).toMatchObject({
    effects: [
      { subject: 'category', did: 'created', count: 1 },
      { subject: 'product', did: 'created', count: 2 },
    ],
    kept: [],
  })
  expect(await takeBack(shop, run)).toEqual([])
  expect((await bySlug(shop)).size).toBe(0)
  expect((await searchProducts(shop, { text: '杯' })).hits).toEqual([])
  expect(await bring(shop, cups(9), { listing: 'draft' })).toMatchObject({ created: 2, failed: 0 })
})

test('CAT-14 stock it received is taken out with its books while all of it lies there; goods that were on sale leave the sale', async () => {
  const shop = await aStockedShop()
  const run = await bring(shop, cups(9, 4))
  const { cup, bowl } = Object.fromEntries(await bySlug(shop)) as Record<'cup' | 'bowl', Product>
  const [cupVariant, bowlVariant] = [cup.variants[0]!.id, bowl.variants[0]!.id]
  const lines = [{ lineId: newId(), variantId: bowlVariant, quantity: 1 }]
  await transaction(shop, (tx) => reserveStock(tx, { holder: newId(), lines, province: '33', expiresAt: null }))

  expect(await balanceOf(shop, 'goods_in_stock')).toEqual(money(2_400))
  expect((await previewReversal(shop, run.id)).kept.map(({ label, code }) => [label, code])).toEqual([
    ['BOWL', 'product_import.stock_moved'],
  ])
  expect(await takeBack(shop, run)).toEqual([
    'kept BOWL stock_moved',
    'reversed 杯 left_draft',
    'reversed 碗 left_draft',
  ])
  expect(await availabilityOf(shop, [cupVariant, bowlVariant])).toEqual(
    new Map([
      [cupVariant, 0],
      [bowlVariant, 3],
    ]),
  )
  expect(await balanceOf(shop, 'goods_in_stock')).toEqual(money(1_200))
  expect(await brokenStockRules(shop)).toEqual([])
})

test('CAT-14 an update is put back part by part where nobody changed it since, and the rest is named', async () => {
  const shop = await aStockedShop()
  await bring(shop, cups(9))
  const run = await bring(shop, cups(11).replace('碗', '大碗').replace('杯,杯子', '大杯,杯子'))
  const { cup } = Object.fromEntries(await bySlug(shop)) as Record<'cup', Product>
  await changeProduct(shop, cup.id, { texts: { zh: { name: '高脚杯' } } })
  const remarks = await takeBack(shop, run)
  const after = Object.fromEntries(await bySlug(shop)) as Record<'cup' | 'bowl', Product>

  expect(run).toMatchObject({ updated: 2 })
  expect(remarks).toEqual(['kept 大杯 edited_since'])
  expect([after.cup.texts.zh!.name, after.bowl.texts.zh!.name]).toEqual(['高脚杯', '碗'])
  expect([after.cup, after.bowl].map(({ variants }) => variants[0]!.price!.list)).toEqual([money(900), money(900)])
})

test('CAT-14 a product somebody changed since stays; the later of two imports is taken back first, then the earlier', async () => {
  const shop = await aStockedShop()
  const first = await bring(shop, cups(9), { listing: 'draft' })
  const second = await bring(shop, cups(11), { listing: 'draft' })

  expect((await previewReversal(shop, first.id)).kept.map(({ code }) => code)).toEqual([
    'imports.edited_since',
    'imports.edited_since',
  ])
  expect(await takeBack(shop, second)).toEqual([])
  expect(await takeBack(shop, first)).toEqual([])
  expect((await bySlug(shop)).size).toBe(0)
})

test('CAT-14 a Shopify file that was listed at once goes off sale when it is taken back, and comes back with the next', async () => {
  const shop = await aStockedShop()
  const sheet =
    'Handle,Title,Vendor,Type,Variant SKU,Variant Price,Variant Inventory Qty,Image Src,Status,Body (HTML)\nlamp,Lamp,Hall,Lamps,LAMP,20,5,https://img.example/lamp.jpg,active,<p>Warm light</p>'
  const run = await bring(shop, sheet)
  const [before] = (await productsBySource(shop, 'shopify', ['lamp'])).values()
  const remarks = await takeBack(shop, run)
  const [after] = (await productsBySource(shop, 'shopify', ['lamp'])).values()

  expect(before!.status).toBe('on_sale')
  expect(remarks).toEqual(['kept Hall place_in_use', 'kept Lamps place_in_use', 'reversed Lamp left_delisted'])
  expect(after).toMatchObject({ status: 'delisted', delistedBecause: 'by_hand' })
  expect((await searchProducts(shop, { text: 'lamp' })).hits).toEqual([])
})
