import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createProduct } from '#goods/catalog'
import { priceHistory, pricesOf } from '#goods/prices'
import { money } from '#kernel/money'
import type { Product } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { exportNow, registerExportKind } from '#platform/exports'
import { as, lin } from '#test/context'
import { testDatabase } from '#test/database'
import { bring, linesOf, takeOut } from '#test/exchange'
import { aShop, asHouse } from '#test/goods'
import { priceExport, priceImport } from './index.ts'

const { db } = await testDatabase()
registerExportKind(priceExport())
const kind = priceImport()

const aProduct = (
  ctx: Context,
  sku: string,
  given: { list?: number; was?: number | null; cost?: number | null; name?: string } = {},
): Promise<Product> =>
  createProduct(asHouse(ctx), {
    texts: { zh: { name: given.name ?? `茶 ${sku}` } },
    variants: [
      {
        sku,
        price: {
          list: money(given.list ?? 1_990),
          was: given.was ? money(given.was) : null,
          cost: given.cost === undefined ? money(800) : given.cost && money(given.cost),
        },
      },
    ],
  } as Parameters<typeof createProduct>[1])

const priceOf = async (ctx: Context, { variants }: Product) =>
  (await pricesOf(ctx, [variants[0]!.id])).get(variants[0]!.id)

test('CAT-14 a sheet of prices changes what differs, with its history, and the same sheet again changes nothing', async () => {
  const ctx = asHouse(await aShop(db))
  const [tea, cup] = [await aProduct(ctx, 'TEA-1', { was: 2_500 }), await aProduct(ctx, 'CUP-1')]
  const sheet = [
    ['商家编码', '售价', '划线价', '成本'],
    ['TEA-1', '18.80', '', ''],
    ['CUP-1', '19.90', '', '8.00'],
  ]
  const tried = await bring(ctx, kind, sheet, { dryRun: true })
  const done = await bring(ctx, kind, sheet)

  expect(done).toEqual({ created: 0, updated: 1, unchanged: 1, failed: [] })
  expect(tried).toEqual(done)
  expect(await bring(ctx, kind, sheet)).toEqual({ created: 0, updated: 0, unchanged: 2, failed: [] })
  expect(await priceOf(ctx, tea)).toEqual({ list: money(1_880), was: null, cost: money(800) })
  expect(await priceOf(ctx, cup)).toEqual({ list: money(1_990), was: null, cost: money(800) })
  expect((await priceHistory(ctx, tea.variants[0]!.id)).at(-1)).toMatchObject({
    type: 'price.changed',
    data: { before: { list: money(1_990) }, after: { list: money(1_880) } },
  })
})

test('a sheet without a column for the former price leaves it as it is', async () => {
  const ctx = asHouse(await aShop(db))
  const tea = await aProduct(ctx, 'TEA-1', { was: 2_500 })
  await bring(ctx, kind, [
    ['SKU', 'List price'],
    ['TEA-1', '18'],
  ])
  expect(await priceOf(ctx, tea)).toMatchObject({ list: money(1_800), was: money(2_500) })
})

test.each([
  ['an unknown code', ['NONE', '18', '', ''], 'sku', 'sheet.sku_unknown'],
  ['no price', ['TEA-1', '', '', ''], 'list', 'sheet.missing'],
  ['no amount', ['TEA-1', 'cheap', '', ''], 'list', 'sheet.amount_invalid'],
  ['a third decimal', ['TEA-1', '1.999', '', ''], 'list', 'sheet.amount_invalid'],
  ['a negative cost', ['TEA-1', '18', '', '-1'], 'cost', 'sheet.amount_negative'],
  ['a former price below the price', ['TEA-1', '18', '17', ''], 'was', 'prices.was_not_higher'],
  ['a formula', ['=1+1', '18', '', ''], 'sku', 'sheet.formula'],
])('a row with %s is refused and the field is named, the others land', async (_, row, field, code) => {
  const ctx = asHouse(await aShop(db))
  await aProduct(ctx, 'TEA-1')
  const cup = await aProduct(ctx, 'CUP-1')
  const done = await bring(ctx, kind, [['SKU', 'List price', 'Compare-at price', 'Cost'], row, ['CUP-1', '7', '', '']])

  expect(done).toMatchObject({ updated: 1, failed: [{ row: 2, field, code }] })
  expect(await priceOf(ctx, cup)).toMatchObject({ list: money(700) })
})

test('a code that stands twice is refused rather than decided by the order of rows', async () => {
  const ctx = asHouse(await aShop(db))
  await aProduct(ctx, 'TEA-1')
  const done = await bring(ctx, kind, [
    ['SKU', 'List price'],
    ['TEA-1', '18'],
    ['TEA-1', '19'],
  ])
  expect(done).toMatchObject({ updated: 0, failed: [{ row: 3, field: 'sku', code: 'sheet.twice' }] })
})

test('whoever may not see costs neither brings them in nor takes them out', async () => {
  const shop = await aShop(db)
  await aProduct(shop, 'TEA-1')
  const merchandiser = as(shop, { ...lin, permissions: new Set(['prices.change', 'products.read']) })
  const done = await bring(merchandiser, kind, [
    ['SKU', 'List price', 'Cost'],
    ['TEA-1', '18', '9'],
  ])
  const [line] = linesOf(await takeOut(merchandiser, 'prices'))

  expect(done.failed).toEqual([{ row: 2, field: 'cost', code: 'price_import.cost_not_yours' }])
  expect(line).toMatchObject({ 商家编码: 'TEA-1', 售价: '19.90' })
  expect(line).not.toHaveProperty('成本')
})

test('CAT-14 what was exported imports again as unchanged, whatever the prices and names are', async () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 })
  const some = fc.array(
    fc.record({
      list: amount,
      more: fc.option(amount, { nil: null }),
      cost: fc.option(amount, { nil: null }),
      name: fc.constantFrom('龙井', '=1+1', '"引号", 逗号', '-5% tea', "'tis"),
    }),
    { minLength: 1, maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(
      some,
      fc.constantFrom('csv', 'xlsx'),
      fc.constantFrom('zh', 'en'),
      async (goods, format, locale) => {
        const ctx = { ...asHouse(await aShop(db)), locale: locale as 'zh' | 'en' }
        for (const [at, { list, more, cost, name }] of goods.entries())
          await aProduct(ctx, `00${at}-Ü`, {
            list,
            was: more === null ? null : list + more,
            cost,
            name: `${name} ${at}`,
          })
        const chunks: Uint8Array[] = []
        await exportNow(ctx, { kind: 'prices', format: format as 'csv' | 'xlsx' }, async (bytes) => chunks.push(bytes))

        expect(await bring(ctx, kind, Buffer.concat(chunks), { fileName: `prices.${format}` })).toEqual({
          created: 0,
          updated: 0,
          unchanged: goods.length,
          failed: [],
        })
      },
    ),
    { numRuns: 12 },
  )
})
