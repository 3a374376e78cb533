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
import { adjustStock, availabilityOf, stockByBin } from '#supply/inventory'
import { testDatabase } from '#test/database'
import { asHouse } from '#test/goods'
import { aShop, aWarehouse, brokenStockRules } from '#test/stock'
import { onProductStock } from './imports.ts'

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
  expect(told).toContainEqual(['listing.stock_back', 'Linen Apron'])
})

test('CAT-19 a product with another variant in stock stays on sale', async () => {
  const shop = await aStockedShop()
  await bring(shop, 'shopify-later-layout.csv')
  await correct(shop, await placeOf(shop, await byHandle(shop, 'yue-celadon-cup')), -12)

  expect((await byHandle(shop, 'yue-celadon-cup')).status).toBe('on_sale')
})
