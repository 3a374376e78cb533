import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { productsBySource } from '#goods/catalog'
import { importProductFile } from '#goods/imports'
import { relist } from '#goods/listing'
import { searchProducts } from '#goods/search'
import { newId } from '#kernel/id'
import type { Product } from '#model/goods/catalog'
import { openNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { failuresOf, requestImport, runImport, uploadSheet } from '#platform/imports'
import { adjustStock, availabilityOf, stockByBin } from '#supply/inventory'
import { testDatabase } from '#test/database'
import { asHouse } from '#test/goods'
import { aShop, aWarehouse, brokenStockRules } from '#test/stock'
import { onProductStock, registerImports } from './imports.ts'

const { db } = await testDatabase()

async function aStockedShop(): Promise<Context> {
  const shop = asHouse(await aShop(db))
  await aWarehouse(shop)
  return shop
}

const file = (name: string) => readFile(new URL(`../test/data/catalog-import/${name}`, import.meta.url))
const bring = async (shop: Context, name: string) =>
  importProductFile(shop, { fileName: name, bytes: await file(name), dryRun: false, onStock: onProductStock })
const byHandle = async (shop: Context, handle: string) =>
  (await productsBySource(shop, 'shopify', [handle])).get(handle)!

/** Where the first variant lies; an empty place is no longer listed. */
const placeOf = async (shop: Context, { variants }: Product) =>
  (await stockByBin(shop, { variantId: variants[0]!.id })).map(({ binId, lotId }) => ({
    binId,
    lotId,
    variantId: variants[0]!.id,
  }))[0]!

/** Somebody counts and finds so many more or fewer. */
const correct = (shop: Context, place: Awaited<ReturnType<typeof placeOf>>, change: number) =>
  adjustStock(shop, { ...place, change, reason: '盘点', causeId: newId() })

test('CAT-14 quantities of a file lie on the shelf after the import, once, however often it is imported', async () => {
  const shop = await aStockedShop()
  await bring(shop, 'shopify-later-layout.csv')
  await bring(shop, 'shopify-later-layout.csv')
  const cup = await byHandle(shop, 'yue-celadon-cup')
  const [pink, green] = cup.variants.map(({ id }) => id)

  expect(await availabilityOf(shop, [pink!, green!])).toEqual(
    new Map([
      [pink, 12],
      [green, 8],
    ]),
  )
  expect((await searchProducts(shop, { inStock: true })).hits.map(({ productId }) => productId)).toEqual([cup.id])
  expect(await brokenStockRules(shop)).toEqual([])
})

test('CAT-19 the last piece found missing takes the product off sale at once; found again, it may be relisted', async () => {
  const shop = await aStockedShop()
  await bring(shop, 'shopify-early-layout.csv')
  const apron = await byHandle(shop, 'linen-apron')
  const place = await placeOf(shop, apron)
  await correct(shop, place, -3)
  const gone = await byHandle(shop, 'linen-apron')
  await expect(relist(shop, apron.id)).rejects.toMatchObject({ code: 'listing.no_stock' })

  await correct(shop, place, 1)
  const told = (await openNotices(shop, new Set(['products.list']))).map(({ kind, data }) => [kind, data.name])
  const again = await relist(shop, apron.id)

  expect([gone.status, gone.delistedBecause, again.status]).toEqual(['delisted', 'out_of_stock', 'on_sale'])
  expect(told).toContainEqual(['listing.stock_back', { zh: 'Linen Apron', en: 'Linen Apron' }])
})

test('CAT-19 a product with another variant in stock stays on sale', async () => {
  const shop = await aStockedShop()
  await bring(shop, 'shopify-later-layout.csv')
  await correct(shop, await placeOf(shop, await byHandle(shop, 'yue-celadon-cup')), -12)

  expect((await byHandle(shop, 'yue-celadon-cup')).status).toBe('on_sale')
})

const landed = async (shop: Context, kind: string, sheet: string) => {
  const fileId = await uploadSheet(shop, { name: 'sheet.csv', bytes: Buffer.from(sheet) })
  const { id, created, unchanged } = await runImport(
    shop,
    (await requestImport(shop, { kind, fileId, dryRun: false })).id,
  )
  return { created, unchanged, failed: (await failuresOf(shop, id)).map(({ row, code, value }) => [row, code, value]) }
}

test('CAT-14 categories come by sheet, each below the one its row names, and once', async () => {
  registerImports()
  const shop = await aStockedShop()
  const own = newId().slice(-8)
  const sheet = `name,url_key,path,position\nGear ${own},gear-${own},,4\nBags,bags-${own},Gear ${own},\nBelts,belts-${own},Gear ${own}/Bags,\nLost,lost-${own},Nowhere ${own},`

  expect(await landed(shop, 'categories', sheet)).toEqual({
    created: 3,
    unchanged: 0,
    failed: [[5, 'product_import.parent_category_missing', `Nowhere ${own}`]],
  })
  expect(await landed(shop, 'categories', sheet)).toMatchObject({ created: 0, unchanged: 3 })
})

test('CAT-14 rates and rules of other systems are refused row by row, and at the wrong door by name', async () => {
  registerImports()
  const shop = await aStockedShop()
  const rates = 'country,region,zip,order_subtotal,price\nUS,*,*,0,15\nUS,AK,*,50,10'
  const fileId = await uploadSheet(shop, { name: 'rates.csv', bytes: Buffer.from(rates) })

  expect((await landed(shop, 'shipping-rates', rates)).failed).toEqual([
    [2, 'foreign.shipping-rates', 'US'],
    [3, 'foreign.shipping-rates', 'US'],
  ])
  await expect(requestImport(shop, { kind: 'products', fileId, dryRun: true })).rejects.toMatchObject({
    code: 'imports.other_kind',
    details: { kind: 'shipping-rates' },
  })
})
