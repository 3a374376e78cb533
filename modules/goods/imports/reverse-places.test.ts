import { expect, test } from 'vitest'
import { allCategories, changeCategory, createProduct, findBrands } from '#goods/catalog'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { CategoryId } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { testDatabase } from '#test/database'
import { bring, takeBack } from '#test/exchange'
import { aShop, asHouse } from '#test/goods'
import { categoryImport, productImport } from './index.ts'

const { db } = await testDatabase()
const kind = productImport()

/** Categories and brands belong to the platform: words of its own keep tests apart. */
async function aTree() {
  const ctx = asHouse(await aShop(db))
  const word = `w${newId().slice(-8)}`
  const categories = async () =>
    (await allCategories(ctx)).flatMap(({ name }) => (name.zh.startsWith(word) ? [name.zh.slice(9)] : [])).sort()
  const brands = async () => (await findBrands(ctx, word)).map(({ name }) => name.zh.slice(9)).sort()
  const idOf = async (name: string) =>
    (await allCategories(ctx)).find((category) => category.name.zh === `${word}${name}`)!.id
  const sheet = (...rows: readonly (readonly [string, string, string])[]) => [
    ['Handle', 'Title', 'Type', 'Vendor', 'Variant SKU', 'Variant Price'],
    ...rows.map(([handle, path, brand]) => [
      `${word}-${handle}`,
      `Bowl ${handle}`,
      path.replaceAll(/\w+/g, (name) => word + name),
      brand && word + brand,
      `${word}-${handle === 'bad' ? 'a' : handle}`,
      '9.90',
    ]),
  ]
  return { ctx, word, categories, brands, idOf, sheet }
}

const aBowlIn = (ctx: Context, categoryId: CategoryId) =>
  createProduct(ctx, {
    texts: { zh: { name: '碗' } },
    categoryId,
    variants: [{ sku: newId(), price: { list: money(1_000), was: null, cost: null } }],
  } as Parameters<typeof createProduct>[1])

test('CAT-14 categories and brands that an import made go with its products, those of refused rows too', async () => {
  const { ctx, categories, brands, sheet } = await aTree()
  const brought = await bring(ctx, kind, sheet(['a', 'T > C', 'L'], ['b', 'T > D', 'L'], ['bad', 'X > Y', 'K']))
  expect([brought.created, await categories(), await brands()]).toEqual(
    [2, ['C', 'D', 'T', 'X', 'Y'], ['K', 'L']].slice(0),
  )

  expect(await takeBack(ctx, kind)).toMatchObject({ kept: {} })
  expect([await categories(), await brands()]).toEqual([[], []])
  expect((await bring(ctx, kind, sheet(['a', 'T > C', 'L']))).created).toBe(1)
})

test('CAT-14 a category that a product of another shop uses, that lies above one in use, or that was renamed stays', async () => {
  const { ctx, word, categories, brands, idOf, sheet } = await aTree()
  await bring(ctx, kind, sheet(['a', 'T > C', 'L'], ['b', 'T > D', 'L'], ['c', 'U', 'M']))
  await aBowlIn(asHouse(await aShop(db)), await idOf('C'))
  await changeCategory(ctx, await idOf('U'), { name: { zh: `${word}New`, en: 'New' } })

  expect((await takeBack(ctx, kind)).kept).toEqual({
    [`${word}C`]: 'catalog.place_in_use',
    [`${word}T`]: 'catalog.place_in_use',
    [`${word}U`]: 'imports.edited_since',
  })
  expect([await categories(), await brands()]).toEqual([['C', 'New', 'T'], []])
})

test('CAT-14 a sheet of categories is taken back from below, as far as nothing uses them', async () => {
  const { ctx, word, categories, idOf } = await aTree()
  const tree = categoryImport()
  await bring(ctx, tree, [
    ['name', 'path'],
    [`${word}A`, ''],
    [`${word}B`, `${word}A`],
    [`${word}C`, `${word}A/${word}B`],
    [`${word}Z`, ''],
  ])
  await aBowlIn(ctx, await idOf('B'))

  expect(await takeBack(ctx, tree)).toEqual({
    reversed: 2,
    kept: { [`${word}A`]: 'catalog.place_in_use', [`${word}B`]: 'catalog.place_in_use' },
  })
  expect(await categories()).toEqual(['A', 'B'])
})
