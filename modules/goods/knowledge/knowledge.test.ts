import { expect, test } from 'vitest'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse } from '#test/goods'
import { findKnown, saveCard } from './index.ts'

const { db } = await testDatabase()
const shop = asHouse(await aShop(db))
const card = {
  material: '景德镇高岭土',
  priceLevel: 'middle',
  uses: '功夫茶',
  answers: '可以进微波炉吗？可以，口沿描金的不行。',
} as const

test('CAT-09 a product’s knowledge card is found by the words of the product, its code and the card', async () => {
  const { id, variants } = await aProduct(shop, { name: '白瓷盖碗' })
  await aProduct(shop, { name: '竹茶则' })
  await saveCard(shop, { productId: id, ...card })
  const found = async (text: string) => (await findKnown(shop, { text })).rows.map(({ product }) => product.id)

  expect(await Promise.all(['盖碗', variants[0]!.sku.slice(0, 8), '微波炉', '高岭土', '100%'].map(found))).toEqual([
    [id],
    expect.arrayContaining([id]),
    [id],
    [id],
    [],
  ])
  const [known] = (await findKnown(shop, { text: '盖碗' })).rows
  expect(known).toMatchObject({ card: { ...card, updatedBy: 'test' }, product: { id } })
})

test('a card is written anew as a whole, and only for a product of the shop', async () => {
  const { id } = await aProduct(shop)
  await saveCard(shop, { productId: id, ...card })
  await saveCard(shop, { productId: id, ...card, uses: '', priceLevel: null })
  const rows = (await findKnown(shop, {})).rows
  expect(rows.find(({ product }) => product.id === id)?.card).toMatchObject({ uses: '', priceLevel: null })
  await expect(saveCard(asHouse(await aShop(db)), { productId: id, ...card })).rejects.toMatchObject({
    code: 'catalog.product_not_found',
  })
  await expect(saveCard(shop, { productId: id, ...card, uses: '长'.repeat(501) })).rejects.toMatchObject({
    details: { field: 'uses' },
  })
})
