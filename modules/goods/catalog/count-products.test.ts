import { expect, test } from 'vitest'
import { testDatabase } from '#test/database'
import { aProduct, aShop, asHouse } from '#test/goods'
import { countProducts } from './count-products.ts'
import { createProduct } from './create-product.ts'
import { findProducts } from './find-products.ts'

const { db } = await testDatabase()

test('CAT-12 the counters say how many products stand in each status of this shop', async () => {
  const ctx = asHouse(await aShop(db))
  const elsewhere = asHouse(await aShop(db))
  await createProduct(ctx, { texts: { zh: { name: '茶' } } })
  await createProduct(ctx, { texts: { zh: { name: '壶' } } })
  await createProduct(elsewhere, { texts: { zh: { name: '碗' } } })
  await aProduct(ctx)

  expect(await countProducts(ctx)).toMatchObject({ draft: 2, in_review: 0, on_sale: 1, delisted: 0 })
})

test('CAT-21 products are found by a flag, each with the ids of its active variants', async () => {
  const ctx = asHouse(await aShop(db))
  const tea = await createProduct(ctx, {
    texts: { zh: { name: '茶' } },
    flags: { food: true },
    variants: [{ sku: 'TEA' }],
  })
  await createProduct(ctx, { texts: { zh: { name: '壶' } }, flags: { oversize: true } })

  const { rows } = await findProducts(ctx, { flag: 'food' })

  expect(rows).toMatchObject([{ id: tea.id, variantIds: [tea.variants[0]?.id] }])
  expect((await findProducts(ctx, { flag: 'oversize' })).rows).toMatchObject([{ name: '壶', variantIds: [] }])
})
