import { expect, test } from 'vitest'
import { loadProduct } from '#goods/catalog'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse } from '#test/goods'
import { markPicture } from './index.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))

test('CAT-07 a main picture is marked with its scene and the pain point it solves', async () => {
  const { id, pictures } = await aProduct(shop)
  await markPicture(shop, pictures[0]!.id, { scene: '办公室泡茶 ', painPoint: '茶叶总倒进嘴里' })

  expect((await loadProduct(shop, id)).pictures[0]).toMatchObject({
    scene: '办公室泡茶',
    painPoint: '茶叶总倒进嘴里',
  })
  await expect(
    markPicture(asHouse(await aShop(db)), pictures[0]!.id, { scene: '', painPoint: '' }),
  ).rejects.toMatchObject({ code: 'media.not_found' })
})
