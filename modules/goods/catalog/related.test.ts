import { expect, test } from 'vitest'
import { delist } from '#goods/listing'
import { historyOf } from '#platform/events'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse } from '#test/goods'
import { offeredBeside, offeredBesideEach, relate, relatedOf } from './index.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))

test('CAT-23 staff choose what belongs to a product and in which order; shoppers are offered what is on sale', async () => {
  const [pot, cup, tray, better] = await Promise.all(
    ['茶壶', '茶杯', '茶盘', '银壶'].map((name) => aProduct(shop, { name })),
  )
  await relate(shop, pot!.id, [
    { productId: better!.id, kind: 'upsell' },
    { productId: tray!.id, kind: 'accessory' },
    { productId: cup!.id, kind: 'accessory' },
  ])
  await relate(shop, cup!.id, [{ productId: pot!.id, kind: 'related' }])
  const ids = async (...of: (typeof pot)[]) =>
    (
      await offeredBeside(
        shop,
        of.map((each) => each!.id),
      )
    ).map((each) => each.productId)

  expect(await ids(pot)).toEqual([tray!.id, cup!.id, better!.id])
  expect(await ids(pot, cup)).toEqual([tray!.id, better!.id])
  const each = await offeredBesideEach(shop, [pot!.id, cup!.id])
  expect([pot, cup].map((one) => each.get(one!.id)?.map(({ productId }) => productId))).toEqual([
    [tray!.id, cup!.id, better!.id],
    [pot!.id],
  ])
  await delist(shop, tray!.id)
  expect(await ids(pot)).toEqual([cup!.id, better!.id])
  expect((await relatedOf(shop, [pot!.id])).get(pot!.id)).toHaveLength(3)
  expect((await historyOf(shop, pot!.id)).at(-1)?.type).toBe('product.related')
})

test('CAT-23 a product is not related to itself, nor to another shop’s', async () => {
  const { id } = await aProduct(shop)
  const theirs = await aProduct(asHouse(await aShop(db)))
  await expect(relate(shop, id, [{ productId: id, kind: 'related' }])).rejects.toMatchObject({
    code: 'catalog.related_to_itself',
  })
  await expect(relate(shop, id, [{ productId: theirs.id, kind: 'related' }])).rejects.toMatchObject({
    code: 'catalog.product_not_found',
  })
})
