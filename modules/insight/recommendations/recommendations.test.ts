import { expect, test } from 'vitest'
import { pushStock, reindexProducts } from '#goods/search'
import { chooseVisits, keepVisit } from '#insight/behaviour'
import { newId } from '#kernel/id'
import type { ProductId } from '#model/goods/catalog'
import { transaction } from '#platform/database'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aBuyer, anOrder, aProduct, aSellingShop, type Goods, payFor, place, type SellingShop } from '#test/orders'
import {
  alsoBought,
  computeRecommendations,
  lastRun,
  ordersOfSource,
  recommendAfter,
  recommendFor,
  salesBySource,
  topProducts,
} from './index.ts'

const { db } = await testDatabase()

/** A shop in which tea is bought with a pot, by three people; a towel by one; a mug by nobody. */
async function aTeaShop() {
  const shop = await aSellingShop(db)
  const goods = [
    await aProduct(shop, { name: '茶' }),
    await aProduct(shop, { name: '壶' }),
    await aProduct(shop, { name: '巾' }),
    await aProduct(shop, { name: '杯' }),
  ] as const
  const [tea, pot, towel, mug] = goods
  await index(shop, goods)
  for (let count = 0; count < 3; count++)
    await anOrder(shop, {
      status: 'paid',
      lines: [
        { of: tea, quantity: 1 },
        { of: pot, quantity: 1 },
      ],
    })
  await anOrder(shop, {
    status: 'paid',
    lines: [
      { of: tea, quantity: 1 },
      { of: towel, quantity: 1 },
    ],
  })
  await computeRecommendations(shop.ctx)
  return { shop, ctx: shop.ctx, tea, pot, towel, mug }
}

const index = ({ ctx }: SellingShop, goods: readonly Goods[]) =>
  transaction(ctx, async (tx) => {
    const ids = goods.map(({ productId }) => productId)
    await reindexProducts(tx, ids)
    await pushStock(tx, new Map(ids.map((id) => [id, true])))
  })
const idsOf = (found: readonly { productId: ProductId }[]) => found.map(({ productId }) => productId)

test('STO-06 beside a product stands what its buyers bought too, with how many did, then what is popular', async () => {
  const { ctx, tea, pot, towel, mug } = await aTeaShop()
  expect(await alsoBought(ctx, { productId: tea.productId, limit: 3 })).toMatchObject([
    { productId: pot.productId, reason: { kind: 'together', because: tea.productId, people: 3 } },
    { productId: towel.productId, reason: { kind: 'together', because: tea.productId, people: 1 } },
    { productId: mug.productId, reason: { kind: 'popular' } },
  ])
  expect(await lastRun(ctx)).toMatchObject({ people: 4, steps: 8, products: 3 })
})

test('STO-06 what is sold out or not on sale is never recommended, nor what is in the cart', async () => {
  const { ctx, tea, pot, towel, mug } = await aTeaShop()
  await transaction(ctx, (tx) => pushStock(tx, new Map([[pot.productId, false]])))
  await db
    .updateTable('goods.products')
    .set({ status: 'delisted', on_sale_at: null })
    .where('id', '=', mug.productId)
    .execute()
  await transaction(ctx, (tx) => reindexProducts(tx, [mug.productId]))

  expect(idsOf(await alsoBought(ctx, { productId: tea.productId, limit: 5 }))).toEqual([towel.productId])
  const past = [tea, towel].map(({ productId }) => ({ item: productId, weight: 1 }))
  expect(await recommendAfter(ctx, { past, limit: 5 })).toEqual([])
})

test('STO-06 a visitor without a past is shown what is popular, in a shop that never sold what is newest', async () => {
  const { ctx, tea } = await aTeaShop()
  expect((await recommendFor(ctx, { limit: 2 }))[0]).toMatchObject({
    productId: tea.productId,
    reason: { kind: 'popular' },
  })

  const empty = await aSellingShop(db)
  const goods = [await aProduct(empty), await aProduct(empty)]
  await index(empty, goods)
  await computeRecommendations(empty.ctx)
  expect(idsOf(await recommendFor(empty.ctx, { limit: 5 }))).toEqual(idsOf(goods.toReversed()))
})

test('STO-06 a browser that agreed is shown what belongs to what it looked at, and not that again', async () => {
  const { ctx, tea, pot, towel } = await aTeaShop()
  const visitorId = (await chooseVisits(ctx, { agrees: true }))!
  const look = ({ productId }: Goods, ago: number) =>
    keepVisit(ctx, { page: 'product', visitorId, events: [{ id: newId(), kind: 'view', ago, productId }] })
  await look(towel, 5_000)
  const shown = () => recommendFor(later(ctx, { minutes: 1 }), { visitorId, limit: 5 })
  expect((await shown())[0]).toMatchObject({ productId: tea.productId, reason: { because: towel.productId } })
  await look(tea, 1_000)
  expect((await shown())[0]).toMatchObject({ productId: pot.productId, reason: { because: tea.productId } })
})

