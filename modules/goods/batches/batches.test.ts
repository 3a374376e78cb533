import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeProduct, createProduct, loadProduct } from '#goods/catalog'
import { changePrice, priceHistory } from '#goods/prices'
import { searchProducts } from '#goods/search'
import { money } from '#kernel/money'
import type { Product } from '#model/goods/catalog'
import { permissions } from '#model/office/roles'
import { openNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { as, later, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aBrand, aCategory, aProduct, aShop } from '#test/goods'
import { changeGoods, findBatches, rowsOf, undoBatch } from './index.ts'
import type { BatchField, BatchId, Cell, CellValue, GoodsRow } from './model.ts'

const { db } = await testDatabase()
const all = new Set<string>(permissions)
const staffed = (ctx: Context, held: ReadonlySet<string> = all): Context => as(ctx, { ...lin, permissions: held })
const asMei = (ctx: Context): Context => later(as(ctx, { ...mei, permissions: all }), { hours: 1 })

async function aStockedShop(colours = ['青', '白', '黑']) {
  const ctx = staffed(await aShop(db))
  return { ctx, product: await aProduct(ctx, { colours }) }
}

const cell = (field: BatchField, from: CellValue, to: CellValue): Cell => ({ field, from, to })
const ofProduct = ({ id }: Product, ...cells: Cell[]): GoodsRow => ({ productId: id, variantId: null, cells })
const ofVariant = (product: Product, at: number, ...cells: Cell[]): GoodsRow => ({
  productId: product.id,
  variantId: product.variants[at]!.id,
  cells,
})
const priced = (product: Product, at: number, list: number) =>
  ofVariant(product, at, cell('list', product.variants[at]!.price!.list, money(list)))
const outcome = async (ctx: Context, id: BatchId) =>
  (await rowsOf(ctx, id)).map(({ status, field, code }) => (code ? [status, field, code] : [status]))
const listsOf = async (ctx: Context, { id }: Product) =>
  (await loadProduct(ctx, id)).variants.map(({ price }) => price?.list.minor)

test('CAT-18 CAT-04 names, places, stages, codes, weights and prices of many are changed by one batch, and search knows them at once', async () => {
  const { ctx, product } = await aStockedShop()
  const [brandId, categoryId] = [await aBrand(ctx), await aCategory(ctx)]
  const { texts, categoryId: place, tags, variants } = product

  const batch = await changeGoods(ctx, {
    rows: [
      ofProduct(
        product,
        cell('nameZh', texts.zh!.name, '汝窑茶盏'),
        cell('titleEn', texts.en!.title, 'Ru ware tea bowl'),
        cell('categoryId', place, categoryId),
        cell('brandId', null, brandId),
        cell('lifeStage', null, 'clearance'),
        cell('tags', tags, ['汝窑', '茶盏']),
      ),
      ofVariant(product, 0, cell('sku', variants[0]!.sku, 'RU-1'), cell('weightGrams', 300, 420)),
      priced(product, 1, 3_900),
    ],
  })

  expect(batch).toMatchObject({ saved: 3, unchanged: 0, refused: 0, madeByName: 'Lin' })
  const changed = await loadProduct(ctx, product.id)
  expect(changed).toMatchObject({
    brandId,
    categoryId,
    lifeStage: 'clearance',
    tags: ['汝窑', '茶盏'],
    status: 'on_sale',
  })
  expect([changed.texts.zh!.name, changed.texts.en!.title]).toEqual(['汝窑茶盏', 'Ru ware tea bowl'])
  expect(changed.variants.map(({ sku, weightGrams, price }) => [sku, weightGrams, price!.list.minor])).toEqual([
    ['RU-1', 420, 4_900],
    [variants[1]!.sku, 300, 3_900],
    [variants[2]!.sku, 300, 4_900],
  ])
  expect((await searchProducts(ctx, { text: '汝窑' })).hits.map(({ productId }) => productId)).toEqual([product.id])
})

test('CAT-03 CAT-18 attributes of the category are changed in bulk by the rules of the product’s page, and undoing leaves those changed since', async () => {
  const { ctx, product } = await aStockedShop()
  const categoryId = await aCategory(ctx, {
    attributes: [
      {
        code: 'ware',
        kind: 'choice',
        required: true,
        name: { zh: '材质', en: 'Ware' },
        options: [{ code: 'p', zh: '瓷', en: 'Porcelain' }],
      },
      { code: 'litres', kind: 'number', required: false, name: { zh: '容量', en: 'Holds' }, options: [] },
      { code: 'origin', kind: 'text', required: false, name: { zh: '产地', en: 'Origin' }, options: [] },
    ],
  })
  const start = { ware: 'p', litres: 0.3, origin: { zh: '景德镇', en: 'Jingdezhen' } }
  await changeProduct(ctx, product.id, { categoryId, attributes: start })
  const attributes = async () => (await loadProduct(ctx, product.id)).attributes
  const change = (...cells: Cell[]) => changeGoods(ctx, { rows: [ofProduct(product, ...cells)] })

  const batch = await change(
    cell('attributes.origin', { en: 'Jingdezhen', zh: '景德镇' }, { zh: '龙泉', en: 'Longquan' }),
    cell('attributes.litres', 0.3, null),
  )
  expect([await outcome(ctx, batch.id), await attributes()]).toEqual([
    [['saved']],
    { ware: 'p', origin: { zh: '龙泉', en: 'Longquan' } },
  ])

  const wrong = [
    await change(cell('attributes.ware', 'p', 'paper')),
    await change(cell('attributes.colour', null, '青')),
    await change(cell('attributes.ware', 'p', null)),
    await change(cell('attributes.litres', 0.3, 0.5)),
    await change(cell('attributes.litres', null, ['一', '二'])),
  ]
  expect(await Promise.all(wrong.map(({ id }) => outcome(ctx, id)))).toEqual([
    [['refused', 'attributes.ware', 'catalog.attribute_invalid']],
    [['refused', 'attributes.colour', 'catalog.attribute_unknown']],
    [['refused', 'attributes.ware', 'catalog.not_fit_for_sale']],
    [['refused', 'attributes.litres', 'batches.changed_meanwhile']],
    [['refused', 'attributes.litres', 'batches.value_invalid']],
  ])

  const mei = asMei(ctx)
  await changeProduct(mei, product.id, { attributes: { ...(await attributes()), origin: '德化' } })
  const undone = await undoBatch(ctx, batch.id)
  expect(await attributes()).toEqual({ ...start, origin: '德化' })
  expect((await rowsOf(ctx, undone.id))[0]!.kept).toMatchObject([
    { field: 'attributes.origin', now: '德化', by: mei.actor.name },
  ])
})

test('CAT-18 codes go from product to product in one batch, unless who has one now must keep it', async () => {
  const { ctx, product: one } = await aStockedShop()
  const [two, three] = [await aProduct(ctx), await aProduct(ctx)]
  const goods = [one, two, three]
  const [first, second, third] = goods.map(({ variants }) => variants[0]!.sku) as [string, string, string]
  const codes = () => Promise.all(goods.map(async ({ id }) => (await loadProduct(ctx, id)).variants[0]!.sku))
  const to = (product: Product, from: string, sku: string, ...more: Cell[]) =>
    ofVariant(product, 0, cell('sku', from, sku), ...more)

  const held = await changeGoods(ctx, {
    rows: [to(one, first, second), to(two, second, third), to(three, third, first, cell('weightGrams', 300, -1))],
  })
  expect(await outcome(ctx, held.id)).toEqual([
    ['refused', 'sku', 'catalog.sku_taken'],
    ['refused', 'sku', 'catalog.sku_taken'],
    ['refused', 'weightGrams', 'catalog.weight_invalid'],
  ])
  expect(await codes()).toEqual([first, second, third])

  const round = await changeGoods(ctx, {
    rows: [to(one, first, second), to(two, second, third), to(three, third, first)],
  })
  expect([round.saved, await codes()]).toEqual([3, [second, third, first]])
  const greedy = await changeGoods(ctx, {
    rows: [to(one, second, first), to(two, third, first), to(three, first, 'NEW-1')],
  })
  expect(await outcome(ctx, greedy.id)).toEqual([['saved'], ['refused', 'sku', 'catalog.sku_taken'], ['saved']])
  await undoBatch(ctx, greedy.id)
  expect([(await undoBatch(ctx, round.id)).saved, await codes()]).toEqual([3, [first, second, third]])
})

test('CAT-14 each wrong row is refused with its field and reason and holds up no other; all or nothing holds the good ones back', async () => {
  const { ctx, product } = await aStockedShop()
  const other = await aProduct(ctx)
  const [first, second, third] = product.variants
  const rows = [
    ofVariant(product, 0, cell('barcode', null, '6901234567890')),
    ofVariant(product, 1, cell('list', second!.price!.list, money(8_000)), cell('was', null, money(7_000))),
    ofVariant(product, 2, cell('weightGrams', 300, 350), cell('sku', third!.sku, other.variants[0]!.sku)),
    ofProduct(product, cell('nameZh', product.texts.zh!.name, '')),
    ofProduct(other, cell('keywords', [], ['盏']), cell('brandId', null, first!.id)),
    ofVariant(other, 0, cell('weightGrams', 300, 500)),
  ]
  const expected = [
    ['refused', 'barcode', 'catalog.barcode_invalid'],
    ['refused', 'was', 'prices.was_not_higher'],
    ['refused', 'sku', 'catalog.sku_taken'],
    ['refused', 'nameZh', 'catalog.name_missing'],
    ['refused', 'brandId', 'catalog.brand_not_found'],
  ]

  const held = await changeGoods(ctx, { rows, whole: true })
  expect(await outcome(ctx, held.id)).toEqual([...expected, ['held']])
  expect((await loadProduct(ctx, other.id)).variants[0]!.weightGrams).toBe(300)

  const saved = await changeGoods(ctx, { rows })
  expect(await outcome(ctx, saved.id)).toEqual([...expected, ['saved']])
  expect((await loadProduct(ctx, other.id)).variants[0]!.weightGrams).toBe(500)
  expect(await loadProduct(ctx, product.id)).toMatchObject({ version: product.version, variants: product.variants })
})

test('CAT-15 a listing on sale cannot lose what a buyer must know, and its other rows are saved', async () => {
  const { ctx, product } = await aStockedShop()

  const { id } = await changeGoods(ctx, {
    rows: [
      ofProduct(product, cell('categoryId', product.categoryId, null)),
      ofVariant(product, 0, cell('weightGrams', 300, 310)),
    ],
  })

  expect(await outcome(ctx, id)).toEqual([['refused', 'categoryId', 'catalog.not_fit_for_sale'], ['saved']])
})

test('two variants trade their codes in one batch, and two rows cannot take one code', async () => {
  const { ctx, product } = await aStockedShop()
  const [a, b, c] = product.variants.map(({ sku }) => sku)
  const traded = await changeGoods(ctx, {
    rows: [ofVariant(product, 0, cell('sku', a!, b!)), ofVariant(product, 1, cell('sku', b!, a!))],
  })
  expect(traded).toMatchObject({ saved: 2 })
  expect((await loadProduct(ctx, product.id)).variants.map(({ sku }) => sku)).toEqual([b, a, c])

  const other = await aProduct(ctx)
  const { id } = await changeGoods(ctx, {
    rows: [
      ofVariant(product, 2, cell('sku', c!, 'ONE')),
      ofVariant(other, 0, cell('sku', other.variants[0]!.sku, 'ONE')),
    ],
  })
  expect(await outcome(ctx, id)).toEqual([['saved'], ['refused', 'sku', 'catalog.sku_taken']])
})

test('CAT-18 a cell that somebody changed meanwhile is refused with who and when; another cell of the row is not in the way', async () => {
  const { ctx, product } = await aStockedShop()
  const [variant] = product.variants
  await changePrice(asMei(ctx), { variantId: variant!.id, list: money(5_500), was: null, cost: variant!.price!.cost })

  const { id } = await changeGoods(ctx, { rows: [priced(product, 0, 4_000)] })
  const [row] = await rowsOf(ctx, id)
  expect(row).toMatchObject({ status: 'refused', field: 'list', code: 'batches.changed_meanwhile' })
  expect(row!.details).toMatchObject({ by: 'Mei', at: asMei(ctx).now.toString(), now: money(5_500) })

  const weight = await changeGoods(ctx, { rows: [ofVariant(product, 0, cell('weightGrams', 300, 310))] })
  const mine = await changeGoods(ctx, { rows: [ofVariant(product, 0, cell('list', money(5_500), money(4_000)))] })
  expect([weight.saved, mine.saved]).toEqual([1, 1])
})

test('SEC-04 each column takes its permission; what goods cost is changed only by those who may know it', async () => {
  const { ctx, product } = await aStockedShop()
  const rows = [
    ofProduct(product, cell('tags', [], ['新'])),
    priced(product, 0, 4_000),
    ofVariant(product, 1, cell('cost', product.variants[1]!.price!.cost, money(100))),
  ]
  const answer = async (...held: string[]) =>
    (await rowsOf(ctx, (await changeGoods(staffed(ctx, new Set(held)), { rows, whole: true })).id)).map(
      ({ details }) => details?.permission ?? null,
    )

  expect(await answer('products.write')).toEqual([null, 'prices.change', 'prices.change'])
  expect(await answer('prices.change')).toEqual(['products.write', null, 'costs.read'])
  await changeGoods(ctx, { rows })
  const [batch] = (await findBatches(ctx, {})).rows
  await expect(undoBatch(staffed(ctx, new Set(['products.write'])), batch!.id)).rejects.toMatchObject({
    code: 'batches.field_not_yours',
  })
})

test('PRI-03 undoing a bulk price change leaves exactly the later edit, lists it with who and when, and tells service both times', async () => {
  const { ctx, product } = await aStockedShop()
  const batch = await changeGoods(ctx, {
    rows: [priced(product, 0, 3_900), priced(product, 1, 3_800), ofProduct(product, cell('tags', [], ['促销']))],
  })
  const edited = product.variants[1]!
  await changePrice(asMei(ctx), { variantId: edited.id, list: money(4_200), was: null, cost: edited.price!.cost })
  await changeProduct(asMei(ctx), product.id, { keywords: ['茶盏'] })

  const undone = await undoBatch(ctx, batch.id)

  expect(await listsOf(ctx, product)).toEqual([4_900, 4_200, 4_900])
  expect(await loadProduct(ctx, product.id)).toMatchObject({ tags: [], keywords: ['茶盏'] })
  expect(undone).toMatchObject({ undoes: batch.id, saved: 2, kept: 1, refused: 0 })
  const kept = (await rowsOf(ctx, undone.id)).filter((row) => row.status === 'kept')
  expect(kept).toMatchObject([
    { label: edited.sku, kept: [{ field: 'list', now: money(4_200), by: 'Mei', at: asMei(ctx).now.toString() }] },
  ])
  const told = await openNotices(ctx, new Set(['aftersales.decide']))
  expect(told.map(({ kind, data }) => [kind, data.count]).sort()).toEqual([
    ['batches.prices', 2],
    ['batches.prices_undone', 1],
  ])
  expect((await priceHistory(ctx, product.variants[0]!.id)).map(({ data }) => data.after)).toMatchObject([
    { list: money(3_900) },
    { list: money(4_900) },
  ])
  expect((await historyOf(ctx, undone.id)).map(({ type }) => type)).toEqual(['batch.undone'])
})

test('undoing again answers the same undoing, also when two ask at once; an undoing is not undone', async () => {
  const { ctx, product } = await aStockedShop()
  const batch = await changeGoods(ctx, { rows: [priced(product, 0, 3_900)] })

  const [one, other] = await Promise.all([undoBatch(ctx, batch.id), undoBatch(asMei(ctx), batch.id)])
  await changePrice(ctx, { variantId: product.variants[0]!.id, list: money(3_900), was: null, cost: null })
  const third = await undoBatch(ctx, batch.id)

  expect(new Set([one.id, other.id, third.id]).size).toBe(1)
  expect(await listsOf(ctx, product)).toEqual([3_900, 4_900, 4_900])
  await expect(undoBatch(ctx, one.id)).rejects.toMatchObject({ code: 'batches.not_undoable' })
})

test('whatever is edited after a batch, undoing it restores every untouched cell and no other', async () => {
  const edit = fc.record({
    at: fc.integer({ min: 0, max: 3 }),
    part: fc.constantFrom('list', 'weightGrams', 'tags'),
    to: fc.integer({ min: 1, max: 60 }),
  })
  const ctx = staffed(await aShop(db))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 21, max: 40 }), { minLength: 4, maxLength: 4 }),
      fc.array(edit, { maxLength: 6 }),
      async (wanted, edits) => {
        const product = await createProduct(ctx, {
          slug: `tea-${crypto.randomUUID()}`,
          texts: { zh: { name: '茶', optionNames: ['型号'] } },
          variants: wanted.map((_, at) => ({
            sku: `T-${crypto.randomUUID()}`,
            optionValues: { zh: [`${at}`] },
            weightGrams: 10,
            price: { list: money(1_000) },
          })),
        })
        const row = (to: number, at: number) =>
          ofVariant(product, at, cell('list', money(1_000), money(to * 100)), cell('weightGrams', 10, to))
        const batch = await changeGoods(ctx, {
          rows: [...wanted.map(row), ofProduct(product, cell('tags', [], ['促销']))],
        })
        const written = await stateOf(product)
        for (const { at, part, to } of edits) {
          const variantId = product.variants[at]!.id
          if (part === 'list') await changePrice(ctx, { variantId, list: money(to * 100), was: null, cost: null })
          else if (part === 'tags') await changeProduct(ctx, product.id, { tags: [`${to}`] })
          else await reweigh(variantId, to)
        }
        const edited = await stateOf(product)
        const undone = await undoBatch(ctx, batch.id)

        const before = [...wanted.flatMap(() => ['1000', '10']), '']
        const later = edited.filter((value, index) => value !== written[index] && value !== before[index])
        expect(await stateOf(product)).toEqual(
          edited.map((value, index) => (value === written[index] ? before[index] : value)),
        )
        expect((await rowsOf(ctx, undone.id)).flatMap(({ kept }) => kept)).toHaveLength(later.length)

        async function reweigh(id: string, weightGrams: number) {
          const { variants } = await loadProduct(ctx, product.id)
          await changeProduct(ctx, product.id, {
            variants: variants.map((each) => (each.id === id ? { ...each, weightGrams } : each)),
          })
        }
      },
    ),
    { numRuns: 10 },
  )

  async function stateOf({ id }: Product): Promise<string[]> {
    const { variants, tags } = await loadProduct(ctx, id)
    return [...variants.flatMap(({ price, weightGrams }) => [`${price!.list.minor}`, `${weightGrams}`]), tags.join()]
  }
})

