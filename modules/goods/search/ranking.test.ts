import { expect, test } from 'vitest'
import { transaction } from '#platform/database'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse } from '#test/goods'
import { pushSold, searchProducts, setRankingFacts } from './index.ts'
import { weighProducts } from './weigh-products.ts'

const { db } = await testDatabase()

const aPair = async () => {
  const shop = asHouse(await aShop(db))
  const [one, two] = [await aProduct(shop, { name: '青瓷茶杯' }), await aProduct(shop, { name: '青瓷茶杯' })]
  const found = async () =>
    (await searchProducts(later(shop, { days: 1 }), { text: '茶杯' })).hits.map(({ productId }) => productId)
  return { shop, one, two, found }
}

test('STO-05 among products that the words suit equally, what sells, converts or is rated better stands first', async () => {
  for (const better of ['sold', 'bought', 'rated'] as const) {
    const { shop, one, two, found } = await aPair()
    await transaction(shop, async (tx) => {
      if (better === 'sold') await pushSold(tx, [{ productId: one.id, quantity: 40 }])
      else
        await setRankingFacts(
          tx,
          new Map(
            better === 'bought'
              ? [
                  [one.id, { seen: 400, bought: 40 }],
                  [two.id, { seen: 400, bought: 4 }],
                ]
              : [
                  [one.id, { rated: 30, ratingHundredths: 490 }],
                  [two.id, { rated: 30, ratingHundredths: 310 }],
                ],
          ),
        )
    })
    await weighProducts(shop)
    await weighProducts(shop)

    expect(await found()).toEqual([one.id, two.id])
  }
})

test('STO-05 one happy buyer does not stand above many satisfied ones, and facts that are left out stay', async () => {
  const { shop, one, two, found } = await aPair()
  await transaction(shop, (tx) =>
    setRankingFacts(
      tx,
      new Map([
        [one.id, { rated: 400, ratingHundredths: 480 }],
        [two.id, { rated: 1, ratingHundredths: 500 }],
      ]),
    ),
  )
  await transaction(shop, (tx) => setRankingFacts(tx, new Map([[one.id, { seen: 10, bought: 0 }]])))
  await weighProducts(shop)

  expect(await found()).toEqual([one.id, two.id])
})