test('STO-06 SEC-03 what an account bought speaks for it only when the account agreed, and what it just bought is not shown to it', async () => {
  const { shop, ctx, tea, pot } = await aTeaShop()
  const buyer = await aBuyer(shop, [{ of: tea }])
  await payFor(shop, buyer, (await place(buyer)).id)
  const customerId = buyer.ctx.actor.id
  const shown = () => recommendFor(ctx, { customerId, limit: 5 })
  expect((await shown())[0]).toMatchObject({ productId: tea.productId, reason: { kind: 'popular' } })

  await chooseVisits(buyer.ctx, { agrees: true })
  expect((await shown())[0]).toMatchObject({ productId: pot.productId, reason: { because: tea.productId } })
  expect(idsOf(await shown())).not.toContain(tea.productId)
  await chooseVisits(buyer.ctx, { agrees: false })
  expect((await shown())[0]).toMatchObject({ productId: tea.productId })
})

test('STO-07 the top list holds what sold most pieces of late in this shop, and nothing that did not sell', async () => {
  const { ctx, tea, pot, towel } = await aTeaShop()
  await aTeaShop()
  expect(await topProducts(ctx)).toMatchObject([
    { productId: tea.productId, reason: { kind: 'top', sold: 4 } },
    { productId: pot.productId, reason: { kind: 'top', sold: 3 } },
    { productId: towel.productId, reason: { kind: 'top', sold: 1 } },
  ])
  expect(await topProducts(ctx, { limit: 1 })).toHaveLength(1)
  const long = later(ctx, { days: 31 })
  await computeRecommendations(long)
  expect(await topProducts(long)).toEqual([])
})

test('STO-06 computed twice, or twice at once, the same past gives the same answer, and other shops are untouched', async () => {
  const { ctx, tea } = await aTeaShop()
  const rows = () =>
    db
      .selectFrom('insight.product_neighbours')
      .selectAll()
      .where('shop_id', '=', ctx.shopId)
      .orderBy('product_id')
      .execute()
  const before = await rows()
  await Promise.all([computeRecommendations(ctx), computeRecommendations(ctx)])
  expect(await rows()).toEqual(before)

  await aTeaShop()
  expect(await rows()).toEqual(before)
  await computeRecommendations(later(ctx, { days: 366 }))
  expect([await rows(), (await alsoBought(ctx, { productId: tea.productId, limit: 1 })).length]).toEqual([[], 1])
})

test('STO-05 how many of those who look also buy is told to the search', async () => {
  const { ctx, pot, mug } = await aTeaShop()
  const look = (productId: ProductId) =>
    keepVisit(ctx, {
      page: 'product',
      events: Array.from({ length: 5 }, () => ({ id: newId(), kind: 'view', ago: 0, productId })),
    })
  await look(pot.productId)
  await look(mug.productId)
  await computeRecommendations(ctx)
  const figures = await db
    .selectFrom('insight.product_figures')
    .select(['product_id', 'views', 'buyers'])
    .where('shop_id', '=', ctx.shopId)
    .where('views', '>', 0)
    .execute()
  expect(figures).toEqual(
    expect.arrayContaining([
      { product_id: pot.productId, views: 5, buyers: 3 },
      { product_id: mug.productId, views: 5, buyers: 0 },
    ]),
  )
})

test('ANA-13 STO-06 a paid line counts for the list in which its buyer clicked it last before, and nobody is followed who did not agree', async () => {
  const { shop, ctx, tea, pot } = await aTeaShop()
  const visit = async (agrees: boolean) => {
    const buyer = await aBuyer(shop, [
      { of: tea, quantity: 2 },
      { of: pot, quantity: 1 },
    ])
    const visitorId = newId<'Visitor'>()
    const customerId = buyer.ctx.actor.id
    await chooseVisits(buyer.ctx, { agrees, ...(agrees && { visitorId }) })
    const known = agrees ? { visitorId, customerId } : { customerId }
    const click = (productId: ProductId, source: string, ago: number) =>
      ({ id: newId(), kind: 'click', ago, productId, source }) as const
    const events = [
      click(tea.productId, 'search', 7_200_000),
      click(tea.productId, 'for_you', 3_600_000),
      click(pot.productId, 'also_bought', 9 * 86_400_000),
    ]
    await keepVisit(ctx, { page: 'home', ...known, events })
    const { id } = await place(buyer)
    await payFor(shop, buyer, id)
  }
  await visit(true)
  await visit(false)

  const found = new Map((await salesBySource(later(ctx, { hours: 1 }), 30)).map((row) => [row.source, row]))
  expect(found.get('for_you')).toMatchObject({ clicks: 2, knownClicks: 1, orders: 1, pieces: 2 })
  expect(found.get('search')).toMatchObject({ clicks: 2, orders: 0, amount: { minor: 0 } })
  expect(found.get('also_bought')).toMatchObject({ clicks: 2, orders: 0 })
  const behind = await ordersOfSource(later(ctx, { hours: 1 }), 'for_you', 30)
  expect(behind).toMatchObject([{ pieces: 2, amount: found.get('for_you')!.amount, productIds: [tea.productId] }])
  expect(await ordersOfSource(later(ctx, { hours: 1 }), 'search', 30)).toEqual([])
})
