import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCategory, createProduct, loadProduct } from '#goods/catalog'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Locale } from '#kernel/text'
import type { CategoryAttribute } from '#model/goods/catalog'
import { historyOf } from '#platform/events'
import { registerExportKind } from '#platform/exports'
import { testDatabase } from '#test/database'
import { bring, linesOf, takeOut } from '#test/exchange'
import { aShop, asHouse } from '#test/goods'
import { productExport, productImport } from './index.ts'

const { db } = await testDatabase()
registerExportKind(productExport())
const kind = productImport()

/** Names that also stand elsewhere: a column of our own sheet, a column of Magento's, an option called like another. */
const attributes: readonly CategoryAttribute[] = [
  { code: 'origin', kind: 'text', required: false, name: { zh: '产地', en: 'Origin' }, options: [] },
  { code: 'year', kind: 'number', required: false, name: { zh: '年份', en: 'Year' }, options: [] },
  {
    code: 'kind',
    kind: 'choice',
    required: false,
    name: { zh: '茶类', en: 'Kind of tea' },
    options: [
      { code: 'green', zh: '绿茶', en: 'Green' },
      { code: 'white', zh: '白茶', en: 'White' },
      { code: 'sweet', zh: '白茶', en: 'Sweet' },
    ],
  },
  { code: 'brand', kind: 'text', required: false, name: { zh: '品牌', en: 'Brand' }, options: [] },
  { code: 'type', kind: 'text', required: false, name: { zh: '产品类型', en: 'Product type' }, options: [] },
]

const aCategory = (ctx: Parameters<typeof createCategory>[0]) =>
  createCategory(ctx, {
    slug: `c-${newId().slice(-8)}`,
    name: { zh: `茶具 ${newId().slice(-8)}`, en: 'Tea ware' },
    attributes,
  })

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
    facts: fc.record({
      origin: fc.constantFrom(
        '杭州; 龙井村',
        '=西湖',
        { zh: '杭州', en: 'Hangzhou' },
        { zh: '', en: 'Fujian' },
        undefined,
      ),
      year: fc.constantFrom(2026, 0.1, -3, undefined),
      kind: fc.constantFrom('green', 'white', 'sweet', undefined),
      brand: fc.constantFrom('自有', undefined),
      type: fc.constantFrom('a', undefined),
    }),
    locale: fc.constantFrom('zh', 'en'),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(some, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('csv', 'xlsx'),
      async (goods, format) => {
        const ctx = { ...asHouse(await aShop(db)), locale: goods[0]!.locale as Locale }
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
            attributes: one.sorted ? stated(one.facts) : {},
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

test('CAT-14 CAT-03 a sheet of products carries every attribute of their categories under its name, and one changed cell comes back as exactly that', async () => {
  const ctx = asHouse(await aShop(db))
  const slug = `tea-${newId().slice(-8)}`
  const given = { origin: { zh: '杭州', en: 'Hangzhou' }, year: 2026, kind: 'green', brand: '自有' }
  const { id } = await createProduct(ctx, {
    slug,
    categoryId: await aCategory(ctx),
    texts: { zh: { name: '龙井' } },
    attributes: given,
    variants: [{ sku: slug, price: { list: money(100), was: null, cost: null } }],
  } as Parameters<typeof createProduct>[1])
  const [line] = linesOf(await takeOut(ctx, 'products'))
  expect(line).toMatchObject({ 产地: '杭州', 年份: '2026', 茶类: '绿茶', 'attributes.brand': '自有', 产品类型: '' })

  const changed = { ...line, 产地: '狮峰山', 茶类: '白茶', 年份: '' }
  expect(await bring(ctx, kind, [Object.keys(changed), Object.values(changed)])).toMatchObject({
    updated: 1,
    failed: [],
  })
  expect((await loadProduct(ctx, id)).attributes).toEqual({
    ...given,
    origin: { zh: '狮峰山', en: 'Hangzhou' },
    kind: 'white',
  })
  const english = { ...ctx, locale: 'en' as const }
  const [told] = linesOf(await takeOut(english, 'products'))
  const once = { ...told, Origin: 'Lion Peak' }
  expect(await bring(english, kind, [Object.keys(once), Object.values(once)])).toMatchObject({ updated: 1, failed: [] })
  expect((await loadProduct(ctx, id)).attributes.origin).toEqual({ zh: '狮峰山', en: 'Lion Peak' })
  expect(
    (await historyOf(ctx, id))
      .filter(({ type }) => type === 'product.changed')
      .map(({ data }) => Object.keys(data.after as object)),
  ).toEqual([['attributes'], ['attributes']])
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

const stated = (facts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