test('a price that somebody changes while a batch is undone is either put back first or kept; never lost', async () => {
  const { ctx, product } = await aStockedShop(['青', '白', '黑', '黄', '褐'])
  const batch = await changeGoods(ctx, { rows: product.variants.map((_, at) => priced(product, at, 3_000 + at)) })

  await Promise.all([
    undoBatch(ctx, batch.id),
    ...product.variants.map(({ id }) =>
      changePrice(asMei(ctx), { variantId: id, list: money(8_800), was: null, cost: null }),
    ),
  ])

  expect(await listsOf(ctx, product)).toEqual(product.variants.map(() => 8_800))
  const histories = await Promise.all(product.variants.map(({ id }) => priceHistory(ctx, id)))
  for (const steps of histories)
    for (const [at, step] of steps.entries()) if (at > 0) expect(step.data.before).toEqual(steps[at - 1]!.data.after)
})

test('a batch has a limit, and one row stands in it once', async () => {
  const { ctx, product } = await aStockedShop()
  const row = priced(product, 0, 3_900)
  await expect(changeGoods(ctx, { rows: [row, row] })).rejects.toMatchObject({ code: 'batches.row_twice' })
  await transaction(ctx, (tx) => changeSetting(tx, 'batches.mostRows', 1))
  await expect(changeGoods(ctx, { rows: [row, priced(product, 1, 3_900)] })).rejects.toMatchObject({
    code: 'batches.too_many',
  })
})

test('another shop’s goods are not there for a batch', async () => {
  const { product } = await aStockedShop()
  const { ctx } = await aStockedShop()
  const { id } = await changeGoods(ctx, { rows: [priced(product, 0, 3_900)] })
  expect(await outcome(ctx, id)).toEqual([['refused', 'list', 'catalog.product_not_found']])
  await expect(undoBatch((await aStockedShop()).ctx, id)).rejects.toMatchObject({ code: 'batches.not_found' })
})
