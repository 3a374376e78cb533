import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createProduct } from '#goods/catalog'
import { changePrice, priceHistory, pricesOf } from '#goods/prices'
import { money } from '#kernel/money'
import type { VariantId } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { testDatabase } from '#test/database'
import { bring, takeBack, takeBackNow } from '#test/exchange'
import { aShop, asHouse } from '#test/goods'
import { priceImport } from './index.ts'

const { db } = await testDatabase()
const kind = priceImport()
const head = ['SKU', 'List price', 'Compare-at price', 'Cost']

async function variants(ctx: Context, count: number, priced = true): Promise<VariantId[]> {
  const product = await createProduct(ctx, {
    texts: { zh: { name: '茶', optionNames: ['型号'] } },
    variants: Array.from({ length: count }, (_, at) => ({
      sku: `T-${at}`,
      optionValues: { zh: [`${at}`] },
      ...(priced && { price: { list: money(1_000 + at), was: null, cost: money(500) } }),
    })),
  } as Parameters<typeof createProduct>[1])
  return product.variants.map(({ id }) => id)
}
const listsOf = async (ctx: Context, ids: readonly VariantId[]) => {
  const prices = await pricesOf(ctx, ids)
  return ids.map((id) => prices.get(id)?.list.minor)
}

test('CAT-14 an import of prices is taken back where nobody changed the price since, whatever was edited in between', async () => {
  const edit = fc.record({ at: fc.integer({ min: 0, max: 5 }), list: fc.integer({ min: 1, max: 40 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 11, max: 40 }), { minLength: 6, maxLength: 6 }), // none is the price of before
      fc.array(edit, { maxLength: 4 }),
      async (wanted, edits) => {
        const ctx = asHouse(await aShop(db))
        const ids = await variants(ctx, 6)
        const before = await listsOf(ctx, ids)
        const brought = await bring(ctx, kind, [head, ...wanted.map((list, at) => [`T-${at}`, `${list}`, '', ''])])
        for (const { at, list } of edits)
          await changePrice(ctx, { variantId: ids[at]!, list: money(list * 100), was: null, cost: money(500) })
        const after = await listsOf(ctx, ids)
        const isEdited = (at: number) => after[at] !== wanted[at]! * 100
        const { reversed, kept } = await takeBack(ctx, kind)

        expect(await listsOf(ctx, ids)).toEqual(after.map((list, at) => (isEdited(at) ? list : before[at])))
        expect(reversed + Object.keys(kept).length).toBe(brought.updated)
        expect(Object.keys(kept)).toEqual(ids.flatMap((_, at) => (isEdited(at) ? [`T-${at}`] : [])))
      },
    ),
    { numRuns: 8 },
  )
})

test('CAT-14 after taking back the same sheet brings the same prices again, each step in the history', async () => {
  const ctx = asHouse(await aShop(db))
  const [id] = await variants(ctx, 1)
  const sheet = [head, ['T-0', '8.80', '9.90', '4.00']]
  await bring(ctx, kind, sheet)
  await takeBack(ctx, kind)
  expect((await pricesOf(ctx, [id!])).get(id!)).toEqual({ list: money(1_000), was: null, cost: money(500) })

  expect(await bring(ctx, kind, sheet)).toMatchObject({ updated: 1 })
  expect((await priceHistory(ctx, id!)).map(({ type }) => type)).toEqual([
    'price.changed',
    'price.changed',
    'price.changed',
  ])
})

test('a price that somebody changes while the import is taken back is either put back first or kept', async () => {
  const ctx = asHouse(await aShop(db))
  const ids = await variants(ctx, 5)
  await bring(ctx, kind, [head, ...ids.map((_, at) => [`T-${at}`, '7.00', '', ''])])
  const changed = { list: money(3_333), was: null, cost: null }
  await Promise.all([takeBackNow(ctx, kind), ...ids.map((variantId) => changePrice(ctx, { variantId, ...changed }))])

  expect(await listsOf(ctx, ids)).toEqual(ids.map(() => 3_333))
})

test('a first price is taken away again, and one of a product that has gone on sale since stays', async () => {
  const ctx = asHouse(await aShop(db))
  const [draft] = await variants(ctx, 1, false)
  await bring(ctx, kind, [head, ['T-0', '7.00', '', '']])
  expect(await takeBack(ctx, kind)).toEqual({ reversed: 1, kept: {} })
  expect(await listsOf(ctx, [draft!])).toEqual([undefined])
  expect((await priceHistory(ctx, draft!)).at(-1)).toMatchObject({ type: 'price.removed' })

  await bring(ctx, kind, [head, ['T-0', '7.00', '', '']])
  await db.updateTable('goods.products').set({ status: 'on_sale' }).where('shop_id', '=', ctx.shopId).execute()
  expect(await takeBack(ctx, kind)).toEqual({ reversed: 0, kept: { 'T-0': 'price_import.on_sale' } })
})
