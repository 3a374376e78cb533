import { expect, test } from 'vitest'
import { searchProducts } from '#goods/search'
import { money } from '#kernel/money'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse, aVariant } from '#test/goods'
import { changePrice, priceHistory, pricesOf } from './index.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))

test('CAT-02 changing a price keeps who changed it, from what to what, and search follows', async () => {
  const { id, product } = await aVariant(shop, { price: 4_900 })
  await changePrice(shop, { variantId: id, list: money(3_900), was: money(4_900), cost: money(2_000) })
  await changePrice(shop, { variantId: id, list: money(3_900), was: money(4_900), cost: money(2_000) })

  expect((await priceHistory(shop, id)).map(({ type, data }) => [type, data])).toEqual([
    [
      'price.changed',
      {
        before: { list: money(4_900), was: null, cost: money(2_450) },
        after: { list: money(3_900), was: money(4_900), cost: money(2_000) },
      },
    ],
  ])
  expect((await searchProducts(shop, { toMinor: 3_900 })).hits.map(({ productId }) => productId)).toEqual([product.id])
})

test('a former price must be higher, amounts must make sense, and one currency holds for all', async () => {
  const { id } = await aVariant(shop)
  const change = (part: object) =>
    changePrice(shop, { variantId: id, list: money(4_900), was: null, cost: null, ...part })

  await expect(change({ was: money(4_900) })).rejects.toMatchObject({
    code: 'prices.was_not_higher',
    details: { field: 'was' },
  })
  await expect(change({ list: money(-1) })).rejects.toMatchObject({
    code: 'prices.invalid',
    details: { field: 'list' },
  })
  await expect(change({ cost: money(100, 'USD') })).rejects.toMatchObject({ code: 'prices.foreign_currency' })
})

test('of two people changing the price they saw, the second is told to reload', async () => {
  const { id } = await aVariant(shop)
  const change = (minor: number) =>
    changePrice(shop, { variantId: id, version: 1, list: money(minor), was: null, cost: null })

  const results = await Promise.allSettled([change(1_000), change(2_000)])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a price of another shop cannot be reached', async () => {
  const { id } = await aVariant(shop)
  const other = asHouse(await aShop(db))

  await expect(changePrice(other, { variantId: id, list: money(1), was: null, cost: null })).rejects.toMatchObject({
    code: 'prices.no_variant',
  })
  expect(
    (
      await pricesOf(
        other,
        (await aProduct(shop)).variants.map((variant) => variant.id),
      )
    ).size,
  ).toBe(0)
})
