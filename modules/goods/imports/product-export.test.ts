import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCategory, createProduct } from '#goods/catalog'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { registerExportKind } from '#platform/exports'
import { testDatabase } from '#test/database'
import { bring, linesOf, takeOut } from '#test/exchange'
import { aShop, asHouse } from '#test/goods'
import { productExport, productImport } from './index.ts'

const { db } = await testDatabase()
registerExportKind(productExport())
const kind = productImport()

const aCategory = (ctx: Parameters<typeof createCategory>[0]) =>
  createCategory(ctx, { slug: `c-${newId().slice(-8)}`, name: { zh: `茶具 ${newId().slice(-8)}`, en: 'Tea ware' } })

test('CAT-14 products leave in the layout of our own sheet, and what was exported imports again as unchanged', async () => {
  const some = fc.record({
    zh: fc.constantFrom('青瓷茶杯', '=1+1 茶', '“引号”, 逗号'),
    en: fc.option(fc.constantFrom('Celadon cup', '-5 % cup'), { nil: null }),
    body: fc.constantFrom('', '<p>手工拉坯，<b>釉色</b>温润。</p>'),
    tags: fc.uniqueArray(fc.constantFrom('茶', '手作', 'gift'), { maxLength: 3 }),
    keywords: fc.uniqueArray(fc.constantFrom('茶杯', '手作杯'), { maxLength: 2 }),
    kind: fc.constantFrom('goods', 'service'),
    sizes: fc.integer({ min: 1, max: 3 }),
    list: fc.integer({ min: 1, max: 100_000 }),
    was: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: null }),
    grams: fc.integer({ min: 0, max: 5_000 }),
    ships: fc.boolean(),
    sorted: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(some, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('csv', 'xlsx'),
      async (goods, format) => {
        const ctx = asHouse(await aShop(db))
        for (const [at, one] of goods.entries()) {
          const sizes = one.sizes === 1 ? [] : Array.from({ length: one.sizes }, (_, n) => `${n + 1} 号`)
          const names = sizes.length > 0 ? ['大小'] : []
          await createProduct(ctx, {
            slug: `cup-${at}`,
            categoryId: one.sorted ? await aCategory(ctx) : null,
            texts: {
              zh: { name: `${one.zh} ${at}`, description: one.body, optionNames: names },
              ...(one.en ? { en: { name: `${one.en} ${at}`, optionNames: names } } : {}),
            },
            tags: one.tags,
            keywords: one.keywords,
            kind: one.kind,
            variants: (sizes.length > 0 ? sizes : [undefined]).map((size, n) => ({
              sku: `0${at}-${n}`,
              optionValues: size ? { zh: [size], en: [size] } : undefined,
              weightGrams: one.grams,
              requiresShipping: one.ships,
              price: {
                list: money(one.list),
                was: one.was === null ? null : money(one.list + one.was),
                cost: money(1),
              },
            })),
          } as Parameters<typeof createProduct>[1])
        }
        const sheet = await takeOut(ctx, 'products', { format: format as 'csv' | 'xlsx' })

        expect(await bring(ctx, kind, sheet, { fileName: `products.${format}` })).toEqual({
          created: 0,
          updated: 0,
          unchanged: goods.length,
          failed: [],
        })
      },
    ),
    { numRuns: 6 },
  )
})

test('the file holds what the filters of the list show, a variant a row', async () => {
  const ctx = asHouse(await aShop(db))
  const make = (slug: string, tags: string[]) =>
    createProduct(ctx, {
      slug,
      texts: { zh: { name: slug } },
      tags,
      variants: [{ sku: slug, price: { list: money(100), was: null, cost: null } }],
    } as Parameters<typeof createProduct>[1])
  await make('tea', ['drink'])
  await make('cup', [])

  expect(linesOf(await takeOut(ctx, 'products', { filter: { tag: 'drink' } })).map((line) => line.商品编码)).toEqual([
    'tea',
  ])
  expect(linesOf(await takeOut(ctx, 'products'))).toHaveLength(2)
})
